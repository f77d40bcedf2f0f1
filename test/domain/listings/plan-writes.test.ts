import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LISTING_ORIGINS, type ListingOrigin } from "../../../src/domain/listings/listing-origin";
import {
  planWrites,
  retiredSkuIds,
  sentAfter,
  type ListingWrite,
} from "../../../src/domain/listings/plan-writes";
import {
  CONTENT_FIELDS,
  EMPTY_HASH,
  isSkuField,
  type ContentField,
  type SentContent,
  type WantedContent,
} from "../../../src/domain/listings/sent-content";
import { isUpdated } from "../../../src/domain/listings/ruled-content";
import { defaultRules, type SyncRules } from "../../../src/domain/listings/sync-rules";

/** What a channel shows, by field, in hashes. */
type Shown = Record<ContentField, string>;

const OPTIONAL = new Set<ContentField>([
  "brand",
  "attributes",
  "packageSize",
  "sizeChart",
  "certificates",
  "manufacturers",
  "responsiblePersons",
  "optionImages",
  "barcodes",
]);

const hashOf = (field: ContentField) =>
  fc.constantFrom("a", "b", "c", ...(OPTIONAL.has(field) ? [EMPTY_HASH] : []));

const shown = fc.record(
  Object.fromEntries(CONTENT_FIELDS.map((field) => [field, hashOf(field)])),
) as fc.Arbitrary<Shown>;

const toWanted = (hashes: Shown) =>
  Object.fromEntries(
    Object.entries(hashes).map(([field, hash]) => [field, { hash }]),
  ) as unknown as WantedContent;

const rules: fc.Arbitrary<SyncRules> = fc
  .record({
    title: fc.constantFrom("source", "connector", "channel"),
    description: fc.constantFrom("source", "channel"),
    media: fc.constantFrom("source", "channel"),
    barcode: fc.constantFrom("source", "channel"),
    price: fc.constantFrom("source", "channel"),
    stock: fc.constantFrom("source", "channel"),
    details: fc.constantFrom("source", "channel"),
  } as const)
  .map((update) => ({ ...defaultRules("pushed"), update }));

/**
 * A channel that does what it documents: a full edit replaces everything, a partial one the named
 * properties; its SKUs are one property. An empty value clears a field in a full edit only.
 */
function apply(write: ListingWrite, before: Shown, wanted: WantedContent): Shown {
  const isWhole = write.kind !== "edit";
  const touchesSkus = write.fields.some(isSkuField);
  const after = { ...before };
  for (const field of CONTENT_FIELDS) {
    const isInCall = isWhole || write.fields.includes(field) || (touchesSkus && isSkuField(field));
    if (!isInCall || write.kept.includes(field)) continue;
    const { hash } = wanted[field];
    if (!isWhole && !isSkuField(field)) expect([field, hash]).not.toEqual([field, EMPTY_HASH]);
    if (!isWhole) expect(field).not.toBe("category");
    after[field] = hash;
  }
  return after;
}

/** What was sent before: of each field what is shown, or nothing where the seller changed it. */
const history = fc.record({
  shown,
  known: fc.subarray([...CONTENT_FIELDS]),
  isUnknown: fc.boolean(),
});

const toSent = ({
  shown: now,
  known,
  isUnknown,
}: typeof history extends fc.Arbitrary<infer T> ? T : never): SentContent | null =>
  isUnknown ? null : Object.fromEntries(known.map((field) => [field, { hash: now[field] }]));

describe("the planned writes of a listing", () => {
  it("lead to what is wanted, leave what is the channel's, and are none afterwards", () => {
    fc.assert(
      fc.property(history, shown, rules, fc.boolean(), (past, hashes, set, isRejected) => {
        const wanted = toWanted(hashes);
        const sent = toSent(past);
        const writes = planWrites({ wanted, listed: { sent, isRejected }, rules: set });
        expect(writes.length).toBeLessThanOrEqual(1);
        const after = writes.reduce((now, write) => apply(write, now, wanted), past.shown);
        const sentNow = writes.reduce<SentContent | null>(
          (now, write) => sentAfter(now, wanted, write, set),
          sent,
        );
        for (const field of CONTENT_FIELDS)
          expect([field, after[field]]).toEqual([
            field,
            isUpdated(set, field) ? hashes[field] : past.shown[field],
          ]);
        const listed = { sent: sentNow, isRejected: false };
        expect(planWrites({ wanted, listed, rules: set })).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("name what changed alone, and send the whole where a part cannot be sent", () => {
    const all = Object.fromEntries(CONTENT_FIELDS.map((field) => [field, "a"])) as Shown;
    const sent = toWanted(all);
    const writes = (change: Partial<Shown>, isRejected = false) =>
      planWrites({
        wanted: toWanted({ ...all, ...change }),
        listed: { sent, isRejected },
        rules: defaultRules("pushed"),
      });
    expect(writes({})).toEqual([]);
    expect(writes({ title: "b", barcodes: EMPTY_HASH })).toEqual([
      { kind: "edit", fields: ["title", "barcodes"], kept: [] },
    ]);
    const whole = [{ kind: "replace", fields: CONTENT_FIELDS, kept: [] }];
    expect(writes({ category: "b" })).toEqual(whole);
    expect(writes({ brand: EMPTY_HASH })).toEqual(whole);
    expect(writes({}, true)).toEqual(whole);
  });

  it("create what the channel does not have", () => {
    fc.assert(
      fc.property(shown, (hashes) => {
        const input = { wanted: toWanted(hashes), listed: undefined };
        expect(planWrites({ ...input, rules: defaultRules("pushed") })).toEqual([
          { kind: "create", fields: CONTENT_FIELDS, kept: [] },
        ]);
      }),
    );
  });

  it("are none for a mapped listing without rules", () => {
    fc.assert(
      fc.property(history, shown, fc.boolean(), (past, hashes, isRejected) => {
        const listed = { sent: toSent(past), isRejected };
        const wanted = toWanted(hashes);
        expect(planWrites({ wanted, listed, rules: defaultRules("mapped") })).toEqual([]);
      }),
    );
  });

  it("never take a SKU off that Weft does not own", () => {
    const ids = fc.uniqueArray(fc.constantFrom("1", "2", "3", "4", "5", "6"));
    const origin = fc.constantFrom<ListingOrigin>(...LISTING_ORIGINS);
    fc.assert(
      fc.property(ids, ids, ids, origin, (onChannel, ours, wanted, made) => {
        const offers = ours.map((id) => ({
          variantId: `v${id}`,
          channelSkuId: id,
          sellerSku: `s${id}`,
        }));
        const variants = new Set(wanted.map((id) => `v${id}`));
        const retired = new Set(retiredSkuIds(made, offers, variants));
        const left = onChannel.filter((id) => !retired.has(id));
        const foreign = onChannel.filter((id) => !ours.includes(id));
        for (const id of foreign) expect(left).toContain(id);
        if (made === "mapped") expect(left).toEqual(onChannel);
        for (const id of ours)
          if (made === "pushed" && !wanted.includes(id)) expect(left).not.toContain(id);
      }),
    );
  });
});
