import { describe, expect, it } from "vitest";
import { openPacer } from "../../../src/platforms/http/pacer";
import { send } from "../../../src/platforms/http/send";
import type { PlatformDeps } from "../../../src/platforms/deps";
import { RESTING_DEPS } from "../../support/platform-deps";

/** A shop on a clock of its own that answers each request after `tookMs`. */
function world(statusOf: (number: number) => number = () => 200) {
  let now = 1_000_000;
  let open = 0;
  const seen = { most: 0, slept: [] as number[], sent: 0 };
  const clock = { now: () => now, sleep: async (ms: number) => void seen.slept.push(ms) };
  const pacer = openPacer(clock);
  const deps: PlatformDeps = {
    ...RESTING_DEPS,
    ...clock,
    async fetch() {
      seen.sent += 1;
      open += 1;
      seen.most = Math.max(seen.most, open);
      const status = statusOf(seen.sent);
      await new Promise((resolve) => setTimeout(resolve, 1));
      now += 100;
      open -= 1;
      return new Response("{}", { status });
    },
    random: () => 0,
    pacer,
  };
  const ask = () =>
    send(deps, {
      vendor: "prestashop",
      kind: "GET products",
      replaySafe: false,
      build: () => new Request("https://shop.example/api/products"),
    });
  return { seen, pacer, ask, pass: (ms: number) => (now += ms) };
}

describe("requests to one shop", () => {
  it("are never more than two at once, however many are asked for", async () => {
    const { seen, ask } = world();
    await Promise.all(Array.from({ length: 12 }, ask));
    expect(seen).toMatchObject({ most: 2, sent: 12 });
  });

  it("go one by one after the shop refused one, and rest in between when it goes on", async () => {
    const { seen, ask, pacer, pass } = world((number) => (number <= 3 ? 503 : 200));
    for (let tried = 0; tried < 3; tried += 1) {
      await ask();
      pass(2_000);
    }
    expect(pacer.snapshot().limit).toBe(1 / 4);
    seen.most = 0;
    seen.slept.length = 0;
    await Promise.all([ask(), ask(), ask()]);
    expect(seen.most).toBe(1);
    expect(seen.slept.length).toBeGreaterThan(0);
  });

  it.each([429, 502, 503, 504])("become fewer when the shop's host answers %i", async (status) => {
    const { ask, pacer } = world(() => status);
    await ask().catch(() => {});
    expect(pacer.snapshot().limit).toBe(1);
  });

  it("become fewer when the line is cut", async () => {
    const { ask, pacer } = world(() => {
      throw new TypeError("connection reset");
    });
    await ask().catch(() => {});
    expect(pacer.snapshot().limit).toBe(1);
  });

  it("keep to a share, and to what others found out", async () => {
    const { seen, ask, pacer } = world();
    pacer.share(1);
    await Promise.all([ask(), ask(), ask()]);
    expect(seen.most).toBe(1);
    pacer.share(undefined);
    pacer.merge({ limit: 1, slowedAt: 999_000 });
    expect(pacer.snapshot().limit).toBe(1);
    await ask();
    expect(pacer.snapshot().limit).toBeGreaterThan(1);
  });

  it("let the next one go also when one fails", async () => {
    const { ask } = world((number) => {
      if (number % 2) throw new TypeError("gone");
      return 200;
    });
    const ends = await Promise.allSettled(Array.from({ length: 6 }, ask));
    expect(ends.filter(({ status }) => status === "fulfilled").length).toBe(3);
  });
});
