import { describe, expect, it } from "vitest";
import type { ListingStatus } from "../../../src/platforms/channel-listing";
import {
  changeListingStates,
  type ChangeListingStateDeps,
} from "../../../src/sync/listings/change-listing-state";

const REFUSED = { code: "tiktok.product_state", message: "not now" };

/** Two listed products on a channel that shows `status`, and all that the ledger is told. */
function world(status: ListingStatus, refused: readonly string[] = []) {
  const log: string[] = [];
  const answer = (name: string) => async (ids: readonly string[]) => {
    log.push(`${name} ${ids.join()}`);
    return ids.map((id) => (refused.includes(id) ? { id, error: REFUSED } : { id }));
  };
  const deps: ChangeListingStateDeps = {
    now: () => 5,
    products: { find: async () => ({ syncState: "synced" }) },
    listings: {
      find: async (productId) => ({
        origin: "pushed" as const,
        channelProductId: `P${productId}`,
        status: "live",
        reasons: [],
      }),
      offersOf: async () => [],
      saveReport: async () => {},
      unbind: async () => {},
    },
    ledger: {
      readProductRules: async () => [],
      setProductRules: async () => {},
      unbindOffers: async () => {},
      noteListingStates: async (reports, at) => {
        for (const { channelProductId, state, by } of reports)
          log.push(`${by} says ${channelProductId} ${state} at ${at}`);
      },
    },
    channel: {
      readListing: async (channelProductId) => {
        log.push(`read ${channelProductId}`);
        return { channelProductId, status, rawStatus: "", reasons: [], skus: [] };
      },
      activateListings: answer("activate"),
      deactivateListings: answer("deactivate"),
      deleteListings: answer("delete"),
    },
  };
  return { deps, log };
}

describe("a listing the merchant takes off sale", () => {
  it("is the merchant's to the ledger before the call, so that returning stock changes nothing", async () => {
    const { deps, log } = world("paused");
    await changeListingStates(deps, "deactivate", ["1"]);
    expect(log).toEqual([
      "merchant says P1 paused at 5",
      "deactivate P1",
      "read P1",
      "channel says P1 paused at 5",
    ]);
  });

  it("is on sale again to the ledger when the channel refused it", async () => {
    const { deps, log } = world("live", ["P1"]);
    const outcomes = await changeListingStates(deps, "deactivate", ["1"]);
    expect(outcomes.get("1")).toMatchObject({
      state: "failed",
      reasons: [{ code: "tiktok.product_state", facts: { message: "not now" } }],
    });
    expect(log.at(-1)).toBe("channel says P1 live at 5");
  });
});

describe("an item of the task", () => {
  it("says what the listing's state was and what the channel shows of it now", async () => {
    const outcomes = await changeListingStates(world("paused").deps, "deactivate", ["1"]);
    expect(outcomes.get("1")?.change).toEqual({
      before: { status: "live" },
      after: { status: "paused" },
    });
  });

  it("says of no change where the channel refused it or shows the same as before", async () => {
    const refused = await changeListingStates(world("live", ["P1"]).deps, "deactivate", ["1"]);
    expect(refused.get("1")).toMatchObject({ state: "failed" });
    expect(refused.get("1")?.change).toBeUndefined();
    const same = await changeListingStates(world("live").deps, "activate", ["1"]);
    expect(same.get("1")?.change).toBeUndefined();
  });
});

describe("a listing the merchant puts on sale", () => {
  it("is on sale to the ledger once the channel took it", async () => {
    const { deps, log } = world("in_review", ["P2"]);
    await changeListingStates(deps, "activate", ["1", "2"]);
    expect(log).toEqual(["activate P1,P2", "merchant says P1 live at 5", "read P1", "read P2"]);
  });
});

describe("a listing the merchant deletes", () => {
  it("is unbound once it is read as gone, and nothing is said of its sale before", async () => {
    const { deps, log } = world("removed");
    const unbound: string[] = [];
    deps.listings.unbind = async (productId) => void unbound.push(productId);
    const outcomes = await changeListingStates(deps, "delete", ["1"]);
    expect(log).toEqual(["delete P1", "read P1"]);
    expect(unbound).toEqual(["1"]);
    expect(outcomes.get("1")).toMatchObject({
      state: "done",
      change: { before: { status: "live" }, after: { status: "removed" } },
    });
  });

  it("stays as it is where the channel refuses", async () => {
    const { deps, log } = world("blocked", ["P1"]);
    const outcomes = await changeListingStates(deps, "delete", ["1"]);
    expect(outcomes.get("1")).toMatchObject({ state: "failed" });
    expect(log).toContain("channel says P1 blocked at 5");
  });
});
