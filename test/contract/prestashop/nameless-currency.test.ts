/** A currency without a name in the store's language breaks every answer that holds it. */
import { describe, expect, it } from "vitest";
import { prestashop } from "../../../src/platforms/prestashop/manifest";
import { depsOf } from "./prestashop-harness";
import { openHealthHarness } from "./health-harness";
import { openSimulator } from "./simulated-store";
import { troublesOf } from "../../support/findings";

const KEY = "SIMULATEDKEY00000000000000000001";
const now = () => Date.UTC(2026, 10, 24, 12);
const euro = (names: Record<string, string>) => [
  { id: "2", values: { iso_code: "EUR", active: "1", conversion_rate: "1.15", names } },
];

function openStore() {
  const store = openSimulator({ flavour: "8.2.1", baseUrl: "https://shop.example", key: KEY, now });
  const read = () =>
    prestashop
      .open({ url: "https://shop.example", key: KEY }, depsOf({ now }, store.fetch))
      .readStore();
  return { store, read };
}

describe("a store with a currency that has no name in its language", () => {
  it("is read all the same, when it is another than its own", async () => {
    const { store, read } = openStore();
    store.restore("currencies", euro({ "2": "Euro" }));
    expect((await read()).currency).toBe("GBP");
  });

  it("is read all the same, when it is its own: the code is found by filters", async () => {
    const { store, read } = openStore();
    store.restore("currencies", euro({ "1": "Euro", "2": "Euro" }));
    store.edit("currencies", "1", { names: { "2": "Pound" } });
    expect((await read()).currency).toBe("GBP");
    store.setSetting("PS_CURRENCY_DEFAULT", "2");
    expect((await read()).currency).toBe("EUR");
  });

  it("passes its health check", async () => {
    const harness = openHealthHarness();
    harness.store.edit("currencies", "1", { names: { "2": "Pound" } });
    expect(troublesOf(await harness.examine())).toEqual([]);
  });
});
