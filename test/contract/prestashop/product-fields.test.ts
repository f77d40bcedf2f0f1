/** Codes and languages of products, with every version and both transports. */
import { describe, expect, it } from "vitest";
import { NEEDED_PERMISSIONS } from "../../../src/domain/connections/store-permissions";
import { FLAVOURS, openStore, STORE_KEY } from "./simulated-store";

const SECRET = "the-secret-of-a-paired-module-01";

const french = { name: { "1": "Mug", "2": "Tasse" }, description: { "1": "<p>Hot</p>", "2": "" } };

describe.each(FLAVOURS)("products of PrestaShop %s", (flavour) => {
  it("carry the codes of the product and of each variant as the store writes them", async () => {
    const { store, open } = openStore(flavour);
    store.edit("products", "1", { ean13: "4006381333931", mpn: "HB-1" });
    store.edit("products", "6", { upc: "036000291452", isbn: "978-3-16-148410-0" });
    store.edit("combinations", "1", { ean13: "96385074" });
    const [shirt, mug] = (await open().pullProducts(["1", "6"])).products;
    expect(shirt?.identifiers).toEqual({ ean13: "4006381333931", mpn: "HB-1" });
    expect(shirt?.variants[0]?.identifiers).toEqual({ ean13: "96385074" });
    expect(shirt?.variants[1]).not.toHaveProperty("identifiers");
    const codes = { upc: "036000291452", isbn: "978-3-16-148410-0" };
    expect(mug?.identifiers).toEqual(codes);
    expect(mug?.variants[0]?.identifiers).toEqual(codes);
  });

  it("carry the fewest units of each variant, of a product with variants theirs alone", async () => {
    const { store, open } = openStore(flavour);
    store.edit("products", "1", { minimal_quantity: "9" });
    store.edit("products", "6", { minimal_quantity: "5" });
    store.edit("combinations", "1", { minimal_quantity: "3" });
    const [shirt, mug] = (await open().pullProducts(["1", "6"])).products;
    expect(shirt?.variants[0]?.minimumQuantity).toBe(3);
    expect(shirt?.variants[1]).not.toHaveProperty("minimumQuantity");
    expect(mug?.variants[0]?.minimumQuantity).toBe(5);
  });

  it("say where the store shows them nowhere, which stops no sale", async () => {
    const { store, open } = openStore(flavour);
    store.edit("products", "6", { visibility: "none" });
    store.edit("products", "7", { visibility: "search" });
    for (const secret of [undefined, SECRET]) {
      if (secret) store.configureModule({ webhookUrl: "https://weft.example/hook", secret });
      const [mug, other] = (await open(undefined, secret).pullProducts(["6", "7"])).products;
      expect(mug).toMatchObject({ isHidden: true, isActive: true });
      expect(other).not.toHaveProperty("isHidden");
    }
  });

  it("are led by the cover of the shop, wherever it stands", async () => {
    const { store, open } = openStore(flavour);
    const idsOf = async () =>
      (await open().pullProducts(["1"])).products[0]?.images.map(({ id }) => id) ?? [];
    const before = await idsOf();
    expect(before.length).toBeGreaterThan(1);
    const [cover = ""] = before.slice(-1);
    store.edit("products", "1", { cover });
    expect(await idsOf()).toEqual([cover, ...before.slice(0, -1)]);
  });

  it("carry what other languages say, as soon as the store told which it has", async () => {
    const { store, open } = openStore(flavour);
    store.edit("products", "6", french);
    const known = await open().readStore();
    const [mug, other] = (await open(known).pullProducts(["6", "7"])).products;
    expect(mug).toMatchObject({ name: "Mug", description: "<p>Hot</p>" });
    expect(mug?.texts).toEqual([
      { language: "en-GB", name: "Tasse", description: expect.stringContaining("Ceramic") },
    ]);
    expect(other).not.toHaveProperty("texts");
    expect((await open().pullProducts(["6"])).products[0]).not.toHaveProperty("texts");
  });

  it("carry no texts of a language that is switched off", async () => {
    const { store, open } = openStore(flavour);
    store.edit("products", "6", french);
    store.edit("languages", "2", { active: "0" });
    const known = await open().readStore();
    expect((await open(known).pullProducts(["6"])).products[0]).not.toHaveProperty("texts");
  });

  it("have the languages told by the module where the key may not read them", async () => {
    const { store, open } = openStore(flavour);
    store.edit("products", "6", french);
    store.createWebserviceKey(
      STORE_KEY,
      NEEDED_PERMISSIONS as Parameters<typeof store.createWebserviceKey>[1],
    );
    const without = await open().readStore();
    expect((await open(without).pullProducts(["6"])).products[0]).not.toHaveProperty("texts");
    store.configureModule({ webhookUrl: "https://weft.example/hook", secret: SECRET });
    const known = await open(undefined, SECRET).readStore();
    expect((await open(known).pullProducts(["6"])).products[0]?.texts?.[0]?.name).toBe("Tasse");
  });

  it("come in the store's own language where the store fails over the others", async () => {
    const { store, open } = openStore(flavour);
    store.edit("products", "6", french);
    const known = await open().readStore();
    const warning = { errors: [{ code: 3, message: "[PHP Warning #2] Undefined array key 3" }] };
    const read = await open(known, undefined, async (request) =>
      new URL(request.url).searchParams.get("language")?.includes("|")
        ? Response.json(warning, { status: 500, headers: { "psws-version": flavour } })
        : store.fetch(request),
    ).pullProducts(["6"]);
    const [mug] = read.products;
    expect(mug).toMatchObject({ id: "6", name: "Mug" });
    expect(mug).not.toHaveProperty("texts");
  });
});
