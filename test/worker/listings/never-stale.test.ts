import * as fc from "fast-check";
import { expect, it } from "vitest";
import { changeConnection } from "../../../src/db/connections/connections";
import type { SourceProduct } from "../../../src/domain/catalogue/source-product";
import { planListing } from "../../../src/domain/listings/plan-listing";
import { storeProducts } from "../../../src/sync/catalogue/observe-products";
import { checkStep } from "../../../src/sync/listings/check-products";
import { compareGroups } from "../../../src/sync/listings/compare-groups";
import { listingInput, withListing } from "../../../src/sync/listings/listing-input";
import { wakeChecks } from "../../../src/tasks/run-checks";
import { mappedCatalogue, type CatalogueHarness } from "../../support/catalogue-harness";
import { checkPortsOf, checkStates } from "../../support/check-states";
import { PACKAGE_DEFAULTS, rowsOf, saveSettings } from "../../support/merchant";

const DAY_MS = 86_400_000;
const RETRY_MS = 600_000;
/** A certificate that every category knows and none requires. */
const PROOF = { id: "777", name: "Proof", isRequired: false };

/** What the channel asks for in every category, beyond what it asked for at first. */
interface Asked {
  sizeChart: "none" | "required";
  needsManufacturer: boolean;
  isAttributeRequired: boolean;
}

interface Subject {
  harness: CatalogueHarness;
  asked: Asked;
  leaves: { id: string; attributes: string[] }[];
  sources: string[];
  products: string[];
}

type Op = (subject: Subject, pick: number) => Promise<void>;
const at = <T>(list: readonly T[], pick: number): T => list[pick % list.length] as T;

const change = async ({ harness }: Subject, columns: Parameters<typeof changeConnection>[2]) =>
  changeConnection(harness.services.db, harness.connectionId, columns, harness.services.now());

async function settings(
  { harness }: Subject,
  packageDefaults: typeof PACKAGE_DEFAULTS | null,
): Promise<void> {
  await saveSettings(harness.merchant, harness.connectionId, { packageDefaults });
}

/** The product as a pull that finds it changed stores it. */
async function pull(subject: Subject, pick: number, changed: Partial<SourceProduct>) {
  const { products, sold, ledger } = await subject.harness.ports();
  const stored = await products.find(at(subject.products, pick));
  if (stored)
    await storeProducts(
      { products, sold, ledger },
      [{ ...stored.body, ...changed }],
      subject.harness.services.now(),
    );
}

