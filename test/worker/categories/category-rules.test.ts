import { describe, expect, it } from "vitest";
import { RULES_SHAPE_VERSION } from "../../../src/domain/listings/listing-rules";
import { readRequirements } from "../../../src/sync/listings/read-requirements";
import { mappedCatalogue, type CatalogueHarness } from "../../support/catalogue-harness";
import { rowsOf } from "../../support/merchant";

const MUG = "7";
const DAY_MS = 86_400_000;

interface RuleRow {
  category_id: string;
  body: string;
  shape_version: number;
  body_hash: string;
  read_at: number;
  previous_body: string | null;
  previous_version: number | null;
  changed_at: number | null;
}

async function ruleOf(harness: CatalogueHarness, categoryId: string | null): Promise<RuleRow> {
  const [row] = await rowsOf<RuleRow>(
    "SELECT * FROM channel_category_rule WHERE connection_id = ? AND category_id = ?",
    harness.connectionId,
    categoryId,
  );
  if (!row) throw new Error(`no rules of ${categoryId}`);
  return row;
}

const reads = ({ calls }: CatalogueHarness) => calls.filter((name) => name === "readRules").length;

describe("the rules of a category", () => {
  it("are kept with the version of their shape and read once a day", async () => {
    const harness = await mappedCatalogue();
    const ports = await harness.ports();
    const { categoryId } = await readRequirements(ports, MUG);
    expect(await ruleOf(harness, categoryId)).toMatchObject({
      shape_version: RULES_SHAPE_VERSION,
      body_hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      previous_body: null,
      previous_version: null,
      changed_at: null,
    });
    await readRequirements(ports, MUG);
    expect(reads(harness)).toBe(1);
    harness.clock.aheadMs += DAY_MS;
    await readRequirements(ports, MUG);
    expect(reads(harness)).toBe(2);
    expect(await ruleOf(harness, categoryId)).toMatchObject({ previous_body: null });
  });

  it("that 0.2 stored are read again before use, once, and kept as what was before", async () => {
    const harness = await mappedCatalogue();
    const ports = await harness.ports();
    const { categoryId } = await readRequirements(ports, MUG);
    const old = JSON.stringify({ rules: { certifications: [], sizeChart: "none" } });
    await rowsOf(
      `UPDATE channel_category_rule SET body = ?, shape_version = 0, body_hash = ''
       WHERE category_id = ?`,
      old,
      categoryId,
    );
    harness.calls.length = 0;
    const requirements = await readRequirements(ports, MUG);
    await readRequirements(ports, MUG);
    expect(reads(harness)).toBe(1);
    expect(requirements.attributes.length).toBeGreaterThan(0);
    expect(await ruleOf(harness, categoryId)).toMatchObject({
      shape_version: RULES_SHAPE_VERSION,
      previous_body: old,
      previous_version: 0,
      changed_at: expect.any(Number),
    });
  });

  it("that the channel changed leave behind what they were", async () => {
    let sizeChart: "none" | "required" = "none";
    const harness = await mappedCatalogue({
      channel: (session) => ({
        readRules: async (id) => ({ ...(await session.readRules(id)), sizeChart }),
      }),
    });
    const ports = await harness.ports();
    const { categoryId } = await readRequirements(ports, MUG);
    const before = await ruleOf(harness, categoryId);
    sizeChart = "required";
    harness.clock.aheadMs += DAY_MS;
    expect((await readRequirements(ports, MUG)).sizeChart).toBe("required");
    const after = await ruleOf(harness, categoryId);
    expect(after).toMatchObject({
      previous_body: before.body,
      previous_version: RULES_SHAPE_VERSION,
      changed_at: after.read_at,
    });
    expect(after.body_hash).not.toBe(before.body_hash);
  });
});
