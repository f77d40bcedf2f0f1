import { describe, expect, it } from "vitest";
import { readDemands } from "../../../src/sync/categories/read-demands";
import { readRequirements } from "../../../src/sync/listings/read-requirements";
import { wakeChecks } from "../../../src/tasks/run-checks";
import { mappedCatalogue, type CatalogueHarness } from "../../support/catalogue-harness";

const DAY_MS = 86_400_000;
const MUG = "7";
const ORIGIN = {
  id: "990",
  name: "Origin of the clay",
  kind: "product",
  isRequired: true,
} as const;
const asked = { ...ORIGIN, isCustomizable: true, isMultiple: false, values: [] };

/** A day later the rules are read again, and the products checked by them. */
async function refreshed(harness: CatalogueHarness): Promise<void> {
  harness.clock.aheadMs += DAY_MS;
  await wakeChecks(harness.services, harness.connectionId);
  await harness.drain();
}

const read = ({ merchant, connectionId }: CatalogueHarness) => {
  const params = { id: connectionId };
  return {
    attention: async () =>
      (await merchant.call("GET /api/connections/:id/attention", { params })).entries.filter(
        ({ code }) => code === "category.rules_changed",
      ),
    products: async (reason?: string) =>
      merchant.call("GET /api/connections/:id/products", {
        params,
        query: reason === undefined ? {} : { reason },
      }),
    demands: (categoryId: string) =>
      merchant.call("GET /api/connections/:id/channel-categories/:categoryId/demands", {
        params: { ...params, categoryId: categoryId as never },
      }),
  };
};

describe("a change of a category's rules", () => {
  it("flags all of its products that it stops and no others, before any push, until they are filled in", async () => {
    let leaf = "";
    const harness = await mappedCatalogue({
      channel: (session) => ({
        listAttributes: async (id) => [
          ...(await session.listAttributes(id)),
          ...(id === leaf ? [asked] : []),
        ],
      }),
    });
    const { attention, products, demands } = read(harness);
    const { categoryId } = await readRequirements(await harness.ports(), MUG);
    await refreshed(harness);
    expect(await attention()).toEqual([]);
    const members = [];
    for (const { id } of (await products()).rows) {
      const needs = await readRequirements(await harness.ports(), id);
      if (needs.categoryId === categoryId) members.push(id);
    }
    expect(members.length).toBeGreaterThan(1);

    leaf = categoryId ?? "";
    await refreshed(harness);
    const reason = `rules.${leaf}`;
    const [entry, ...more] = await attention();
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      kind: "product",
      count: members.length,
      facts: { categoryId: leaf, filter: reason, names: [ORIGIN.name], subjects: [] },
    });
    const flagged = await products(reason);
    expect(flagged.rows.map(({ id }) => id).toSorted()).toEqual(members.toSorted());
    expect(flagged.counts.all).toBe(members.length);
    for (const { missing } of flagged.rows)
      expect(missing.flatMap(({ facts }) => facts["ids"] ?? [])).toContain(ORIGIN.id);
    expect((await demands(leaf)).news).toMatchObject({
      items: [{ subject: "attribute", move: "asked", id: ORIGIN.id, name: ORIGIN.name }],
      reason,
      stopped: members.length,
    });
    expect(harness.calls.filter((name) => /create|edit|save/i.test(name))).toEqual([]);

    // One by one, then for all of them at once.
    const { categoryFields, products: stored } = await harness.ports();
    await stored.patchDetails(MUG, { attributes: { [ORIGIN.id]: [{ name: "Delft" }] } });
    await wakeChecks(harness.services, harness.connectionId);
    await harness.drain();
    expect((await products(reason)).rows.map(({ id }) => id)).not.toContain(MUG);
    const attributes = { [ORIGIN.id]: [{ name: "Delft" }] };
    await categoryFields.patchDetails(leaf, { attributes });
    await wakeChecks(harness.services, harness.connectionId);
    await harness.drain();
    expect(await attention()).toEqual([]);
    expect((await demands(leaf)).news).toMatchObject({ stopped: 0 });
  });

  it("that is taken back, or is a month old, is news no more", async () => {
    let isAsked = false;
    const harness = await mappedCatalogue({
      channel: (session) => ({
        readRules: async (id) => ({
          ...(await session.readRules(id)),
          sizeChart: isAsked ? ("required" as const) : ("none" as const),
        }),
      }),
    });
    const { attention } = read(harness);
    await refreshed(harness);
    isAsked = true;
    await refreshed(harness);
    const flagged = await attention();
    expect(flagged.length).toBeGreaterThan(0);
    expect(flagged[0]?.facts).toMatchObject({ names: [], subjects: ["size_chart"] });
    const leaf = String(flagged[0]?.facts["categoryId"]);
    isAsked = false;
    await refreshed(harness);
    expect(await attention()).toEqual([]);
    isAsked = true;
    await refreshed(harness);
    expect((await attention()).length).toBe(flagged.length);
    harness.clock.aheadMs += 31 * DAY_MS;
    await refreshed(harness);
    expect(await attention()).toEqual([]);
    expect((await readDemands(await harness.ports(), leaf)).news).toBeNull();
  });
});