/** Every input of a check, changed one way and back. */
const OPS: Readonly<Record<string, Op>> = {
  "pull: the name is gone": (subject, pick) => pull(subject, pick, { name: "" }),
  "pull: another name": (subject, pick) => pull(subject, pick, { name: `A fine thing ${pick}` }),
  "pull: pictures gone": (subject, pick) => pull(subject, pick, { images: [] }),
  "pull: another category": (subject, pick) =>
    pull(subject, pick, { categoryId: at(subject.sources, pick + 1) }),
  "pull: switched off": (subject, pick) => pull(subject, pick, { isActive: pick % 2 === 0 }),
  "store: deleted": async ({ harness, products }, pick) => {
    await (await harness.ports()).products.flagDeleted([at(products, pick)]);
  },
  "store: back": async ({ harness, products }) =>
    (await harness.ports()).products.unflagDeleted(products),
  "details: attribute": async ({ harness, products, leaves }, pick) => {
    const id = at(at(leaves, pick).attributes, pick);
    const ports = await harness.ports();
    await ports.products.patchDetails(at(products, pick), {
      attributes: { [id]: pick % 3 === 0 ? null : [{ name: `Text ${pick}` }] },
    });
  },
  "details: papers": async ({ harness, products }, pick) => {
    await (
      await harness.ports()
    ).products.patchDetails(at(products, pick), {
      sizeChart: pick % 2 ? { uri: "tos/chart" } : null,
      manufacturerIds: pick % 3 ? ["m1"] : null,
      brand: pick % 5 ? { id: "b1", name: "Harbour" } : null,
    });
  },
  "details: certificate": async ({ harness, products }, pick) => {
    const expiresAt = harness.services.now() + (pick % 4) * DAY_MS;
    const proof = { files: [{ kind: "image" as const, uri: "tos/proof" }], expiresAt };
    const ports = await harness.ports();
    await ports.products.patchDetails(at(products, pick), {
      certificates: { [PROOF.id]: pick % 5 ? proof : null },
    });
  },
  "a day later": async ({ harness }) => {
    harness.clock.aheadMs += DAY_MS;
  },
  "details: parcel": async ({ harness, products }, pick) => {
    await (
      await harness.ports()
    ).products.patchDetails(at(products, pick), {
      package: pick % 2 ? { ...PACKAGE_DEFAULTS } : { weightGrams: null, lengthMm: null },
    });
  },
  "category: details": async ({ harness, leaves }, pick) => {
    await (
      await harness.ports()
    ).categoryFields.patchDetails(at(leaves, pick).id, {
      sizeChart: pick % 2 ? { uri: "tos/chart" } : null,
      manufacturerIds: pick % 3 ? ["m1"] : null,
      package: { weightGrams: pick % 5 ? 100 : null },
    });
  },
  "category: field mapping": async ({ harness, leaves }, pick) => {
    const { id, attributes } = at(leaves, pick);
    const source = pick % 3 ? { kind: "constant" as const, value: `V${pick}` } : null;
    const ports = await harness.ports();
    await ports.categoryFields.mapField(id, `attribute:${at(attributes, pick)}`, source);
  },
  "mapping: by a person": async ({ harness, leaves, sources }, pick) => {
    const leaf = at(leaves, pick).id;
    const mapping = { channelCategoryId: leaf, channelCategoryPath: "x", confidence: 100 };
    const key = { sourceCategoryId: at(sources, pick), state: "accepted" as const };
    await (await harness.ports()).mappings.save({ ...key, ...mapping }, "person");
  },
  "mapping: cleared": async ({ harness, sources }, pick) =>
    (await harness.ports()).mappings.remove(at(sources, pick)),
  "mapping: suggested, then accepted": async ({ harness, leaves, sources }, pick) => {
    const { mappings } = await harness.ports();
    const leaf = at(leaves, pick + 1).id;
    const mapping = { channelCategoryId: leaf, channelCategoryPath: "x", confidence: 50 };
    const key = { sourceCategoryId: at(sources, pick), state: "suggested" as const };
    await mappings.save({ ...key, ...mapping }, "suggestion");
    if (pick % 2) await mappings.acceptSuggestions();
  },
  "product: own category": async ({ harness, leaves, products }, pick) => {
    const channelCategoryId = pick % 3 ? at(leaves, pick).id : null;
    await (await harness.ports()).products.change(at(products, pick), { channelCategoryId });
  },
  "tree: no longer allowed": async ({ harness, leaves }, pick) => {
    await rowsOf(
      "UPDATE channel_category SET permission = ? WHERE connection_id = ? AND category_id = ?",
      pick % 2 ? "prohibited" : "available",
      harness.connectionId,
      at(leaves, pick).id,
    );
  },
  "rules: changed": async ({ harness, asked }, pick) => {
    asked.sizeChart = pick % 2 ? "required" : "none";
    asked.needsManufacturer = pick % 3 === 0;
    asked.isAttributeRequired = pick % 5 === 0;
    harness.clock.aheadMs += DAY_MS;
  },
  "rules: of another shape": async ({ harness, leaves }, pick) => {
    await rowsOf(
      `UPDATE channel_category_rule SET shape_version = 0
       WHERE connection_id = ? AND category_id = ?`,
      harness.connectionId,
      at(leaves, pick).id,
    );
  },
  "settings: parcel": (subject, pick) =>
    settings(subject, pick % 2 ? { ...PACKAGE_DEFAULTS, weightGrams: 1 + pick } : null),
  "settings: warehouse": (subject, pick) =>
    change(subject, { warehouseId: pick % 2 ? `w${pick}` : "" }),
  "market: another": (subject, pick) => change(subject, { channelRegion: pick % 2 ? "GB" : "US" }),
  "a step of the checks": async ({ harness }) => {
    await checkStep(await checkPortsOf(harness));
  },
  "groups compared": async ({ harness }) => compareGroups(await checkPortsOf(harness)),
};

