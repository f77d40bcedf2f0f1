import { afterEach, describe, expect, it, vi } from "vitest";
import { leasedBudget } from "../../src/platforms/http/leased-budget";
import { storeUrlRules } from "../../src/compose/addresses";
import { publicFetch } from "../../src/platforms/http/public-fetch";
import { withFreshAccess } from "../../src/sync/connections/with-fresh-access";
import { SyncError } from "../../src/domain/errors/sync-error";
import type { ChannelSession } from "../../src/platforms/channel";

describe("leased budget", () => {
  it("pays for five requests with one lease", async () => {
    const asked: number[] = [];
    const take = leasedBudget(
      async (_side, wanted) => {
        asked.push(wanted);
        return { granted: wanted, waitMs: 0 };
      },
      "source",
      async () => {},
    );
    for (let number = 0; number < 25; number += 1) await take(1);
    expect(asked).toEqual([5, 5, 5, 5, 5]);
  });

  it("waits as long as the ledger asks, then goes on", async () => {
    const answers = [
      { granted: 0, waitMs: 700 },
      { granted: 3, waitMs: 0 },
    ];
    const waits: number[] = [];
    const take = leasedBudget(
      async () => answers.shift() ?? { granted: 0, waitMs: 0 },
      "channel",
      async (ms) => void waits.push(ms),
    );
    await take(2);
    expect(waits).toEqual([700]);
  });

  it("gives up with the time to wait instead of sitting it out", async () => {
    const take = leasedBudget(
      async () => ({ granted: 0, waitMs: 4_000 }),
      "channel",
      async () => {},
    );
    await expect(take(1)).rejects.toMatchObject({
      remedy: "retry",
      code: "budget.exhausted",
      facts: { retryAfterMs: 4_000 },
    });
  });

  it("never hands out more than was granted to callers that come at once", async () => {
    let granted = 0;
    const take = leasedBudget(
      async () => {
        granted += 2;
        return { granted: 2, waitMs: 0 };
      },
      "source",
      async () => {},
    );
    await Promise.all(Array.from({ length: 9 }, () => take(1)));
    expect(granted).toBeGreaterThanOrEqual(9);
  });
});

describe("sessions with fresh access", () => {
  const expired = () => new SyncError("reconnect", "tiktok.token_expired");

  /** A session whose calls succeed with the token that is valid now. */
  function platform(valid: { token: string }) {
    const used: string[] = [];
    const open = (token: string) =>
      ({
        async listShops() {
          used.push(token);
          if (token !== valid.token) throw expired();
          return [];
        },
        async pollOrders(from: number, cursor?: string) {
          return { orders: [], next: `${from}:${cursor}` };
        },
      }) as unknown as ChannelSession;
    return { used, open };
  }

  it("repeat a call once with a fresh token, and keep that token", async () => {
    const valid = { token: "b" };
    const { used, open } = platform(valid);
    const asked: (string | undefined)[] = [];
    const session = await withFreshAccess(open, async (stale) => {
      asked.push(stale);
      return stale === "a" ? "b" : "a";
    });
    await session.listShops();
    await session.listShops();
    expect(used).toEqual(["a", "b", "b"]);
    expect(asked).toEqual([undefined, "a"]);
  });

  it("give up when the fresh token is refused, too", async () => {
    const { used, open } = platform({ token: "never" });
    const session = await withFreshAccess(open, async (stale) => (stale ? "b" : "a"));
    await expect(session.listShops()).rejects.toMatchObject({ code: "tiktok.token_expired" });
    expect(used).toEqual(["a", "b"]);
  });

  it("hand every argument on and leave other errors alone", async () => {
    const { open } = platform({ token: "a" });
    const session = await withFreshAccess(open, async () => "a");
    expect(await session.pollOrders(7, "c")).toEqual({ orders: [], next: "7:c" });
    const broken = await withFreshAccess(
      () =>
        ({
          listShops: () => Promise.reject(new SyncError("retry", "tiktok.rate_limited")),
        }) as unknown as ChannelSession,
      async (stale) => {
        expect(stale).toBeUndefined();
        return "a";
      },
    );
    await expect(broken.listShops()).rejects.toMatchObject({ code: "tiktok.rate_limited" });
  });

  it("renew once for calls that fail together", async () => {
    const { open } = platform({ token: "b" });
    let renewals = 0;
    const session = await withFreshAccess(open, async (stale) => {
      if (stale) renewals += 1;
      return stale ? "b" : "a";
    });
    await Promise.all([session.listShops(), session.listShops(), session.listShops()]);
    expect(renewals).toBe(1);
  });
});

describe("the way out", () => {
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
