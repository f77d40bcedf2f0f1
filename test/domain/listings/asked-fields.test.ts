import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  askedAttributes,
  isCertificateNeeded,
  proofFault,
  startOfDay,
} from "../../../src/domain/listings/asked-fields";
import type { ListingAttribute } from "../../../src/domain/listings/listing-rules";
import { planListing } from "../../../src/domain/listings/plan-listing";
import { input, rules } from "../../support/listing-inputs";

const attribute = (id: string, change: Partial<ListingAttribute> = {}): ListingAttribute => ({
  id,
  name: `Attribute ${id}`,
  kind: "product",
  isRequired: false,
  isCustomizable: false,
  isMultiple: false,
  values: [
    { id: `${id}-no`, name: "No" },
    { id: `${id}-yes`, name: "Yes" },
  ],
  ...change,
});

const when = (attributeId: string, valueId = `${attributeId}-yes`) => ({ attributeId, valueId });
const chosen = (...ids: string[]) =>
  new Map(ids.map((id) => [id.split("-")[0] ?? "", [{ id }]] as const));

const BATTERIES = attribute("1", { isRequired: true });
const TYPE = attribute("2", { requiredWhen: [when("1")] });
const PACKED = attribute("3", { requiredWhen: [when("2"), when("9")] });
const CHAIN = [BATTERIES, TYPE, PACKED];

const reasonsOf = (change: Parameters<typeof input>[0]) => {
  const answer = planListing(input(change));
  return answer.isReady ? [] : answer.reasons;
};

describe("attributes that others require", () => {
  it("are asked once a condition holds, however long the chain", () => {
    expect([...askedAttributes(CHAIN, chosen())]).toEqual([["1", true]]);
    expect([...askedAttributes(CHAIN, chosen("1-no"))]).toEqual([["1", true]]);
    expect([...askedAttributes(CHAIN, chosen("1-yes"))]).toHaveLength(2);
    expect([...askedAttributes(CHAIN, chosen("1-yes", "2-yes"))]).toHaveLength(3);
  });

  it("are not asked by a value that is itself not asked", () => {
    expect([...askedAttributes(CHAIN, chosen("1-no", "2-yes"))]).toEqual([["1", true]]);
  });

  it("do not depend on the order in which a category names them", () => {
    const attributes = fc.shuffledSubarray(CHAIN, { minLength: CHAIN.length });
    fc.assert(
      fc.property(attributes, (list) => {
        const asked = askedAttributes(list, chosen("1-yes", "2-yes"));
        expect([...asked.keys()].toSorted()).toEqual(["1", "2", "3"]);
      }),
    );
  });

  it("are missing while the condition holds, and left out while it does not", () => {
    const attributes = CHAIN;
    const yes = { attributes: { "1": [{ id: "1-yes" }] } };
    expect(reasonsOf({ attributes, details: yes })).toEqual([
      { code: "listing.attribute_missing", facts: { names: ["Attribute 2"], ids: ["2"] } },
    ]);
    const no = { attributes: { "1": [{ id: "1-no" }], "2": [{ id: "2-yes" }] } };
    const answer = planListing(input({ attributes, details: no }));
    expect(answer.isReady && answer.plan.attributes.map(({ id }) => id)).toEqual(["1"]);
  });

  it("take a number where the category says so, with a decimal comma too", () => {
    const attributes = [
      attribute("1", { values: [], isCustomizable: true, format: "positive_number" }),
    ];
    const sent = (name: string) => {
      const answer = planListing(
        input({ attributes, details: { attributes: { "1": [{ name }] } } }),
      );
      return answer.isReady ? answer.plan.attributes : [];
    };
    expect(sent("0,5")).toEqual([{ id: "1", values: [{ name: "0.5" }] }]);
    expect(sent("12")).toEqual([{ id: "1", values: [{ name: "12" }] }]);
    for (const text of ["0", "-3", "12 ml", "1,2,3"]) expect(sent(text)).toEqual([]);
  });
});

describe("certificates", () => {
  const DAY_MS = 86_400_000;
  const file = { kind: "image" as const, uri: "tos/proof" };

  it("are needed always, or by a value", () => {
    expect(isCertificateNeeded({ isRequired: true }, chosen())).toBe(true);
    const byValue = { isRequired: false, requiredWhen: [when("1")] };
    expect(isCertificateNeeded(byValue, chosen("1-no"))).toBe(false);
    expect(isCertificateNeeded(byValue, chosen("1-yes"))).toBe(true);
    const certifications = [{ id: "9", name: "Transport report", ...byValue }];
    const attributes = [BATTERIES];
    const details = { attributes: { "1": [{ id: "1-yes" }] } };
    expect(reasonsOf({ rules: rules({ certifications }), attributes, details })).toEqual([
      { code: "listing.certificate_missing", facts: { names: ["Transport report"], ids: ["9"] } },
    ]);
  });

  it("count until the day on which they expire begins", () => {
    const today = startOfDay(20 * DAY_MS + 5);
    expect(today).toBe(20 * DAY_MS);
    const dated = { files: [file], expiresAt: 21 * DAY_MS };
    expect(proofFault({}, dated, today)).toBeUndefined();
    expect(proofFault({}, dated, today + DAY_MS)).toBe("expired");
    expect(proofFault({ needsExpiry: true }, { files: [file] }, today)).toBe("undated");
    expect(proofFault({}, { files: [file] }, today)).toBeUndefined();
  });
});
