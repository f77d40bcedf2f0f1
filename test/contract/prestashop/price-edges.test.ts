/** Dated discounts as the webservice tells them, in the store's own time. */
import { expect, it } from "vitest";
import { localTime } from "../../../simulator/prestashop/store";
import { prestashop } from "../../../src/platforms/prestashop/manifest";
import { depsOf } from "./prestashop-harness";
import { openSimulator } from "./simulated-store";

const KEY = "SIMULATEDKEY00000000000000000001";
const url = "https://shop.example/store";
const NOW = Date.UTC(2026, 10, 24, 12);
const MINUTE_MS = 60_000;

function openStore() {
  const store = openSimulator({ flavour: "8.2.1", baseUrl: url, key: KEY, now: () => NOW });
  const requests: string[] = [];
  const session = prestashop.open(
    { url, key: KEY },
    depsOf({ now: () => NOW }, async (request) => {
      requests.push(request.url);
      return store.fetch(request);
    }),
  );
  const { tables } = store.store;
  const dated = (productId: string, from?: number, to?: number) => {
    const at = (ms?: number) =>
      ms === undefined ? "0000-00-00 00:00:00" : localTime(store.store, NOW + ms);
    tables.insert("specific_prices", { id_product: productId, from: at(from), to: at(to) });
  };
  const edges = () => session.readPriceEdges(NOW - MINUTE_MS, NOW);
  return { store, session, requests, dated, edges };
}

it("names products whose discount begins or ends in the span, in two requests", async () => {
  const { session, requests, dated, edges } = openStore();
  dated("6", -30_000, 99 * MINUTE_MS);
  dated("7", undefined, -30_000);
  dated("8", -30 * MINUTE_MS, 30 * MINUTE_MS);
  dated("9");
  await session.readStore();
  requests.length = 0;
  const { productIds, isAll } = await edges();
  expect([[...productIds].toSorted(), isAll]).toEqual([["6", "7"], false]);
  expect(requests).toHaveLength(2);
});

it("answers 'any product' for a discount of everything and for more than it names", async () => {
  const all = openStore();
  all.dated("0", -30_000);
  expect(await all.edges()).toEqual({ productIds: [], isAll: true });
  const many = openStore();
  for (let id = 1; id <= 1_001; id += 1) many.dated(String(id), -30_000);
  expect(await many.edges()).toEqual({ productIds: [], isAll: true });
});

it("does not know its settings any more when the currency changed", async () => {
  const { store, session } = openStore();
  await session.readStore();
  expect(await session.areSettingsKnown()).toBe(true);
  const { tables } = store.store;
  const euro = tables.insert("currencies", {
    ...tables.all("currencies")[0]?.values,
    iso_code: "EUR",
  });
  store.setSetting("PS_CURRENCY_DEFAULT", euro.id);
  expect(await session.areSettingsKnown()).toBe(false);
});
