import { afterEach, describe, expect, it, vi } from "vitest";
import { storeUrlRules } from "../../../src/compose/addresses";
import { publicFetch } from "../../../src/platforms/http/public-fetch";

describe("the fetch of a public address", () => {
  afterEach(() => vi.restoreAllMocks());
  const settings = { allowLocalStores: false, publicUrl: "https://weft.example" };

  it("asks no private, local or own address, wherever the address came from", async () => {
    const sent = vi.spyOn(globalThis, "fetch").mockResolvedValue(new Response(null));
    const out = publicFetch(storeUrlRules(settings));
    for (const url of [
      "http://169.254.169.254/latest/meta-data",
      "https://127.0.0.1/",
      "https://[::1]/",
      "https://localhost/",
      "https://weft.example/api/me",
      "http://shop.example/image.jpg",
    ])
      await expect(out(new Request(url))).rejects.toMatchObject({ code: "store.url_invalid" });
    expect(sent).not.toHaveBeenCalled();
    await out(new Request("https://shop.example/image.jpg"));
    expect(sent).toHaveBeenCalledTimes(1);
  });

  it("never follows a redirect, which could lead anywhere", async () => {
    const sent = vi.spyOn(globalThis, "fetch").mockResolvedValue(new Response(null));
    await publicFetch(storeUrlRules(settings))(
      new Request("https://shop.example/", { redirect: "follow" }),
    );
    const [first] = sent.mock.calls;
    expect(first?.[0]).toMatchObject({ redirect: "manual" });
  });
});
