/** Writes values that a person took for products, each only where the product has none of its own. */
import { SyncError } from "../../domain/errors/sync-error";
import { acceptedValues } from "../../domain/listings/accepted-values";
import type { AttributeValue } from "../../domain/listings/listing-details";
import type { ListingAttribute } from "../../domain/listings/listing-rules";
import { safetyAttributes } from "../../domain/listings/safety-attribute";
import type { PresentProduct } from "../../domain/sheets/apply-row";
import type { SheetPatch } from "../../domain/sheets/judge-row";
import { cachedRules, type CategoryNeedsDeps } from "./category-needs";
import { requireLeaf } from "./channel-tree";

type Target = PresentProduct & { revision: number };

export interface AcceptProposalsDeps extends CategoryNeedsDeps {
  sheetProducts: {
    readTargets(ids: readonly string[]): Promise<ReadonlyMap<string, Target>>;
    /** Answers the products that had not moved and were written. */
    patchUnmoved(
      patches: readonly { productId: string; revision: number; patch: SheetPatch }[],
    ): Promise<ReadonlySet<string>>;
  };
}

type GivenValue = { [Part in keyof AttributeValue]?: string | undefined };

export interface AcceptedProduct {
  productId: string;
  /** By attribute id. */
  attributes: Readonly<Record<string, readonly GivenValue[]>>;
}

/** A product that somebody else writes in this very moment is read again; so often. */
const TRIES = 3;

/**
 * Answers the ids of products that were written. What was filled in meanwhile stays as it is, and a product that is
 * gone, or sold in another category by now, is left out. SyncError merchant as of `requireLeaf`, `request.invalid` for
 * an attribute or a value that the category does not take.
 */
export async function acceptProposals(
  deps: AcceptProposalsDeps,
  categoryId: string,
  accepted: readonly AcceptedProduct[],
): Promise<string[]> {
  await requireLeaf(deps, categoryId);
  const { attributes } = await cachedRules(deps, categoryId);
  const wanted = new Map(
    accepted.map(({ productId, attributes: given }) => [productId, toValues(attributes, given)]),
  );
  const written = new Set<string>();
  let left = [...wanted.keys()];
  for (let attempt = 0; attempt < TRIES && left.length > 0; attempt += 1) {
    const targets = await deps.sheetProducts.readTargets(left);
    const patches = left.flatMap((productId) => {
      const target = targets.get(productId);
      const values = wanted.get(productId);
      const patch = target && values && patchOf(target, categoryId, values);
      return target && patch ? [{ productId, revision: target.revision, patch }] : [];
    });
    if (patches.length === 0) break;
    for (const id of await deps.sheetProducts.patchUnmoved(patches)) written.add(id);
    left = patches.map(({ productId }) => productId).filter((id) => !written.has(id));
  }
  return [...written];
}

/** As the category takes them; of what a seller answers for itself nothing is taken here. */
function toValues(
  known: readonly ListingAttribute[],
  given: AcceptedProduct["attributes"],
): Map<string, AttributeValue[]> {
  const safety = safetyAttributes(known);
  return new Map(
    Object.entries(given).map(([id, values]) => {
      const attribute = known.find((one) => one.id === id && one.kind === "product");
      const taken = attribute && !safety.has(id) ? acceptedValues(attribute, values) : undefined;
      if (!attribute || !taken)
        throw new SyncError("merchant", "request.invalid", { fields: ["attributes"] });
      return [id, taken.map((value) => withName(attribute, value))];
    }),
  );
}

function withName({ values }: ListingAttribute, value: AttributeValue): AttributeValue {
  const name = values.find(({ id }) => id === value.id)?.name;
  return name === undefined ? value : { ...value, name };
}

/** Undefined: nothing of it is to be written. */
function patchOf(
  { categoryId, details, isDeleted }: Target,
  wantedId: string,
  values: ReadonlyMap<string, AttributeValue[]>,
): SheetPatch | undefined {
  if (isDeleted || categoryId !== wantedId) return undefined;
  const open = [...values].filter(([id]) => (details.attributes?.[id] ?? []).length === 0);
  return open.length > 0 ? { attributes: Object.fromEntries(open) } : undefined;
}
