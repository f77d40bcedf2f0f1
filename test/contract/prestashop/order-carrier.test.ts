import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isPickUp, PICK_UP_PATTERNS } from "../../../src/domain/orders/pick-up";
import type { StoreCarrier } from "../../../src/platforms/prestashop/carriers";
import {
  chooseCarrier,
  deliverers,
  findCarrier,
} from "../../../src/platforms/prestashop/orders/choose-carrier";
import { draft, openOrderImport } from "./order-import-harness";

const carrier = (id: string, more: Partial<StoreCarrier> = {}): StoreCarrier => ({
  id,
  reference: id,
  name: id,
  isActive: true,
  isDeleted: false,
  isFree: false,
  isModule: false,
  isPickUp: false,
  ...more,
});
const ids = (carriers: readonly StoreCarrier[]) => carriers.map(({ id }) => id);

describe("the carrier of an order", () => {
  it("is the one wanted as it is after the merchant's last edit", () => {
    const edited = [carrier("2", { isDeleted: true }), carrier("9", { reference: "2" })];
    expect(findCarrier(edited, "2")).toBe("9");
    expect(() => findCarrier(edited, "3")).toThrow("prestashop.carrier_missing");
  });

  it("is the store's default without a wish, never a switched-off one nor a pick-up", () => {
    const offered = [
      carrier("1", { isFree: true, isActive: false }),
      carrier("2"),
      carrier("3", { isFree: true, isModule: true }),
      carrier("4", { isFree: true }),
      carrier("5", { isFree: true, isPickUp: true }),
      carrier("6", { isModule: true }),
    ];
    expect(ids(deliverers(offered, "6"))).toEqual(["6", "4", "2", "3"]);
    expect(ids(deliverers(offered, "5"))).toEqual(["4", "2", "3", "6"]);
    expect(() => chooseCarrier([], "5", undefined)).toThrow("prestashop.carrier_missing");
  });

  it("is one whose prices name the zone before one of whom nothing is known", () => {
    const [far, near, free] = [carrier("1"), carrier("2"), carrier("3", { isFree: true })];
    expect(chooseCarrier([far, near, free], "1", new Set(["2"]))).toBe("2");
    expect(chooseCarrier([far, free], "1", new Set())).toBe("3");
    expect(chooseCarrier([free, near], "3", new Set(["2"]))).toBe("3");
    expect(chooseCarrier([far, near], "1", new Set())).toBe("1");
    expect(chooseCarrier([far, near], "1", undefined)).toBe("1");
  });

  it("is told for a pick-up by its texts, in the languages of the markets", () => {
    const fetched = [
      ["Click and collect", ""],
      ["0", "Pick up in-store"],
      ["Retrait en magasin", ""],
      ["Selbstabholung", ""],
      ["Ritiro in negozio", ""],
      ["Recogida en tienda", ""],
      ["Click & Collect", ""],
      ["Mondial Relay", "En point relais sous 3 jours"],
    ];
    for (const texts of fetched) expect(isPickUp(...texts), texts[0]).toBe(true);
    for (const name of [
      "My carrier",
      "DHL Express",
      "Colissimo",
      "Royal Mail",
      "Delivery next day!",
    ])
      expect(isPickUp(name), name).toBe(false);
  });

  it("is told for a pick-up by the module's own patterns, which are these", () => {
    const php = readFileSync("modules/prestashop/weft/src/Order/PickUp.php", "utf8");
    const patterns = [...php.matchAll(/^ {8}'(.*)',$/gm)].map(([, pattern]) => pattern);
    expect(patterns).toEqual(PICK_UP_PATTERNS);
  });
});

describe.each([
  ["through the webservice", false],
  ["by the module", true],
])("an order without a wish for its carrier, %s,", (_name, hasModule) => {
  const place = async (spoil: (harness: ReturnType<typeof openOrderImport>) => void) => {
    const harness = openOrderImport("8.2.1");
    if (hasModule) await harness.installModule();
    spoil(harness);
    await harness.importOnce();
    const [order] = harness.made();
    const parcels = harness.store
      .rows("order_carriers")
      .filter((row) => row.values["id_order"] === order?.id);
    return [order?.values["id_carrier"], ...parcels.map((row) => row.values["id_carrier"])];
  };

  it("gets none for whom the buyer would have to come, though it is the default and free", async () => {
    expect(await place(() => {})).toEqual(["2", "2"]);
  });

  it("gets the store's default, where that delivers", async () => {
    expect(
      await place(({ store }) => {
        store.edit("carriers", "3", { active: "1" });
        store.setCarrierZones("3", ["1", "7"]);
        store.setSetting("PS_CARRIER_DEFAULT", "3");
      }),
    ).toEqual(["3", "3"]);
  });

  it("gets one that serves the zone, where the default does not", async () => {
    expect(
      await place(({ store }) => {
        store.edit("carriers", "3", { active: "1" });
        store.setCarrierZones("3", ["1"]);
        store.setSetting("PS_CARRIER_DEFAULT", "3");
      }),
    ).toEqual(["2", "2"]);
  });

  it("gets one that is free before others, told apart by its text alone", async () => {
    expect(
      await place(({ store }) => {
        store.editCarrier("1", { name: "Royal Mail", delay: "Two days" });
      }),
    ).toEqual(["16", "16"].map(() => expect.any(String)));
  });

  it("waits where every carrier is a pick-up", async () => {
    await expect(
      place(({ store }) => store.edit("carriers", "2", { active: "0" })),
    ).rejects.toMatchObject({ code: "prestashop.carrier_missing" });
  });

  it("gets a pick-up where the merchant chose it", async () => {
    const harness = openOrderImport("8.2.1");
    if (hasModule) await harness.installModule();
    await harness.importOnce(undefined, { ...draft, carrierReference: "1" });
    expect(harness.made()[0]?.values["id_carrier"]).toBe("1");
  });
});
