/** Stores that demand of a buyer what no channel knows. */
import { beforeEach, describe, expect, it } from "vitest";
import { switches } from "../../../simulator/prestashop/store";
import { failureOf } from "../../support/failure-of";
import { draft, openOrderImport, type OrderImportHarness } from "./order-import-harness";

let harness: OrderImportHarness;

beforeEach(() => {
  harness = openOrderImport("8.2.1");
});

const demand = (...fields: string[]) => switches.demandFields(harness.store.store, fields);
const addressOf = (id: string) =>
  harness.store.rows("addresses").find((row) => row.values["id_customer"] === id)?.values;
const customerId = () => String(harness.made()[0]?.values["id_customer"]);

/** A country that asks for the buyer's number, as Spain does in every PrestaShop. */
const demandIdentification = () => setCountry({ need_identification_number: "1" });

const setCountry = (change: Record<string, string>) => {
  const { tables } = harness.store.store;
  const country = tables.where("countries", "iso_code", "GB")[0];
  if (!country) throw new Error("no such country");
  tables.update("countries", { ...country, values: { ...country.values, ...change } });
};

it("an order waits while the buyer's country is switched off, and says so before it writes", async () => {
  setCountry({ active: "0" });
  expect(await failureOf(harness.importOnce())).toMatchObject({
    remedy: "merchant",
    code: "prestashop.country_inactive",
    facts: { country: "GB" },
  });
  expect(harness.posts()).toHaveLength(0);
  setCountry({ active: "1" });
  expect(await harness.importOnce()).toMatchObject({ isPaid: true });
  expect(harness.made()).toHaveLength(1);
});

describe("an order by the webservice, of a buyer who was never asked", () => {
  it("goes into a country that demands an identification number", async () => {
    demandIdentification();
    expect(await harness.importOnce()).toMatchObject({ isPaid: true, totalMinor: 2297 });
    expect(addressOf(customerId())).toMatchObject({ dni: "-", city: "London" });
  });

  it("is sent to another address there as well", async () => {
    demandIdentification();
    const { id } = await harness.importOnce();
    await harness.session().changeOrder(id, { address: { ...draft.address, city: "York" } });
    const [order] = harness.made();
    const now = harness.store
      .rows("addresses")
      .find((row) => row.id === order?.values["id_address_delivery"]);
    expect(now?.values).toMatchObject({ dni: "-", city: "York" });
  });

  it("has a text that says nothing in fields the merchant has made required", async () => {
    demand("customers birthday", "addresses company", "addresses vat_number", "addresses phone");
    await harness.importOnce();
    expect(addressOf(customerId())).toMatchObject({ company: "-", vat_number: "-", phone: "0" });
    const guest = harness.store.rows("customers").find((row) => row.id === customerId());
    expect(guest?.values["birthday"]).toContain("1970-01-01");
    expect(harness.made()).toHaveLength(1);
  });

  it("waits with the name of the field where the store takes no text for it", async () => {
    demand("customers max_payment_days");
    expect(await failureOf(harness.importOnce())).toMatchObject({
      remedy: "merchant",
      code: "prestashop.buyer_field",
      facts: { field: "customer max_payment_days" },
    });
    demand();
    expect(await harness.importOnce()).toMatchObject({ isPaid: true });
    expect(harness.made()).toHaveLength(1);
  });
});