/** What a push would refuse the product for by what is stored now; it asks the channel nothing. */
async function freshly({ harness }: Subject, productId: string) {
  const ports = await harness.ports();
  const { channelCategories } = ports;
  // What is stored counts as read just now, however far the clock went.
  const stillFresh: typeof channelCategories = Object.assign(Object.create(channelCategories), {
    treeReadAt: async () => ports.now(),
    findRules: async (id: string) => {
      const rules = await channelCategories.findRules(id);
      return rules && { ...rules, readAt: ports.now() };
    },
  });
  const offline = {
    ...ports,
    channelCategories: stillFresh,
    openChannel: () => Promise.reject(new Error("asked")),
  };
  const stored = await ports.products.find(productId);
  if (!stored) throw new Error(`no product ${productId}`);
  const answer = planListing(await listingInput(offline, withListing(stored, undefined)));
  return answer.isReady ? [] : answer.reasons;
}

/** No check that counts says anything but what a push would say. */
async function holdsNow(subject: Subject): Promise<void> {
  const done = (await checkStates(subject.harness)).filter(({ check }) => check === "done");
  for (const { productId, missing } of done)
    expect({ productId, missing }).toEqual({
      productId,
      missing: JSON.parse(JSON.stringify(await freshly(subject, productId))),
    });
}

/** Products of the store whose check is not up to date; what the store deleted is not checked any more. */
async function unchecked({ harness }: Subject): Promise<string[]> {
  const gone = await rowsOf<{ product_id: string }>(
    "SELECT product_id FROM product WHERE connection_id = ? AND deleted_at IS NOT NULL",
    harness.connectionId,
  );
  const deleted = new Set(gone.map((row) => row.product_id));
  const open = (await checkStates(harness)).filter(({ check }) => check !== "done");
  return open.map(({ productId }) => productId).filter((id) => !deleted.has(id));
}

async function prepare(): Promise<Subject> {
  const asked: Asked = { sizeChart: "none", needsManufacturer: false, isAttributeRequired: false };
  const harness = await mappedCatalogue({
    channel: (session) => ({
      readRules: async (id) => {
        const rules = await session.readRules(id);
        return { ...rules, ...asked, certifications: [...rules.certifications, PROOF] };
      },
      listAttributes: async (id) =>
        (await session.listAttributes(id)).map((one) =>
          asked.isAttributeRequired ? { ...one, isRequired: true } : one,
        ),
    }),
  });
  await wakeChecks(harness.services, harness.connectionId);
  await harness.drain();
  const rules = await rowsOf<{ id: string; body: string }>(
    `SELECT category_id AS id, body FROM channel_category_rule
     WHERE connection_id = ? ORDER BY category_id LIMIT 4`,
    harness.connectionId,
  );
  const leaves = rows(rules).filter(({ attributes }) => attributes.length > 0);
  const { mappings } = await harness.ports();
  const sources = (await mappings.list()).map(({ sourceCategoryId }) => sourceCategoryId);
  const products = (await checkStates(harness)).map(({ productId }) => productId);
  return { harness, asked, leaves, sources: sources.slice(0, 4), products };
}

const rows = (rules: readonly { id: string; body: string }[]) =>
  rules.map(({ id, body }) => {
    const { attributes } = JSON.parse(body) as { attributes: { id: string; kind: string }[] };
    const own = attributes.filter(({ kind }) => kind === "product");
    return { id, attributes: own.map((one) => one.id) };
  });

it("no stored check is ever stale: it says what a push would say, or that it is not up to date", async () => {
  const subject = await prepare();
  const { harness } = subject;
  expect(subject.leaves.length).toBeGreaterThan(1);
  const op = fc.tuple(fc.constantFrom(...Object.keys(OPS)), fc.nat(97));
  await fc.assert(
    fc.asyncProperty(fc.array(op, { minLength: 1, maxLength: 5 }), async (sequence) => {
      for (const [name, pick] of sequence) {
        await OPS[name]?.(subject, pick);
        await holdsNow(subject);
      }
      // The shop answers again: another market's would not know its categories.
      await change(subject, { channelRegion: "GB" });
      harness.clock.aheadMs += RETRY_MS;
      await wakeChecks(harness.services, harness.connectionId);
      await harness.drain();
      await holdsNow(subject);
      expect(await unchecked(subject)).toEqual([]);
    }),
    { numRuns: 8, endOnFailure: true },
  );
}, 240_000);
