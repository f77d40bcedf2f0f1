import { describe, expect, it } from "vitest";
import Setup from "../../../web/connections/setup/setup-page";
import { aConnection } from "../support/connection";
import { draw, fakeServer, until } from "../support/render";
import { me } from "../support/account";

describe("coming back from TikTok", () => {
  const connected = aConnection({
    state: "disconnected",
    authorization: { state: "revoked", expiresAt: null },
  });
  const comeBack = async (query: string) => {
    const server = fakeServer({ "GET /api/me": me, "GET /api/connections/:id": connected });
    const app = draw(<Setup params={{ id: "c" }} />, server, `/connections/c/setup?${query}`);
    await app.session.load();
    await until(() => location.pathname !== "/connections/c/setup");
    return location.pathname + location.search;
  };

  it("tells the owner of a finished connection why it is not authorised again", async () => {
    expect(await comeBack("authorization=wrong_shop")).toBe(
      "/connections/c/settings?authorization=wrong_shop",
    );
    expect(await comeBack("authorization=failed&code=tiktok.timeout")).toBe(
      "/connections/c/settings?authorization=failed&code=tiktok.timeout",
    );
  });

  it("leads to the connection once all is done", async () => {
    expect(await comeBack("authorization=done")).toBe("/connections/c?authorization=done");
    expect(await comeBack("step=store")).toBe("/connections/c");
  });
});
