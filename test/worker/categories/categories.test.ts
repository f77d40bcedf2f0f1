import { describe, expect, it } from "vitest";
import { browseCategories, searchCategories } from "../../../src/sync/categories/browse-categories";
import { mapCategory } from "../../../src/sync/categories/map-category";
import { overrideCategory } from "../../../src/sync/categories/override-category";
import { readRequirements } from "../../../src/sync/listings/read-requirements";
import { saveDetails } from "../../../src/sync/listings/save-details";
import { startPull } from "../../../src/tasks/start-pull";
import { startSuggest } from "../../../src/tasks/start-suggest";
import type { ListingDraft } from "../../../src/platforms/channel-listing";
import {
  catalogueHarness,
  mappedCatalogue,
  type CatalogueHarness,
} from "../../support/catalogue-harness";
import { rowsOf, saveSettings } from "../../support/merchant";
import { png } from "../../support/png";
import { startPush } from "../../support/start-tasks";

async function leafOf(harness: CatalogueHarness, permission = "available") {
  const [row] = await rowsOf<{ id: string; path: string }>(
    `SELECT category_id AS id, path FROM channel_category
     WHERE connection_id = ? AND is_leaf = 1 AND permission = ? ORDER BY category_id LIMIT 1`,
    harness.connectionId,
    permission,
  );
  if (!row) throw new Error(`no ${permission} leaf`);
  return row;
}

describe("the channel's categories", () => {
  it("are read in one call and kept for a day", async () => {
    const harness = await catalogueHarness();
    const ports = await harness.ports();
    const departments = await browseCategories(ports, "0");
    expect(departments.length).toBeGreaterThan(3);
    const children = await browseCategories(ports, departments[0]?.id ?? "");
    expect(children.length).toBeGreaterThan(0);
    await searchCategories(ports, "mugs");
    expect(harness.calls).toEqual(["listCategories"]);
    harness.clock.aheadMs += 86_400_000;
    await browseCategories(ports, "0");
    expect(harness.calls).toEqual(["listCategories", "listCategories"]);
  });

  it("are found by every word of their path, leaves only", async () => {
    const harness = await catalogueHarness();
    const ports = await harness.ports();
    const rows = await searchCategories(ports, "T-shirts");
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.isLeaf && /t-shirts/i.test(row.path))).toBe(true);
  });
});

