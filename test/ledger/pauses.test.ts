import { describe, expect, it } from "vitest";
import { listProducts } from "../../simulator/tiktok-shop/pages/state";
import type { SaleReport } from "../../src/domain/stock/listing-pause";
import { openLedger, type LedgerHarness } from "../support/ledger-harness";
import { ledgerOf02 } from "../support/ledger-of-0-2";
import { counted, listed, sendAll } from "../support/offer-writes";
import { REQUESTS } from "../support/request-names";
import { openSimulatedShops } from "../support/simulated-shops";

const MINUTE_MS = 60_000;

/** A listing of five units that Weft took off sale when they were gone: the channel refuses a zero. */
async function soldOut(): Promise<LedgerHarness> {
  const harness = await openLedger();
  listed(harness, harness.white, 5);
  counted(harness, harness.white, 0);
  expect(await sendAll(harness)).toEqual(["quantities white=0", "deactivate"]);
  expect(status(harness)).toBe("SELLER_DEACTIVATED");
  return harness;
}

/** What the channel calls the listing. */
const status = ({ world, white }: LedgerHarness) =>
  listProducts(world.storage).find(({ id }) => id === white.channelProductId)?.status;

/** The activation of a listing is audited for a minute. */
async function audited(harness: LedgerHarness): Promise<void> {
  harness.now += 2 * MINUTE_MS;
  await harness.world.tick();
}

function report(harness: LedgerHarness, said: SaleReport, at = (harness.now += 1)) {
  const { channelProductId } = harness.white;
  harness.storage.publisher.noteListingStates([{ channelProductId, ...said }], at);
}

const causeOf = ({ storage, white }: LedgerHarness) =>
  storage.saleStore.causeOf(white.channelProductId);

describe("a listing that was taken off sale for want of stock", () => {
  it("is put back by Weft when stock returns", async () => {
    const harness = await soldOut();
    counted(harness, harness.white, 3);
    expect(await sendAll(harness)).toEqual(["quantities white=3", "activate"]);
    await audited(harness);
    expect(status(harness)).toBe("ACTIVATE");
    expect(causeOf(harness)).toBeNull();
  });

  it("stays off when the merchant deactivated it meanwhile", async () => {
    const harness = await soldOut();
    report(harness, { state: "paused", by: "merchant" });
    counted(harness, harness.white, 3);
    expect(await sendAll(harness)).toEqual(["quantities white=3"]);
    await audited(harness);
    expect(status(harness)).toBe("SELLER_DEACTIVATED");
  });

  it("is still Weft's to put back after the channel showed it paused", async () => {
    const harness = await soldOut();
    report(harness, { state: "paused", by: "channel" });
    counted(harness, harness.white, 3);
    expect(await sendAll(harness)).toEqual(["quantities white=3", "activate"]);
  });

  it("is not put back once the channel itself blocked it", async () => {
    const harness = await soldOut();
    report(harness, { state: "blocked", by: "channel" });
    counted(harness, harness.white, 3);
    expect(await sendAll(harness)).toEqual(["quantities white=3"]);
  });

  it("goes off again when somebody puts it on sale with nothing left", async () => {
    const harness = await soldOut();
    harness.world.tiktok.setProductStatus(harness.white.channelProductId, "ACTIVATE");
    report(harness, { state: "live", by: "channel" });
    expect(await sendAll(harness)).toEqual(["quantities white=0", "deactivate"]);
    expect(status(harness)).toBe("SELLER_DEACTIVATED");
    expect(causeOf(harness)).toBe("stock");
  });

  it("is not taken for one on sale by a read that began before", async () => {
    const harness = await soldOut();
    report(harness, { state: "live", by: "channel" }, harness.now - MINUTE_MS);
    expect(causeOf(harness)).toBe("stock");
    expect(await sendAll(harness)).toEqual([]);
  });
});

