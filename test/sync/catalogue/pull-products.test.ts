/** A pull reads the next page while it stores the one before, and never more than that one. */
import { describe, expect, it } from "vitest";
import type { SourceProduct } from "../../../src/domain/catalogue/source-product";
import { openPagesAhead } from "../../../src/sync/catalogue/pages-ahead";
import {
  pullStep,
  type PullProductsDeps,
  type PullState,
} from "../../../src/sync/catalogue/pull-products";

const product = (id: string) =>
  ({ id, name: "Mug", variants: [], features: [], images: [] }) as unknown as SourceProduct;

/** A store of three pages, and all that happens in order. */
function openPull({ failing = [] as string[], isLast = (): boolean => false } = {}) {
  const log: string[] = [];
  const stored: [string, number][] = [];
  let now = 0;
  const deps: PullProductsDeps = {
    now: () => (now += 1),
    source: {
      listCategories: async () => [],
      listProductIds: async () => ["1", "2", "3"],
      async pullPage(_window, _size, cursor = "0") {
        const id = String(Number(cursor) + 1);
        log.push(`read ${id}`);
        await Promise.resolve();
        if (failing.includes(id)) {
          failing.splice(failing.indexOf(id), 1);
          throw new Error(`page ${id}`);
        }
        const next = Number(id) < 3 ? { next: id } : {};
        return { products: [product(id)], unreadable: [], ...next };
      },
    },
    products: {
      readKnown: async () => new Map(),
      async upsert(records, observedAt) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        const [{ productId = "" } = {}] = records;
        stored.push([productId, observedAt]);
        log.push(`stored ${productId}`);
      },
      pageOfLiveIds: async () => [],
      namesOf: async () => [],
      flagDeleted: async () => 0,
      unflagDeleted: async () => {},
    },
    ledger: { observe: async () => {}, relinkOffers: async () => {} },
    mappings: { saveSourceCategories: async () => {} },
    sold: { list: async () => [], relink: async () => {} },
    report: async () => {},
    ahead: openPagesAhead(),
    isLast: false,
  };
  /** Goes on to the end; a failed step is done again, as by another message. */
  async function run(): Promise<PullState> {
    let state: PullState & { isDone?: boolean } = { cursor: null, counts: {} };
    for (let steps = 0; !state.isDone && steps < 20; steps += 1)
      state = await pullStep({ ...deps, isLast: isLast() }, {}, state).catch(() => {
        deps.ahead = openPagesAhead();
        return state;
      });
    return state;
  }
  return { run, log, stored };
}

describe("a pull of several pages", () => {
  it("reads each page once, the next one while the one before is stored", async () => {
    const { run, log } = openPull();
    expect((await run()).counts).toMatchObject({ found: 3, created: 3 });
    expect(log).toEqual(["read 1", "read 2", "stored 1", "read 3", "stored 2", "stored 3"]);
  });

  it("counts a product as seen when its own page was asked for", async () => {
    const { run, stored } = openPull();
    await run();
    expect(stored.map(([id]) => id)).toEqual(["1", "2", "3"]);
    expect(stored.map(([, at]) => at)).toEqual(stored.map(([, at]) => at).toSorted());
    expect(stored[1]?.[1]).toBe((stored[0]?.[1] ?? 0) + 1);
  });

  it("reads nothing ahead in the last step of a message", async () => {
    const { run, log } = openPull({ isLast: () => true });
    await run();
    expect(log).toEqual(["read 1", "stored 1", "read 2", "stored 2", "read 3", "stored 3"]);
  });

  it("loses nothing where pages fail, one after the other", async () => {
    const { run, log, stored } = openPull({ failing: ["2", "3", "2"] });
    expect((await run()).counts).toMatchObject({ found: 3, created: 3 });
    expect(stored.map(([id]) => id)).toEqual(["1", "2", "3"]);
    expect(log.filter((line) => line === "stored 1")).toHaveLength(1);
  });
});