describe("the mapping", () => {
  it("takes no effect while it is only suggested", async () => {
    const harness = await catalogueHarness();
    const ports = await harness.ports();
    const { services, connectionId } = harness;
    await startPull(services, connectionId, {}, "ada");
    await harness.drain();
    await startSuggest(services, connectionId, "ada");
    await harness.drain();
    expect((await readRequirements(ports, "7")).categoryId).toBeNull();
    const open = await ports.mappings.list();
    const suggested = open.filter(({ mapping }) => mapping?.state === "suggested");
    expect(suggested.length).toBeGreaterThan(0);
    for (const { mapping } of suggested) {
      expect(mapping?.confidence).toBeGreaterThan(0);
      expect(mapping?.confidence).toBeLessThanOrEqual(100);
    }
    const accepted = await ports.mappings.acceptSuggestions();
    expect(accepted).toBe(suggested.length);
    expect((await readRequirements(ports, "7")).categoryId).not.toBeNull();
  });

  it("is accepted by itself where the merchant wants that", async () => {
    const harness = await catalogueHarness();
    const ports = await harness.ports();
    await saveSettings(harness.merchant, harness.connectionId, { acceptSuggestions: true });
    await startPull(harness.services, harness.connectionId, {}, "ada");
    await harness.drain();
    await startSuggest(harness.services, harness.connectionId, "ada");
    await harness.drain();
    const rows = await ports.mappings.list();
    expect(rows.some(({ mapping }) => mapping?.state === "accepted")).toBe(true);
    expect(rows.some(({ mapping }) => mapping?.state === "suggested")).toBe(false);
  });

  it("is searched without case and accents, in a tree of an older version too", async () => {
    const harness = await catalogueHarness();
    const { channelCategories } = await harness.ports();
    const tree = [{ id: "9", parentId: "0", name: "Écharpes", path: "Mode > Écharpes" }].map(
      (node) => ({ ...node, isLeaf: true, permission: "available" }),
    );
    await channelCategories.saveTree(tree);
    const find = async (typed: string) =>
      (await channelCategories.searchLeaves(typed, 5)).map(({ id }) => id);
    expect(await find("echarpes MODE")).toEqual(["9"]);
    await rowsOf("UPDATE channel_category SET search_text = NULL");
    expect(await find("mode")).toEqual(["9"]);
    await channelCategories.saveTree(tree);
    expect(await find("echarpes")).toEqual(["9"]);
  });

  it("of a person stays when suggestions are asked for again", async () => {
    const harness = await mappedCatalogue();
    const ports = await harness.ports();
    const { services, connectionId } = harness;
    const [row] = await ports.mappings.list();
    const leaf = await leafOf(harness);
    const id = row?.sourceCategoryId ?? "";
    const chosen = await mapCategory(ports, id, leaf.id);
    expect(chosen.mapping).toMatchObject({ state: "accepted", categoryId: leaf.id });
    await startSuggest(services, connectionId, "ada");
    await harness.drain();
    const [after] = await ports.mappings.list(id);
    expect(after?.mapping?.categoryId).toBe(leaf.id);
    expect((await mapCategory(ports, id, null)).mapping).toBeNull();
  });

  it("is suggested for the products without a category too, and the task ends", async () => {
    const harness = await catalogueHarness();
    const { services, connectionId } = harness;
    await startPull(services, connectionId, {}, "ada");
    await harness.drain();
    await rowsOf(
      "UPDATE product SET source_category_id = NULL WHERE connection_id = ? AND product_id = '7'",
      connectionId,
    );
    const { taskId } = await startSuggest(services, connectionId, "ada");
    await harness.drain();
    expect(await harness.task(taskId)).toMatchObject({ state: "completed" });
    const [uncategorised] = await harness.items(taskId);
    expect(uncategorised).toMatchObject({ key: "", state: expect.stringMatching(/done|failed/) });
  });

  it("refuses what is no leaf, what the shop may not sell in and what does not exist", async () => {
    const harness = await mappedCatalogue();
    const ports = await harness.ports();
    const [row] = await ports.mappings.list();
    const map = (categoryId: string) => mapCategory(ports, row?.sourceCategoryId ?? "", categoryId);
    const [department] = await browseCategories(ports, "0");
    await expect(map(department?.id ?? "")).rejects.toMatchObject({ code: "category.not_leaf" });
    await expect(map((await leafOf(harness, "invite_only")).id)).rejects.toMatchObject({
      code: "category.forbidden",
    });
    await expect(map("42")).rejects.toMatchObject({ code: "category.unknown" });
  });
});

describe("a product's own choice", () => {
  it("beats the mapping and can be taken back", async () => {
    const harness = await mappedCatalogue();
    const ports = await harness.ports();
    const leaf = await leafOf(harness);
    const mapped = await readRequirements(ports, "7");
    await overrideCategory(ports, "7", leaf.id);
    expect(await readRequirements(ports, "7")).toMatchObject({
      categoryId: leaf.id,
      categoryPath: leaf.path,
    });
    await overrideCategory(ports, "7", null);
    expect((await readRequirements(ports, "7")).categoryId).toBe(mapped.categoryId);
  });

  it("of attributes is kept, and one of an unknown product refused", async () => {
    const harness = await mappedCatalogue();
    const ports = await harness.ports();
    const { connectionId } = harness;
    await saveDetails(ports, "7", { brand: { id: "123", name: "Harbour" } });
    const [row] = await rowsOf<{ details: string }>(
      "SELECT details FROM product WHERE connection_id = ? AND product_id = '7'",
      connectionId,
    );
    expect(JSON.parse(row?.details ?? "")).toEqual({ brand: { id: "123", name: "Harbour" } });
    await expect(saveDetails(ports, "nine", {})).rejects.toMatchObject({
      code: "product.not_found",
    });
  });
});

describe("a brand", () => {
  it("is found by name, saved with a product and sent with its listing", async () => {
    const drafts: ListingDraft[] = [];
    const harness = await mappedCatalogue({
      channel: (session) => ({
        createListing: (draft) => {
          drafts.push(draft);
          return session.createListing(draft);
        },
      }),
    });
    const { services, connectionId, merchant } = harness;
    const ports = await harness.ports();
    const { categoryId } = await readRequirements(ports, "7");
    const { rows } = await merchant.call("GET /api/connections/:id/brands", {
      params: { id: connectionId },
      query: { search: " harbour ", category: categoryId ?? "" },
    });
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.every(({ name }) => name.startsWith("Harbour"))).toBe(true);
    const brand = rows.find(({ isAuthorized }) => isAuthorized);
    await merchant.call("PATCH /api/connections/:id/products/:productId/details", {
      params: { id: connectionId, productId: "7" },
      body: { brand: { id: brand?.id ?? "", name: brand?.name ?? "" } },
    });
    await startPush(services, connectionId, { ids: ["7"] }, "ada");
    await harness.drain();
    expect(drafts.map(({ brandId }) => brandId)).toEqual([brand?.id]);
  });
});

