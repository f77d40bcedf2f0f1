/** One way to break a product, and what such ways are made of. */
import type { SourceProduct, SourceVariant } from "../../../src/domain/catalogue/source-product";
import type { CheckCode } from "../../../src/domain/listings/check-reason";
import type { ListingDetails } from "../../../src/domain/listings/listing-details";
import type { ListingInput } from "../../../src/domain/listings/listing-plan";

export interface Breakage {
  name: string;
  /** What it is about: two faults of one part would hide each other. "*": it hides those of any part. */
  part: string;
  code: CheckCode;
  /** Undefined where the product cannot be broken in this way. */
  apply(input: ListingInput): ListingInput | undefined;
}

export const change = (input: ListingInput, product: Partial<SourceProduct>): ListingInput => ({
  ...input,
  product: { ...input.product, ...product },
});

export const changeAll = (
  input: ListingInput,
  variant: (one: SourceVariant) => Partial<SourceVariant>,
) =>
  change(input, { variants: input.product.variants.map((one) => ({ ...one, ...variant(one) })) });

/** Takes a field away at both levels. */
export const without = (input: ListingInput, field: keyof ListingDetails): ListingInput => {
  const drop = ({ [field]: _field, ...rest }: ListingDetails): ListingDetails => rest;
  return {
    ...input,
    details: drop(input.details),
    categoryDetails: drop(input.categoryDetails),
    product: { ...input.product, features: [] },
  };
};

export const withoutDefaults = (input: ListingInput): ListingInput => ({ ...input, defaults: {} });
