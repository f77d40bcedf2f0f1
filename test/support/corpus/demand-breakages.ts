/** What a category, a market or the shop asks for, and products that lack it. */
import type { ListingDetails } from "../../../src/domain/listings/listing-details";
import type { ListingInput } from "../../../src/domain/listings/listing-plan";
import { change, changeAll, without, withoutDefaults, type Breakage } from "./breakage";

export const DEMAND_BREAKAGES: readonly Breakage[] = [
  {
    name: "a required attribute without a value",
    part: "attributes",
    code: "listing.attribute_missing",
    apply: (input) =>
      input.attributes.some(({ kind, isRequired }) => kind === "product" && isRequired)
        ? without(input, "attributes")
        : undefined,
  },
  {
    name: "a required number that is a word",
    part: "attributes",
    code: "listing.attribute_missing",
    apply: (input) => withValue(input, ({ format }) => format !== undefined, { name: "about 3" }),
  },
  {
    name: "a required choice that is no choice of the channel's",
    part: "attributes",
    code: "listing.attribute_missing",
    apply: (input) =>
      withValue(input, ({ isCustomizable }) => !isCustomizable, { name: "Something else" }),
  },
  {
    name: "an attribute that another value requires",
    part: "attributes",
    code: "listing.attribute_missing",
    apply: (input) => {
      const asked = input.attributes.find(({ requiredWhen = [] }) => requiredWhen.length > 0);
      const condition = asked?.requiredWhen?.[0];
      if (!asked || !condition || !isAlwaysAsked(input, condition.attributeId)) return undefined;
      const { [asked.id]: _asked, ...attributes } = input.details.attributes ?? {};
      const chosen = { [condition.attributeId]: [{ id: condition.valueId }] };
      return {
        ...change(input, { features: [] }),
        details: { ...input.details, attributes: { ...attributes, ...chosen } },
      };
    },
  },
  {
    name: "no certificate",
    part: "certificates",
    code: "listing.certificate_missing",
    apply: (input) =>
      input.rules?.certifications.some(({ isRequired }) => isRequired)
        ? without(input, "certificates")
        : undefined,
  },
  {
    name: "a certificate that has ended",
    part: "certificates",
    code: "listing.certificate_expired",
    apply: (input) => {
      const ending = input.rules?.certifications.find(
        ({ isRequired, needsExpiry }) => isRequired && needsExpiry,
      );
      if (!ending) return undefined;
      // A good one of the other level would do.
      const details = withEnded(input.details, ending.id);
      const categoryDetails = withEnded(input.categoryDetails, ending.id);
      const isChanged = details !== input.details || categoryDetails !== input.categoryDetails;
      return isChanged ? { ...input, details, categoryDetails } : undefined;
    },
  },
  {
    name: "no size chart",
    part: "chart",
    code: "listing.size_chart_missing",
    apply: (input) =>
      input.rules?.sizeChart === "required" ? without(input, "sizeChart") : undefined,
  },
  {
    name: "no manufacturer",
    part: "manufacturer",
    code: "listing.manufacturer_missing",
    apply: (input) =>
      input.rules?.needsManufacturer ? without(input, "manufacturerIds") : undefined,
  },
  {
    name: "no responsible person",
    part: "person",
    code: "listing.responsible_person_missing",
    apply: (input) =>
      input.rules?.needsResponsiblePerson ? without(input, "responsiblePersonIds") : undefined,
  },
  {
    name: "no weight",
    part: "weight",
    code: "listing.package_weight_missing",
    apply: (input) =>
      withoutDefaults(
        changeAll(change(without(input, "package"), { weightGrams: 0 }), () => ({
          weightGrams: 0,
        })),
      ),
  },
  {
    name: "no height",
    part: "size",
    code: "listing.package_dimension_missing",
    apply: (input) =>
      input.rules?.needsPackageDimensions
        ? withoutDefaults(change(without(input, "package"), { heightMm: 0 }))
        : undefined,
  },
  {
    name: "no warehouse",
    part: "warehouse",
    code: "listing.warehouse_missing",
    apply: (input) => ({ ...input, warehouseId: "" }),
  },
];

const isAlwaysAsked = ({ attributes }: ListingInput, id: string) =>
  attributes.some((one) => one.id === id && one.isRequired);

/** The same details where they have no such proof. */
function withEnded(details: ListingDetails, id: string): ListingDetails {
  const proof = details.certificates?.[id];
  if (!proof) return details;
  const ended = { ...proof, expiresAt: 1_000 };
  return { ...details, certificates: { ...details.certificates, [id]: ended } };
}

/** A value of a required attribute that no channel takes. */
function withValue(
  input: ListingInput,
  isMeant: (attribute: ListingInput["attributes"][number]) => boolean,
  value: { name: string },
): ListingInput | undefined {
  const meant = input.attributes.find(
    (one) => one.kind === "product" && one.isRequired && isMeant(one),
  );
  if (!meant) return undefined;
  const attributes = { ...input.details.attributes, [meant.id]: [value] };
  return { ...change(input, { features: [] }), details: { ...input.details, attributes } };
}
