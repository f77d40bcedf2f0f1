/** What a merchant decides about categories and listing details, and what he chooses from. */
import {
  acceptMappings,
  childCategories,
  listCategoryRows,
  removeMapping,
  saveMapping,
  searchLeaves,
} from "../db/categories/categories";
import { changeProduct, findProduct } from "../db/catalogue/products";
import type { ListingDetails } from "../domain/listings/listing-rules";
import { planListing } from "../domain/listings/plan-listing";
import { SyncError } from "../domain/errors/sync-error";
import type { BrandRow, CategoryRow, ChannelCategoryRow } from "../contract/categories";
import type { ProductRequirements } from "../contract/listings";
import type { Services } from "../tasks/services";
import { freshTree, requireLeaf } from "./category-services";
import { listingInput } from "./push-services";

const SEARCH_LIMIT = 50;

/** Makes suggestions effective: those named, or all that are open. */
export async function acceptSuggestions(
  services: Services,
  connectionId: string,
  ids?: readonly string[],
): Promise<{ accepted: number }> {
  const accepted = await acceptMappings(services.db, connectionId, ids, services.now());
  return { accepted };
}

/**
 * A person's mapping of a source category; `null` removes it. SyncError merchant
 * `category.unknown`, `category.not_leaf`, `category.forbidden`, `category.source_unknown`.
 */
export async function mapCategory(
  services: Services,
  connectionId: string,
  sourceCategoryId: string,
  categoryId: string | null,
): Promise<CategoryRow> {
  const { db } = services;
  const [known] = await listCategoryRows(db, connectionId, sourceCategoryId);
  if (!known) throw new SyncError("merchant", "category.source_unknown", { sourceCategoryId });
  if (categoryId === null) {
    await removeMapping(db, connectionId, sourceCategoryId);
    return { ...known, mapping: null };
  }
  const connection = await services.openConnection(connectionId);
  const leaf = await requireLeaf(services, connection, categoryId);
  const chosen = { state: "accepted" as const, confidence: 100 };
  await saveMapping(
    db,
    connectionId,
    {
      ...chosen,
      sourceCategoryId,
      channelCategoryId: leaf.id,
      channelCategoryPath: leaf.path,
    },
    "person",
    services.now(),
  );
  return { ...known, mapping: { ...chosen, categoryId: leaf.id, path: leaf.path } };
}

/** One product's own category, which beats the mapping; `null` returns to the mapping. */
export async function overrideCategory(
  services: Services,
  connectionId: string,
  productId: string,
  categoryId: string | null,
): Promise<void> {
  if (categoryId !== null) {
    const connection = await services.openConnection(connectionId);
    await requireLeaf(services, connection, categoryId);
  }
  const change = { channelCategoryId: categoryId };
  if (!(await changeProduct(services.db, connectionId, productId, change)))
    throw new SyncError("merchant", "product.not_found", { productId });
}

/** What the merchant adds to a product for its listing; replaces what was there. */
export async function saveDetails(
  services: Services,
  connectionId: string,
  productId: string,
  details: ListingDetails,
): Promise<void> {
  if (!(await changeProduct(services.db, connectionId, productId, { details })))
    throw new SyncError("merchant", "product.not_found", { productId });
}

/** Leaves whose path holds every word; the cached tree is renewed when older than a day. */
export async function searchChannelCategories(
  services: Services,
  connectionId: string,
  search: string,
): Promise<ChannelCategoryRow[]> {
  await freshTree(services, await services.openConnection(connectionId));
  return searchLeaves(services.db, connectionId, search, SEARCH_LIMIT);
}

/** Children of a category, "0" for the departments. */
export async function browseChannelCategories(
  services: Services,
  connectionId: string,
  parent: string,
): Promise<ChannelCategoryRow[]> {
  await freshTree(services, await services.openConnection(connectionId));
  return childCategories(services.db, connectionId, parent);
}

/** Brands of the channel by name, of one category when given; not kept, they change with sellers. */
export async function findBrands(
  services: Services,
  connectionId: string,
  search: string,
  categoryId?: string,
): Promise<BrandRow[]> {
  const connection = await services.openConnection(connectionId);
  const channel = await connection.channel();
  return [...(await channel.listBrands(categoryId, search))];
}

/** What the product's category asks for, and everything that would refuse a push now. */
export async function readRequirements(
  services: Services,
  connectionId: string,
  productId: string,
): Promise<ProductRequirements> {
  const connection = await services.openConnection(connectionId);
  const stored = await findProduct(services.db, connectionId, productId);
  if (!stored) throw new SyncError("merchant", "product.not_found", { productId });
  const input = await listingInput(services, connection, stored);
  const answer = planListing(input);
  return {
    categoryId: input.category?.id ?? null,
    categoryPath: input.category?.path ?? null,
    attributes: input.attributes
      .filter(({ kind }) => kind === "product")
      .map(({ kind: _kind, ...attribute }) => ({ ...attribute, values: [...attribute.values] })),
    certifications: [...(input.rules?.certifications ?? [])],
    sizeChart: input.rules?.sizeChart ?? "none",
    missing: answer.isReady ? [] : answer.reasons,
  };
}
