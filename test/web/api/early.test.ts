import { describe, expect, it, vi } from "vitest";
import { withEarly, type EarlyAnswers } from "../../../web/api/early";

const answer = (body: unknown, status = 200) => Promise.resolve(Response.json(body, { status }));
const asked = (...entries: [string, Promise<Response>][]): EarlyAnswers => new Map(entries);
const sender = () => vi.fn<typeof fetch>(() => answer("asked now"));

describe("answers that were asked for before the app was there", () => {
  it("are taken once, and asked for after that", async () => {
    const now = sender();
    const send = withEarly(now, asked(["/api/me", answer("early")]));
    expect(await (await send("/api/me", { method: "GET" })).json()).toBe("early");
    expect(await (await send("/api/me")).json()).toBe("asked now");
    expect(now).toHaveBeenCalledTimes(1);
  });

  it("have their body at hand before they are taken", async () => {
    const answered = await answer({ rows: [] });
    const send = withEarly(sender(), asked(["/api/me", Promise.resolve(answered)]));
    await new Promise((done) => void setTimeout(done));
    expect(answered.bodyUsed).toBe(true);
    expect(await (await send("/api/me")).json()).toEqual({ rows: [] });
  });

  it("are thrown away once anything is changed, such as who is signed in", async () => {
    const now = sender();
    const send = withEarly(now, asked(["/api/connections", answer({}, 401)]));
    await send("/api/auth/sign-in/email", { method: "POST" });
    expect((await send("/api/connections")).status).toBe(200);
  });

  it("that were asked for by nobody are no answer to who signs in later", async () => {
    const now = sender();
    const early = asked(["/api/me", answer({}, 401)], ["/api/connections", answer({}, 401)]);
    const send = withEarly(now, early);
    expect((await send("/api/me")).status).toBe(401);
    expect((await send("/api/connections")).status).toBe(200);
  });
});
