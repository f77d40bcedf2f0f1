import { describe, expect, it } from "vitest";
import type { Fault } from "../../simulator/faults";
import { mugBody, openHarness, type Harness } from "./tiktok-shop-client";

const CREATE = "/product/202309/products";
const WAREHOUSES = "/logistics/202309/warehouses";

function plant(harness: Harness, fault: Partial<Fault>): void {
  const whole: Fault = { id: "f", side: "tiktok-shop", kind: "status", times: 1, ...fault };
  harness.storage.put("fault", whole.id, whole);
}

async function products(harness: Harness): Promise<number> {
  const query = { page_size: "10" };
  const answer = await harness.call("POST", "/product/202502/products/search", { query, body: {} });
  return Number(answer.data["total_count"]);
}

describe("planted faults", () => {
  it("time out before the effect: nothing was created", async () => {
    const harness = await openHarness();
    const body = await mugBody(harness);
    plant(harness, {
      kind: "timeout",
      when: "before",
      method: "POST",
      path: "/products\\?",
      holdMs: 5,
    });
    expect((await harness.call("POST", CREATE, { body })).status).toBe(504);
    expect(await products(harness)).toBe(0);
  });

  it("time out after the effect: the product exists though no answer arrived", async () => {
    const harness = await openHarness();
    const body = await mugBody(harness);
    plant(harness, {
      kind: "timeout",
      when: "after",
      method: "POST",
      path: "/products\\?",
      holdMs: 5,
    });
    expect((await harness.call("POST", CREATE, { body })).status).toBe(504);
    expect(await products(harness)).toBe(1);
  });

  it("end a delayed call as soon as the caller disconnects", async () => {
    const harness = await openHarness();
    plant(harness, { kind: "timeout", when: "before", holdMs: 60_000 });
    const signal = AbortSignal.timeout(20);
    expect((await harness.call("GET", WAREHOUSES, { signal })).status).toBe(504);
  });

  it("hit as often as planned and only the calls they fit", async () => {
    const harness = await openHarness();
    plant(harness, { status: 503, times: 2, path: "^/logistics" });
    const statuses: number[] = [];
    statuses.push((await harness.call("GET", "/event/202309/webhooks")).status);
    for (let n = 0; n < 3; n++) statuses.push((await harness.call("GET", WAREHOUSES)).status);
    expect(statuses).toEqual([200, 503, 503, 200]);
  });

  it("answer HTML, a rate limit with Retry-After, and tokens that ended", async () => {
    const harness = await openHarness();
    plant(harness, { kind: "html" });
    const page = await harness.call("GET", WAREHOUSES);
    expect(page.text).toContain("<!doctype html>");
    plant(harness, { kind: "rate-limit", retryAfterSeconds: 3 });
    expect(await harness.call("GET", WAREHOUSES)).toMatchObject({ status: 429, code: 36009002 });
    plant(harness, { kind: "token-expired" });
    expect(await harness.call("GET", WAREHOUSES)).toMatchObject({ status: 401, code: 105002 });
    plant(harness, { kind: "token-revoked" });
    expect((await harness.call("GET", WAREHOUSES)).code).toBe(105001);
    plant(harness, { kind: "delay", holdMs: 5 });
    expect((await harness.call("GET", WAREHOUSES)).code).toBe(0);
  });
});