describe("a listing the merchant took off sale", () => {
  it("stays the merchant's when its stock runs out and returns", async () => {
    const harness = await openLedger();
    listed(harness, harness.white, 5);
    harness.world.tiktok.sellerDeactivates(harness.white.channelProductId);
    report(harness, { state: "paused", by: "merchant" });
    counted(harness, harness.white, 0);
    expect(await sendAll(harness)).toEqual(["quantities white=0", "deactivate"]);
    counted(harness, harness.white, 3);
    expect(await sendAll(harness)).toEqual(["quantities white=3"]);
    expect(status(harness)).toBe("SELLER_DEACTIVATED");
    expect(causeOf(harness)).toBe("merchant");
  });

  it("is known from the channel's report as well, and on sale again from the next", async () => {
    const harness = await openLedger();
    listed(harness, harness.white, 5);
    report(harness, { state: "paused", by: "channel" });
    expect(causeOf(harness)).toBe("merchant");
    report(harness, { state: "live", by: "channel" });
    expect(causeOf(harness)).toBeNull();
  });
});

describe("a listing that Weft took off sale and died", () => {
  /** Dies at the request that takes it off sale; what it would have done then is not wanted any more. */
  async function diedTaking(when: "sent" | "answered"): Promise<LedgerHarness> {
    const harness = await openLedger();
    listed(harness, harness.white, 5);
    const died = new Promise<void>((resolve) => {
      harness.requests.disturb = (point) => {
        if (point.when !== when || !REQUESTS.deactivate.test(point.request)) return;
        harness.kill();
        resolve();
      };
    });
    counted(harness, harness.white, 0);
    void harness.drainOnce();
    await died;
    harness.requests.disturb = () => {};
    harness.restart();
    return harness;
  }
  const returns = (harness: LedgerHarness) => {
    counted(harness, harness.white, 3);
    harness.requests.sent.length = 0;
    return harness.drainUntilIdle(3 * MINUTE_MS);
  };

  it.each(["answered", "sent"] as const)(
    "is put back after a death when it is %s",
    async (when) => {
      const harness = await diedTaking(when);
      expect(causeOf(harness)).toBeNull();
      await returns(harness);
      await audited(harness);
      expect(status(harness)).toBe("ACTIVATE");
      expect(causeOf(harness)).toBeNull();
      expect(harness.storage.saleStore.takingOf(harness.white.channelProductId)).toBeNull();
    },
  );

  it("is Weft's to put back where the channel tells of the pause first", async () => {
    const harness = await diedTaking("answered");
    report(harness, { state: "paused", by: "channel" });
    expect(causeOf(harness)).toBe("stock");
    await returns(harness);
    await audited(harness);
    expect(status(harness)).toBe("ACTIVATE");
  });

  it("is the merchant's where the merchant takes it off sale meanwhile", async () => {
    const harness = await diedTaking("sent");
    harness.world.tiktok.sellerDeactivates(harness.white.channelProductId);
    report(harness, { state: "paused", by: "merchant" });
    await returns(harness);
    expect(status(harness)).toBe("SELLER_DEACTIVATED");
    expect(causeOf(harness)).toBe("merchant");
  });
});

describe("a pause that version 0.2 stored", () => {
  it("counts as one for want of stock, and is ended by Weft", async () => {
    const sqlite = ledgerOf02();
    const { white } = await openSimulatedShops();
    const { channelProductId, channelSkuId } = white;
    sqlite.sql.exec(`INSERT INTO paused_listing VALUES (?, ?)`, channelProductId, 1);
    sqlite.sql.exec(
      `INSERT INTO offer VALUES (?, ?, '9', '22', 1, 0, 1000, 0, 0)`,
      channelSkuId,
      channelProductId,
    );
    const harness = await openLedger({ sqlite });
    harness.world.tiktok.sellerDeactivates(channelProductId);
    expect(causeOf(harness)).toBe("stock");
    counted(harness, white, 6, 1000);
    expect(await sendAll(harness)).toEqual(["quantities white=6", "activate"]);
  });
});
