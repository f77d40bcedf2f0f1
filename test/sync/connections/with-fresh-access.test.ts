import { describe, expect, it } from "vitest";
import { SyncError } from "../../../src/domain/errors/sync-error";
import type { ChannelSession } from "../../../src/platforms/channel";
import { withFreshAccess } from "../../../src/sync/connections/with-fresh-access";

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
