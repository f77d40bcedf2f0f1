/** What a category asks of a listing, as a form shows it. */
import type { CategoryRules, ListingAttribute, ListingRules } from "./listing-rules";
import { safetyAttributes } from "./safety-attribute";

type AttributeDemand = Omit<ListingAttribute, "kind" | "values"> & {
  values: { id: string; name: string }[];
  isSafety: boolean;
};

export interface Demands extends Pick<
  ListingRules,
  "sizeChart" | "needsManufacturer" | "needsResponsiblePerson"
> {
  /** Those of a product; those that tell variants apart come from the store. */
  attributes: AttributeDemand[];
  certifications: ListingRules["certifications"][number][];
}

/** Nothing where there is no category. */
export function toDemands(
  category: Partial<CategoryRules> & Pick<CategoryRules, "attributes">,
): Demands {
  const { rules, attributes } = category;
  const safety = safetyAttributes(attributes);
  return {
    attributes: attributes
      .filter(({ kind }) => kind === "product")
      .map(({ kind: _kind, values, ...one }) => ({
        ...one,
        values: [...values],
        isSafety: safety.has(one.id),
      })),
    certifications: [...(rules?.certifications ?? [])],
    sizeChart: rules?.sizeChart ?? "none",
    needsManufacturer: rules?.needsManufacturer ?? false,
    needsResponsiblePerson: rules?.needsResponsiblePerson ?? false,
  };
}
