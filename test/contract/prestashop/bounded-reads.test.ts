/** No request may cost a store more than one page of products, however large the store is. */
import { describe, expect, it } from "vitest";
import { listAll } from "../../../src/platforms/prestashop/list-all";
import type { Query, StoreClient } from "../../../src/platforms/prestashop/request";
import { openStore } from "./simulated-store";

const MOST: Readonly<Record<string, number>> = {
  products: 101,
  stock_availables: 2_000,
  combinations: 300,
};
const MOST_SMALL = 1_000;
const MOST_IDS = 5_000;
function isBounded({ pathname, searchParams }: URL): boolean {
  const resource = pathname.replace(/^.*\/api\/?/, "");
  if (resource === "" || /\/\d+$/.test(resource)) return true;
  const limit = Number(searchParams.get("limit") ?? Infinity);
  if (searchParams.get("display") === null) return limit <= MOST_IDS;
  if (limit <= (MOST[resource] ?? MOST_SMALL)) return true;
  // A filter that names what is asked for, and not where the list begins.
  const named = [...searchParams].filter(([name]) =>
    /^filter\[(id|id_order|id_cart|name|iso_code)\]$/.test(name),
  );
  return named.some(([, value]) => !/[<>]/.test(value) && value.split("|").length <= 100);
}

describe("every read of a store", () => {
  it("asks for a bounded part of what the store holds", async () => {
    const { store, open } = openStore("8.2.1");
    const urls: URL[] = [];
    const session = open(undefined, undefined, async (request) => {
      if (request.method === "GET") urls.push(new URL(request.url));
      return store.fetch(request);
    });
    await session.readStore();
    await session.pullPage({}, 100);
    await session.pullProducts(["1", "6"]);
    await session.listProductIds();
    await session.listCategories();
    await session.readStock();
    await session.readStock(["1"]);
    await session.readStockChanges();
    await session.readPrices(["1", "6"]);
    await session.readProductChanges();
    await session.listCarriers();
    await session.listOrderStates();
    await session.readShipments(["1", "2"]);
    await session.examine({
      market: { country: "GB", currency: "GBP", isTaxIncluded: true },
      moduleVersion: "0.3.0",
    });
    const unbounded = urls
      .filter((url) => !isBounded(url))
      .map((url) => decodeURIComponent(url.href));
    expect(urls.length).toBeGreaterThan(25);
    expect(unbounded).toEqual([]);
  });
});

describe("the sessions of one piece of work", () => {
  const namesAsked = async (works: (object | undefined)[]) => {
    const { store, open } = openStore("8.2.1");
    const asked: string[] = [];
    const known = await open().readStore();
    for (const work of works) {
      const session = open(
        known,
        undefined,
        async (request) => {
          asked.push(new URL(request.url).pathname.replace(/^.*\/api\//, ""));
          return store.fetch(request);
        },
        work,
      );
      const { products } = await session.pullPage({}, 100);
      expect(products.flatMap(({ features }) => features).every(({ value }) => value)).toBe(true);
    }
    return asked.filter((resource) => resource.endsWith("_values"));
  };

  it("ask for the values of options and features once", async () => {
    const work = {};
    const once = ["product_feature_values", "product_option_values"];
    expect((await namesAsked([work, work, work])).toSorted()).toEqual(once);
  });

  it("share nothing with another piece of work, and none with one that has none", async () => {
    expect(await namesAsked([{}, {}])).toHaveLength(4);
    expect(await namesAsked([undefined, undefined])).toHaveLength(4);
  });
});

describe("a list that is longer than one request", () => {
  const rows = Array.from({ length: 25 }, (_, index) => ({ id: String(index * 3 + 1) }));

  /** A list whose rows behind an id are asked for; `deaf` leaves the filter out of account. */
  function client(deaf = false): { client: StoreClient; asked: Query[] } {
    const asked: Query[] = [];
    const list = async (_resource: string, query: Query) => {
      asked.push(query);
      const after = Number(/^>\[(\d+)\]$/.exec(String(query["filter[id]"] ?? ""))?.[1] ?? 0);
      const behind = deaf ? rows : rows.filter(({ id }) => Number(id) > after);
      return behind.slice(0, Number(query["limit"]));
    };
    return { client: { list } as unknown as StoreClient, asked };
  }

  it("is read behind its last id, part by part, and each row once", async () => {
    const wire = client();
    expect(await listAll(wire.client, "carriers", {}, 10)).toEqual(rows);
    expect(wire.asked.map((query) => query["filter[id]"])).toEqual([undefined, ">[28]", ">[58]"]);
    expect(await listAll(client().client, "carriers", {}, 5)).toEqual(rows);
  });

  it("is not asked for what follows its last row, where its length is known", async () => {
    const wire = client();
    expect(await listAll(wire.client, "carriers", {}, 5, 25)).toEqual(rows);
    expect(wire.asked).toHaveLength(5);
    // A row that has come since is read where a part is not full.
    expect(await listAll(client().client, "carriers", {}, 10, 24)).toEqual(rows);
  });

  it("is not read for ever where the store answers its first rows again", async () => {
    const wire = client(true);
    await expect(listAll(wire.client, "carriers", {}, 10)).rejects.toMatchObject({
      code: "prestashop.unexpected_shape",
    });
    expect(wire.asked).toHaveLength(2);
  });
});
