import { describe, expect, it } from "vitest";
import { prestashop } from "../../../src/platforms/prestashop/manifest";

const SECRET = "whsec_3f1c";
const NOW = 1_795_432_485_000;
const seconds = NOW / 1000;
const body = JSON.stringify({
  id: "evt-1",
  type: "stock.changed",
  shop: "https://shop.example",
  at: NOW - 3000,
  ids: [8, "9"],
});

async function sign(text: string, timestamp = seconds, secret = SECRET): Promise<Headers> {
  const bytes = new TextEncoder();
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", bytes.encode(secret), algorithm, false, [
    "sign",
  ]);
  const mac = await crypto.subtle.sign("HMAC", key, bytes.encode(`${timestamp}.${text}`));
  const hex = [...new Uint8Array(mac)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return new Headers({ "X-Weft-Timestamp": String(timestamp), "X-Weft-Signature": `v1=${hex}` });
}

const verify = (headers: Headers, text = body, now = NOW) =>
  prestashop.verifyEvent(SECRET, headers, new TextEncoder().encode(text), now);

describe("an event of the store", () => {
  it("is read when its signature fits the raw bytes", async () => {
    expect(await verify(await sign(body))).toEqual({
      deliveryId: "evt-1",
      kind: "stock.changed",
      ids: ["8", "9"],
      at: NOW - 3000,
    });
  });

  it("is refused with another secret, another byte, or no signature", async () => {
    expect(await verify(await sign(body, seconds, "other"))).toBeNull();
    expect(await verify(await sign(body), body.replace("8", "7"))).toBeNull();
    expect(await verify(new Headers())).toBeNull();
    const bytes = new TextEncoder().encode(body);
    expect(await prestashop.verifyEvent("", await sign(body), bytes, NOW)).toBeNull();
  });

  it("is refused more than five minutes before or after its time", async () => {
    const headers = await sign(body);
    expect(await verify(headers, body, NOW + 5 * 60_000)).not.toBeNull();
    expect(await verify(headers, body, NOW + 5 * 60_000 + 1)).toBeNull();
    expect(await verify(headers, body, NOW - 5 * 60_000 - 1)).toBeNull();
  });

  it("keeps no id of any length: neither of the delivery nor of what it names", async () => {
    const long = "9".repeat(500_000);
    const text = JSON.stringify({ id: long, type: "product.saved", ids: ["8", long] });
    const event = await verify(await sign(text), text);
    expect(event).toMatchObject({ kind: "product.saved", ids: ["8"] });
    expect(event?.deliveryId).toHaveLength(64);
  });

  it("is nothing to act on, and no failure, when it is signed but in a form nobody knows", async () => {
    for (const text of ["", "[]", '{"id":"1","type":"shop.sold"}', '{"ids":["8"]}']) {
      const event = await verify(await sign(text), text);
      expect(event).toMatchObject({ kind: "other" });
      expect(event?.deliveryId).not.toBe("");
    }
    expect(await verify(await sign('{"type":"ping"}'), '{"type":"ping"}')).toMatchObject({
      kind: "ping",
    });
  });
});