describe("a size chart", () => {
  const path = "PUT /api/connections/:id/products/:productId/size-chart";

  it("is uploaded at once, kept beside the other details and sent where it is demanded", async () => {
    const drafts: ListingDraft[] = [];
    const harness = await mappedCatalogue({
      channel: (session) => ({
        readRules: async (id) => ({ ...(await session.readRules(id)), sizeChart: "required" }),
        createListing: (draft) => {
          drafts.push(draft);
          return session.createListing(draft);
        },
      }),
    });
    const { services, connectionId, merchant } = harness;
    const ports = await harness.ports();
    const missing = async () =>
      (await readRequirements(ports, "7")).missing.map(({ code }) => code);
    expect(await missing()).toEqual(["listing.size_chart_missing"]);
    await saveDetails(ports, "7", { brand: { name: "None" } });
    const { details } = await merchant.call(path, {
      params: { id: connectionId, productId: "7" },
      body: { fileName: "sizes.png", base64: png(1024, 2000, 3_000_000) },
    });
    expect(details).toEqual({
      brand: { name: "None" },
      sizeChart: { uri: expect.stringMatching(/./) },
    });
    expect(await missing()).toEqual([]);
    await startPush(services, connectionId, { ids: ["7"] }, "ada");
    await harness.drain();
    expect(drafts.map(({ sizeChartUri }) => sizeChartUri)).toEqual([details.sizeChart?.uri]);
    const id = await rowsOf<{ id: string }>(
      "SELECT channel_product_id AS id FROM listing WHERE connection_id = ? AND product_id = '7'",
      connectionId,
    );
    expect(id[0]?.id).toMatch(/^\d+$/);
  });

  it("is refused when it is no picture, too small, too large or of an unknown product", async () => {
    const { connectionId, merchant } = await mappedCatalogue();
    const refusal = async (base64: string, productId = "7") => {
      const params = { id: connectionId, productId };
      const answer = await merchant.send(path, { params, body: { fileName: "a.png", base64 } });
      const { error } = await answer.json<{ error: { code: string } }>();
      return [answer.status, error.code];
    };
    expect(await refusal("?")).toEqual([422, "size_chart.invalid"]);
    expect(await refusal(btoa("GIF89a and more"))).toEqual([422, "size_chart.invalid"]);
    expect(await refusal(png(1023, 4000))).toEqual([422, "size_chart.too_small"]);
    expect(await refusal("A".repeat(7 * 1024 * 1024))).toEqual([413, "request.too_large"]);
    expect(await refusal(png(1024, 1024), "nine")).toEqual([404, "product.not_found"]);
  });

  it("is the only thing that may be that large", async () => {
    const { connectionId, merchant } = await mappedCatalogue();
    const answer = await merchant.send("PATCH /api/connections/:id/products/:productId/details", {
      params: { id: connectionId, productId: "7" },
      body: { brand: { name: "A".repeat(1024 * 1024) } },
    });
    expect(answer.status).toBe(413);
  });
});

describe("the product that stands for a source category", () => {
  it("is found without reading every product of the store", async () => {
    const harness = await catalogueHarness();
    const ports = await harness.ports();
    const { services, connectionId } = harness;
    const { taskId } = await startPull(services, connectionId, {}, "ada");
    await harness.drain();
    expect((await harness.task(taskId)).state).toBe("completed");
    const [last] = await rowsOf<{ id: string; name: string; category: string }>(
      `SELECT product_id AS id, name, source_category_id AS category FROM product
       WHERE connection_id = ? ORDER BY product_id DESC LIMIT 1`,
      connectionId,
    );
    if (!last) throw new Error("nothing was pulled");
    const of = (change: string) =>
      services.db.run(`UPDATE product SET source_category_id = ${change}`);
    await of("'busy'");
    await of(`'rare' WHERE product_id = '${last.id}'`);
    harness.statements.length = 0;
    const found = await ports.mappings.sampleProduct("rare");
    expect(found?.name).toBe(last.name);
    expect(harness.statements.at(-1)?.rowsRead).toBeLessThan(5);
    await of(`NULL WHERE product_id = '${last.id}'`);
    expect((await ports.mappings.sampleProduct(""))?.name).toBe(last.name);
  });
});
