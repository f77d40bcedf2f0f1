/**
 * What every channel platform must do, whatever its wire format. One suite, run against each
 * entry of the registry; it knows the port and nothing of any vendor.
 */
import { describe, expect, it } from "vitest";
import { contentContract } from "./channel-content.contract";
import { listingContract } from "./channel-listings.contract";
import { offersContract } from "./channel-offers.contract";
import { orderContract } from "./channel-orders.contract";
import { packageContract } from "./channel-packages.contract";
import { papersContract } from "./channel-papers.contract";
import { firstOpenLeaf, type ChannelHarness } from "./channel-harness";

export function channelContract(name: string, open: () => Promise<ChannelHarness>): void {
  describe(`${name} as a channel`, () => {
    describe("the shop", () => {
      it("is listed with its market, and has one warehouse to sell from", async () => {
        const { session } = await open();
        const [shop] = await session.listShops();
        expect(shop?.region).toMatch(/^[A-Z]{2}$/);
        expect(shop?.cipher).not.toBe("");
        const warehouses = await session.listWarehouses();
        const defaults = warehouses.filter((row) => row.kind === "sales" && row.isDefault);
        expect(defaults).toHaveLength(1);
      });

      it("is ready to list", async () => {
        const { session } = await open();
        expect(await session.readPrerequisites()).toEqual([]);
      });

      it("offers shipping providers for at least one delivery option", async () => {
        const { session } = await open();
        const warehouse = (await session.listWarehouses()).find(({ kind }) => kind === "sales");
        const options = await session.listDeliveryOptions(warehouse?.id ?? "");
        const [first] = options;
        expect(await session.listShippingProviders(first?.id ?? "")).not.toEqual([]);
      });
    });

    describe("categories", () => {
      it("form one tree: every parent is there and leaves are nobody's parent", async () => {
        const { session } = await open();
        const rows = await session.listCategories();
        const ids = new Set(rows.map(({ id }) => id));
        const parents = new Set(rows.map(({ parentId }) => parentId));
        expect(ids.size).toBe(rows.length);
        for (const row of rows) {
          if (row.parentId !== "0") expect(ids.has(row.parentId)).toBe(true);
          if (row.isLeaf) expect(parents.has(row.id)).toBe(false);
        }
        expect(rows.filter(({ isLeaf }) => isLeaf).length).toBeGreaterThan(0);
      });

      it("are suggested as leaves of that tree or not at all", async () => {
        const { session } = await open();
        const leaves = (await session.listCategories()).filter(({ isLeaf }) => isLeaf);
        const names = new Map(leaves.map((row) => [row.id, row.name]));
        for (const { name } of leaves.slice(0, 5)) {
          const found = await session.suggestCategory(`${name} for everyday use`, "");
          if (found) expect(names.get(found.categoryId)).toBe(found.path.at(-1));
        }
        expect(await session.suggestCategory("qzxv wqzx", "")).toBeUndefined();
      });

      it("say what a listing of a leaf must carry", async () => {
        const harness = await open();
        const { session } = harness;
        const leaf = await firstOpenLeaf(harness);
        for (const attribute of await session.listAttributes(leaf.id))
          expect(attribute.values.length > 0 || attribute.isCustomizable).toBe(true);
      });
    });

    describe("brands", () => {
      it("are found by a part of their name, whatever its case, in any category", async () => {
        const harness = await open();
        const { session } = harness;
        const { brands, next } = await session.listBrands(undefined, "");
        const [some] = brands;
        if (next) {
          const further = await session.listBrands(undefined, "", next);
          expect(further.brands.map(({ id }) => id)).not.toContain(some?.id);
        }
        const part = (some?.name ?? "").slice(0, 4);
        expect(part).not.toBe("");
        const leaf = await firstOpenLeaf(harness);
        for (const categoryId of [undefined, leaf.id]) {
          const { brands: found } = await session.listBrands(categoryId, part.toLowerCase());
          expect(found.map(({ id }) => id)).toContain(some?.id);
          for (const { name } of found) expect(name.toLowerCase()).toContain(part.toLowerCase());
        }
        expect(await session.listBrands(undefined, "qzxv wqzx")).toEqual({ brands: [] });
      });
    });

    listingContract(open);

    contentContract(open);

    offersContract(open);

    papersContract(open);

    orderContract(open);

    packageContract(open);

    it("accepts webhooks for the events we use, twice over", async () => {
      const { session } = await open();
      const topics = await session.registerWebhooks("https://hooks.weft.example/channel");
      expect(topics.length).toBeGreaterThan(0);
      expect(await session.registerWebhooks("https://hooks.weft.example/channel")).toEqual(topics);
    });
  });
}
