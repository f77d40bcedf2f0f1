/**
 * A real store made ready for orders of every tax rate, played through its webservice: taxes, products
 * and settings are made or changed for the test, and put back or removed after it.
 */
import { openClient, type StoreClient } from "../../../src/platforms/prestashop/request";
import { readStoreFacts } from "../../../src/platforms/prestashop/store-facts";
import { text } from "../../../src/platforms/prestashop/json";
import { inLanguage } from "../../../src/platforms/prestashop/xml";
import type { StoreProduct } from "../../support/prestashop-cart";
import { depsOf, type StoreUnderTest } from "./prestashop-harness";

/** A product of the test, as the store and the model of its arithmetic know it. */
export interface SoldProduct extends StoreProduct {
  id: string;
  name: string;
}

interface ShopCurrency {
  code: string;
  digits: number;
  /** How many of it one unit of the store's own buys; amounts of the catalogue are converted by it. */
  rate: number;
}

export interface MoneyStoreHarness {
  client: StoreClient;
  products: readonly SoldProduct[];
  country: string;
  /** The store's own and two without cents, with the digits the store keeps of each. */
  currencies: readonly ShopCurrency[];
  set(name: string, value: string): Promise<void>;
  setGroupReduction(percent: number): Promise<void>;
  /** Puts every setting back and removes what was made; orders stay. */
  leave(): Promise<void>;
}

/** One the store keeps without digits, and one it keeps two of although nobody uses them. */
const WITHOUT_CENTS = [
  { code: "JPY", digits: 0, rate: 190.5 },
  { code: "IDR", digits: 2, rate: 21_400 },
];
const RATES = [0, 5.5, 7, 10, 19, 20, 21, 22, 25];

export async function openMoneyStore(store: StoreUnderTest): Promise<MoneyStoreHarness> {
  const client = openClient({ url: store.url, key: store.key }, depsOf(store, store.fetch));
  const facts = await readStoreFacts(client, store.url, async () => undefined);
  const made: { resource: string; id: string }[] = [];
  const undo: (() => Promise<void>)[] = [];

  async function make(
    resource: string,
    node: string,
    fields: Parameters<StoreClient["create"]>[2],
  ) {
    const row = await client.create(resource, node, fields, { language: facts.languageId });
    const id = text(row, "id");
    made.push({ resource, id });
    return id;
  }

  async function makeTaxGroup(rate: number): Promise<string> {
    const group = await make("tax_rule_groups", "tax_rule_group", {
      name: `Weft test ${rate}`,
      active: 1,
    });
    if (rate === 0) return group;
    const tax = await make("taxes", "tax", {
      rate: rate.toFixed(3),
      active: 1,
      name: inLanguage(facts.languageId, `Weft test ${rate}`),
    });
    await make("tax_rules", "tax_rule", {
      id_tax_rules_group: group,
      id_country: facts.countryId,
      id_state: 0,
      id_tax: tax,
      behavior: 0,
    });
    return group;
  }

  async function makeProduct(
    taxRate: number,
    taxGroup: string,
    ecotax: number,
  ): Promise<SoldProduct> {
    const price = Number((3 + taxRate * 1.371_717).toFixed(6));
    const name = `Weft test ${taxRate} percent${ecotax > 0 ? " and ecotax" : ""}`;
    const id = await make("products", "product", {
      id_tax_rules_group: taxGroup,
      id_category_default: 2,
      price: price.toFixed(6),
      ecotax: ecotax.toFixed(6),
      active: 1,
      state: 1,
      available_for_order: 1,
      minimal_quantity: 1,
      name: inLanguage(facts.languageId, name),
      link_rewrite: inLanguage(facts.languageId, "weft-test"),
    });
    return { id, name, price, taxRate, ecotax, ecotaxRate: 0 };
  }

  async function readyCurrencies(): Promise<ShopCurrency[]> {
    const known = new Map(facts.currencies.map(({ code, rate }) => [code, Number(rate)]));
    for (const { code, digits, rate } of WITHOUT_CENTS)
      if (!known.has(code))
        await make("currencies", "currency", {
          name: code,
          // A store derives these from the name, but with a warning of PHP, which some answer with 500.
          names: inLanguage(facts.languageId, code),
          iso_code: code,
          precision: digits,
          conversion_rate: rate,
          active: 1,
          deleted: 0,
          symbol: inLanguage(facts.languageId, code),
        });
    return [
      { code: facts.currency, digits: 2, rate: 1 },
      ...WITHOUT_CENTS.map((currency) => ({
        ...currency,
        rate: known.get(currency.code) ?? currency.rate,
      })),
    ];
  }

  async function setting(name: string) {
    const [row] = await client.list("configurations", {
      display: "[id,value]",
      "filter[name]": name,
    });
    return row && { id: text(row, "id"), value: text(row, "value") };
  }

  async function set(name: string, value: string) {
    const before = await setting(name);
    if (!before) return void (await make("configurations", "configuration", { name, value }));
    // A fresh installation dates its settings to the year nought, which its own validator refuses.
    const dates = { date_add: "2026-01-01 00:00:00", date_upd: "2026-01-01 00:00:00" };
    const write = (written: string) =>
      client.update("configurations", "configuration", {
        id: before.id,
        name,
        value: written,
        ...dates,
      });
    await write(value);
    undo.push(() => write(before.value));
  }

  async function setGroupReduction(percent: number) {
    const [group] = await client.list("groups", {
      display: "full",
      "filter[id]": facts.guestGroupId,
    });
    const write = (reduction: string) =>
      client.update("groups", "group", { id: facts.guestGroupId, reduction });
    const before = (group && text(group, "reduction")) || "0.00";
    await write(percent.toFixed(2));
    undo.push(() => write(before));
  }

  async function leave() {
    for (const put of undo.toReversed()) await put();
    for (const { resource, id } of made.toReversed())
      await store.fetch(
        new Request(`${store.url}/api/${resource}/${id}`, {
          method: "DELETE",
          headers: { authorization: `Basic ${btoa(`${store.key}:`)}` },
        }),
      );
  }

  const [country] = await client.list("countries", {
    display: "[id,iso_code]",
    "filter[id]": facts.countryId,
  });
  const products: SoldProduct[] = [];
  let currencies: MoneyStoreHarness["currencies"];
  try {
    currencies = await readyCurrencies();
    for (const rate of RATES) {
      const group = await makeTaxGroup(rate);
      products.push(await makeProduct(rate, group, 0));
      if (rate >= 19) products.push(await makeProduct(rate, group, 0.416_667));
    }
  } catch (caught) {
    await leave();
    throw caught;
  }
  return {
    client,
    products,
    country: country ? text(country, "iso_code") : "",
    currencies,
    set,
    setGroupReduction,
    leave,
  };
}
