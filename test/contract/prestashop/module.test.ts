import { describe, expect, it } from "vitest";
import { callModule } from "../../../src/platforms/prestashop/module/call-module";
import { endPairing } from "../../../src/platforms/prestashop/module/end-pairing";
import { openModule } from "../../../src/platforms/prestashop/module/open-module";
import { signatureOf } from "../../support/module-signature";
import { moduleWire, signedAnswer, type ReceivedCall } from "../../support/module-wire";
import { failureOf } from "../../support/failure-of";

const SECRET = "a-secret-of-the-connection-0001";
const endpoint = { url: "https://shop.example/sub", secret: SECRET };
const HTML = { "content-type": "text/html" };

type Reply = (call: ReceivedCall) => Response | "lost";

/** What a write throws when it is answered so. */
const failureOfWrite = (reply: Reply) => {
  const { deps, received } = moduleWire(reply);
  const sent = failureOf(callModule(deps, endpoint, "rotate", { secret: "x" }));
  return sent.then((error) => ({ error, requests: received.length }));
};

describe("a call to the module", () => {
  it("is signed over its very bytes and the time of sending", async () => {
    const now = Date.UTC(2026, 10, 24, 12);
    const { deps, received } = moduleWire(
      ({ id }) => signedAnswer(SECRET, { answer: id, ok: { sent: 1, waiting: 0 } }),
      now,
    );
    expect(await callModule(deps, endpoint, "flush", {})).toEqual({ sent: 1, waiting: 0 });
    const [call] = received;
    if (!call) throw new Error("nothing was sent");
    expect(call.request.url).toBe(
      "https://shop.example/sub/index.php?fc=module&module=weft&controller=api",
    );
    const timestamp = call.request.headers.get("x-weft-timestamp") ?? "";
    expect(timestamp).toBe(String(now / 1000));
    expect(call.request.headers.get("x-weft-signature")).toBe(
      signatureOf(SECRET, timestamp, call.body),
    );
    expect(call).toMatchObject({ call: "flush", with: {} });
  });

  it("has another id each time, so no answer fits two calls", async () => {
    const { deps, received } = moduleWire(({ id }) =>
      signedAnswer(SECRET, { answer: id, ok: { sent: 0, waiting: 0 } }),
    );
    await callModule(deps, endpoint, "flush", {});
    await callModule(deps, endpoint, "flush", {});
    expect(new Set(received.map(({ id }) => id)).size).toBe(2);
  });

  it("believes no answer but the signed one to itself", async () => {
    const ok = { done: true };
    const strangers: Reply[] = [
      ({ id }) => Response.json({ answer: id, ok }),
      ({ id }) => signedAnswer("another-secret", { answer: id, ok }),
      () => signedAnswer(SECRET, { answer: "an-older-call", ok }),
      ({ id }) => signedAnswer(SECRET, { answer: id }),
      () => new Response("<!doctype html><p>Welcome", { headers: HTML }),
      () => new Response(""),
    ];
    for (const [index, stranger] of strangers.entries()) {
      const { error } = await failureOfWrite(stranger);
      expect([index, error.remedy, error.code]).toEqual([
        index,
        "retry",
        "prestashop.module_unclear",
      ]);
      expect(error.facts.maybeApplied).toBe(true);
    }
  });

  it.each(["\uFEFF", "<b>Warning</b>: Undefined index in other.php on line 7\n", "{}[]"])(
    "is understood behind what PHP printed before it: %j",
    async (noise) => {
      const ok = { sent: 1, waiting: 0 };
      const signed = ({ id }: ReceivedCall) => signedAnswer(SECRET, { answer: id, ok });
      const behind: Reply = (call) => {
        const { headers } = signed(call);
        return new Response(noise + JSON.stringify({ answer: call.id, ok }), { headers });
      };
      const withoutHeaders: Reply = (call) => {
        const { headers } = signed(call);
        const lines = `\nX-Weft-Timestamp: ${headers.get("x-weft-timestamp")}\nX-Weft-Signature: ${headers.get("x-weft-signature")}\n\n`;
        return new Response(noise + lines + JSON.stringify({ answer: call.id, ok }));
      };
      for (const reply of [behind, withoutHeaders])
        expect(await callModule(moduleWire(reply).deps, endpoint, "flush", {})).toEqual(ok);
    },
  );

  it("is not believed behind noise without the right signature", async () => {
    const ok = { done: true };
    const forged = `\nX-Weft-Timestamp: 1\nX-Weft-Signature: v1=${"0".repeat(64)}\n\n`;
    const replies: Reply[] = [
      ({ id }) => new Response(`x${forged}${JSON.stringify({ answer: id, ok })}`),
      ({ id }) => new Response(`x${JSON.stringify({ answer: id, ok })}`),
    ];
    for (const reply of replies)
      expect((await failureOfWrite(reply)).error.code).toBe("prestashop.module_unclear");
    const unpaired = () => new Response('x\n{"error":"unpaired","now":1}');
    expect((await failureOfWrite(unpaired)).error.code).toBe("prestashop.module_unpaired");
  });

  it.each<[string, Reply, string, string, boolean | undefined]>([
    ["a lost answer", () => "lost", "retry", "prestashop.unreachable", true],
    [
      "a gateway's error",
      () => new Response("", { status: 502 }),
      "retry",
      "prestashop.unavailable",
      true,
    ],
    [
      "a firewall",
      () => new Response("no", { status: 403 }),
      "merchant",
      "prestashop.blocked",
      true,
    ],
    [
      "no such page",
      () => new Response("<html>", { status: 404 }),
      "merchant",
      "prestashop.module_missing",
      false,
    ],
    [
      "another host",
      () => new Response("", { status: 302, headers: { location: "https://x.example/" } }),
      "merchant",
      "prestashop.wrong_url",
      undefined,
    ],
    [
      "an error the module caught",
      ({ id }) => signedAnswer(SECRET, { answer: id, failed: "boom" }, 500),
      "retry",
      "prestashop.module_failed",
      true,
    ],
    [
      "a wrong secret",
      () => Response.json({ error: "signature", now: 1 }, { status: 401 }),
      "merchant",
      "prestashop.module_unpaired",
      false,
    ],
    [
      "no pairing",
      () => Response.json({ error: "unpaired", now: 1 }, { status: 401 }),
      "merchant",
      "prestashop.module_unpaired",
      false,
    ],
    [
      "a body it cannot read",
      () => Response.json({ error: "body" }, { status: 400 }),
      "defect",
      "prestashop.module_refused",
      false,
    ],
  ])("says of a write whether it may have happened: %s", async (_name, reply, ...expected) => {
    const { error, requests } = await failureOfWrite(reply);
    expect([error.remedy, error.code, error.facts.maybeApplied]).toEqual(expected);
    expect(requests).toBe(1);
  });

  it("asks again for a read whose answer was lost, never for a write", async () => {
    let tries = 0;
    const { deps } = moduleWire(({ id }) => {
      tries += 1;
      return tries < 3 ? "lost" : signedAnswer(SECRET, { answer: id, ok: { rows: [] } });
    });
    expect(await callModule(deps, endpoint, "stock", {})).toMatchObject({ rows: [] });
    expect(tries).toBe(3);
  });

  it("tells how far the store's clock is off", async () => {
    const now = Date.UTC(2026, 10, 24);
    const { deps } = moduleWire(
      () => Response.json({ error: "clock", now: now / 1000 + 720 }, { status: 401 }),
      now,
    );
    const error = await failureOf(callModule(deps, endpoint, "flush", {}));
    expect(error).toMatchObject({ remedy: "merchant", code: "prestashop.module_clock" });
    expect(error.facts["skewSeconds"]).toBe(720);
  });

  it("tries every secret it may hold, one after the other", async () => {
    const { deps, received } = moduleWire(({ id, body, request }) => {
      const timestamp = request.headers.get("x-weft-timestamp") ?? "";
      const isOld = request.headers.get("x-weft-signature") === signatureOf("old", timestamp, body);
      return isOld
        ? signedAnswer("old", { answer: id, ok: { sent: 0, waiting: 0 } })
        : Response.json({ error: "signature", now: 1 }, { status: 401 });
    });
    const rotating = { ...endpoint, otherSecrets: ["never held", "old"] };
    expect(await callModule(deps, rotating, "flush", {})).toEqual({ sent: 0, waiting: 0 });
    expect(received).toHaveLength(3);
  });

  it("calls under the next secret where the module has replaced the one it was called with", async () => {
    const { deps, received } = moduleWire(({ id, body, request }) => {
      const timestamp = request.headers.get("x-weft-timestamp") ?? "";
      const isNext =
        request.headers.get("x-weft-signature") === signatureOf("next", timestamp, body);
      return isNext
        ? signedAnswer("next", { answer: id, ok: { done: true } })
        : signedAnswer(SECRET, { answer: id, refused: { code: "secret_replaced", facts: {} } });
    });
    const rotating = { ...endpoint, otherSecrets: ["next"] };
    expect(await callModule(deps, rotating, "end", {})).toEqual({ done: true });
    expect(received).toHaveLength(2);
  });

  it.each([
    ["currency_missing", { currency: "SEK" }, "merchant", "prestashop.currency_missing"],
    ["product_missing", { products: ["8"] }, "merchant", "prestashop.product_missing"],
    ["draft_sum_wrong", [], "defect", "prestashop.draft_sum_wrong"],
    ["of_tomorrow", {}, "defect", "prestashop.module_refused"],
  ])("words a refusal as the rest of Weft does: %s", async (code, facts, remedy, ours) => {
    const { error } = await failureOfWrite(({ id }) =>
      signedAnswer(SECRET, { answer: id, refused: { code, facts } }),
    );
    expect([error.remedy, error.code, error.facts.maybeApplied]).toEqual([remedy, ours, false]);
    if (code === "product_missing") expect(error.facts["productIds"]).toEqual(["8"]);
    if (code === "of_tomorrow") expect(error.facts["refusal"]).toBe("of_tomorrow");
  });

  it("reports an answer of another shape, and that the write has happened", async () => {
    const { error } = await failureOfWrite(({ id }) =>
      signedAnswer(SECRET, { answer: id, ok: { done: "perhaps" } }),
    );
    expect(error).toMatchObject({ remedy: "defect", code: "prestashop.unexpected_shape" });
    expect(error.facts.maybeApplied).toBe(true);
  });
});

describe("the end of a pairing", () => {
  const endOver = (reply: () => Response) => {
    const { deps, received } = moduleWire(reply);
    return { received, end: () => endPairing(openModule(deps, endpoint, "0.3.0", true)) };
  };

  it.each([
    ["ended it itself", () => Response.json({ error: "unpaired", now: 1 }, { status: 401 })],
    ["took the module out", () => new Response("no such page", { status: 404 })],
  ])("is none where the store %s", async (_, answer) => {
    const { end, received } = endOver(answer);
    await end();
    expect(received).toHaveLength(1);
  });

  it("says so where the store was not reached", async () => {
    const { end } = endOver(() => new Response("busy", { status: 403 }));
    expect((await failureOf(end())).code).toBe("prestashop.blocked");
  });
});
