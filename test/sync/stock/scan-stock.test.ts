import { describe, expect, it } from "vitest";
import type { StockChanges } from "../../../src/platforms/source-changes";
import {
  scanStock,
  type KnownCount,
  type ScanStockDeps,
  type StockCursor,
} from "../../../src/sync/stock/scan-stock";

const HOUR_MS = 3_600_000;
const KNOWN: KnownCount[] = [
  { productId: "8", variantId: "0", physical: 5, isLive: true },
  { productId: "9", variantId: "31", physical: 2, isLive: true },
  { productId: "9", variantId: "32", physical: 7, isLive: false },
];

function world(answer: (cursor: string | undefined) => Partial<StockChanges>) {
  const state = {
    now: 100 * HOUR_MS,
    cursor: undefined as StockCursor | undefined,
    asked: [] as (string | undefined)[],
    found: [] as unknown[],
    recounts: [] as string[],
    recounted: [] as (readonly string[])[],
  };
  const deps: ScanStockDeps = {
    source: async () => ({
      async readStock(ids = []) {
        state.recounted.push([...ids]);
        return [];
      },
      async readStockChanges(cursor) {
        state.asked.push(cursor);
        const isWhole = cursor === undefined;
        return {
          levels: [],
          gone: [],
          cursor: "c1",
          isWhole,
          transport: "module",
          packs: [],
          ...answer(cursor),
        };
      },
    }),
    listCounts: () => KNOWN,
    pageCounts: () => [KNOWN.slice(0, 1), KNOWN.slice(1)],
    observeScan: (changed) => void state.found.push(changed),
    observe: () => {},
    setPacks: () => {},
    listRecounts: () => ({ ids: [...state.recounts], upTo: state.recounts.length }),
    dropRecounts: (upTo = Infinity) => void state.recounts.splice(0, upTo),
    readCursor: () => state.cursor,
    writeCursor: (cursor) => (state.cursor = cursor),
    now: () => state.now,
  };
  return { state, deps };
}

const whole = KNOWN.map(({ productId, variantId, physical }) => ({
  productId,
  variantId,
  quantity: physical,
}));

describe("a scan of the stock", () => {
  it("reads everything first, then what changed, and everything again after six hours", async () => {
    const { state, deps } = world((cursor) => (cursor ? {} : { levels: whole }));
    await scanStock(deps);
    state.now += HOUR_MS;
    await scanStock(deps);
    state.now += 5 * HOUR_MS;
    await scanStock(deps);
    state.now += 5 * HOUR_MS;
    await scanStock(deps);
    expect(state.asked).toEqual([undefined, "c1", undefined, "c1"]);
  });

  it("reads everything again when the clock went backwards far", async () => {
    const { state, deps } = world(() => ({ levels: whole }));
    await scanStock(deps);
    state.now -= 7 * HOUR_MS;
    await scanStock(deps);
    expect(state.asked).toEqual([undefined, undefined]);
  });

  it("keeps what a store reported, and drops what is unknown here", async () => {
    const { state, deps } = world(() => ({
      levels: [
        { productId: "8", variantId: "0", quantity: 4 },
        { productId: "77", variantId: "0", quantity: 4 },
      ],
      gone: [
        { productId: "9", variantId: "31" },
        { productId: "9", variantId: "32" },
      ],
    }));
    state.cursor = { cursor: "c0", wholeAt: state.now };
    expect(await scanStock(deps)).toBe("module");
    expect(state.found).toEqual([
      [
        { productId: "8", variantId: "0", quantity: 4 },
        { productId: "9", variantId: "31", quantity: 0 },
      ],
    ]);
  });

  it("takes a variant that was not reported for unchanged, and in a whole read for gone", async () => {
    const { state, deps } = world(() => ({
      levels: [{ productId: "8", variantId: "0", quantity: 5 }],
    }));
    state.cursor = { cursor: "c0", wholeAt: state.now };
    await scanStock(deps);
    state.cursor = undefined;
    await scanStock(deps);
    expect(state.found).toEqual([[], [{ productId: "9", variantId: "31", quantity: 0 }]]);
  });

  it("reads again behind the changes what came from elsewhere, and forgets it by a whole read", async () => {
    const { state, deps } = world(() => ({}));
    state.cursor = { cursor: "c0", wholeAt: state.now };
    state.recounts = ["8", "9"];
    await scanStock(deps);
    await scanStock(deps);
    expect(state.recounted).toEqual([["8", "9"]]);
    state.recounts = ["8"];
    state.cursor = undefined;
    await scanStock(deps);
    expect(state.recounts).toEqual([]);
    expect(state.recounted).toHaveLength(1);
  });

  it("takes an empty whole read for a broken store", async () => {
    const { state, deps } = world(() => ({}));
    await scanStock(deps);
    expect(state.found).toEqual([[]]);
  });

  it("begins anew with a store that forgot the cursor, or has none to give", async () => {
    const { state, deps } = world(() => ({ levels: whole, isWhole: true, cursor: "c9" }));
    state.cursor = { cursor: "c0", wholeAt: state.now - HOUR_MS };
    await scanStock(deps);
    expect(state.cursor).toEqual({ cursor: "c9", wholeAt: state.now });
    const { state: plain, deps: plainDeps } = world(() => ({
      levels: whole,
      cursor: null,
      isWhole: true,
      transport: "webservice",
    }));
    plain.cursor = { cursor: "c0", wholeAt: plain.now };
    expect(await scanStock(plainDeps)).toBe("webservice");
    expect(plain.cursor).toBeUndefined();
  });

  it("asks from the same place again after a crash between the answer and its effect", async () => {
    const { state, deps } = world(() => ({}));
    state.cursor = { cursor: "c0", wholeAt: state.now };
    const crashing = {
      ...deps,
      observeScan: () => {
        throw new Error("crash");
      },
    };
    await expect(scanStock(crashing)).rejects.toThrow("crash");
    await scanStock(deps);
    expect(state.asked).toEqual(["c0", "c0"]);
  });
});
