/**
 * The channel's category tree and rules as our database caches them, and the mapping a product
 * follows. A day is old enough to read again; the channel changes its tree a few times a year.
 */
import {
  findChannelCategory,
  findMapping,
  saveTree,
  treeReadAt,
} from "../db/categories/categories";
import { findRules, saveRules } from "../db/categories/category-rules";
import { withPaths } from "../domain/categories/category-tree";
import type {
  ListingAttribute,
  ListingCategory,
  ListingRules,
} from "../domain/listings/listing-rules";
import { SyncError } from "../domain/errors/sync-error";
import type { ChannelCategoryRow } from "../contract/categories";
import type { OpenConnection, Services } from "../tasks/services";

const MAX_AGE_MS = 86_400_000;

/** Reads the tree from the channel in one call when it is older than a day. */
export async function freshTree(services: Services, connection: OpenConnection): Promise<void> {
  const readAt = await treeReadAt(services.db, connection.id);
  if (readAt !== null && readAt > services.now() - MAX_AGE_MS) return;
  const channel = await connection.channel();
  const nodes = withPaths(await channel.listCategories());
  if (nodes.length > 0) await saveTree(services.db, connection.id, nodes, services.now());
}

/**
 * A leaf the shop may sell in, or SyncError merchant `category.unknown`, `category.not_leaf`,
 * `category.forbidden`.
 */
export async function requireLeaf(
  services: Services,
  connection: OpenConnection,
  categoryId: string,
): Promise<ChannelCategoryRow> {
  await freshTree(services, connection);
  const category = await findChannelCategory(services.db, connection.id, categoryId);
  if (!category) throw new SyncError("merchant", "category.unknown", { categoryId });
  const facts = { category: category.path };
  if (!category.isLeaf) throw new SyncError("merchant", "category.not_leaf", facts);
  if (category.permission !== "available")
    throw new SyncError("merchant", "category.forbidden", {
      ...facts,
      permission: category.permission,
    });
  return category;
}

export interface CategoryNeeds {
  category: ListingCategory | undefined;
  rules: ListingRules | undefined;
  attributes: readonly ListingAttribute[];
}

/** The product's own category, else the accepted one of its source category, with what it asks for. */
export async function categoryNeeds(
  services: Services,
  connection: OpenConnection,
  product: { sourceCategoryId: string | null; channelCategoryId: string | null },
): Promise<CategoryNeeds> {
  const nothing = { category: undefined, rules: undefined, attributes: [] };
  const categoryId = product.channelCategoryId ?? (await mappedId(services, connection, product));
  if (!categoryId) return nothing;
  await freshTree(services, connection);
  const category = await findChannelCategory(services.db, connection.id, categoryId);
  if (!category) return nothing;
  if (!category.isLeaf || category.permission !== "available") return { ...nothing, category };
  return { category, ...(await freshRules(services, connection, categoryId)) };
}

async function mappedId(
  services: Services,
  connection: OpenConnection,
  { sourceCategoryId }: { sourceCategoryId: string | null },
): Promise<string | undefined> {
  const mapping = await findMapping(services.db, connection.id, sourceCategoryId ?? "");
  return mapping?.state === "accepted" ? mapping.channelCategoryId : undefined;
}

async function freshRules(
  services: Services,
  connection: OpenConnection,
  categoryId: string,
): Promise<{ rules: ListingRules; attributes: readonly ListingAttribute[] }> {
  const stored = await findRules(services.db, connection.id, categoryId);
  if (stored && stored.readAt > services.now() - MAX_AGE_MS)
    return stored.body as { rules: ListingRules; attributes: readonly ListingAttribute[] };
  const channel = await connection.channel();
  const rules = await channel.readRules(categoryId);
  const body = { rules, attributes: await channel.listAttributes(categoryId) };
  await saveRules(services.db, connection.id, categoryId, body, services.now());
  return body;
}
