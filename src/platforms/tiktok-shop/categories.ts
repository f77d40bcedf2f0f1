/**
 * The category tree and its suggestions. Always the v2 tree: the API's own default is v1, which
 * more and more markets refuse (12052217). It knows nothing of our mappings.
 */
import * as z from "zod";
import { SyncError } from "../../domain/errors/sync-error";
import type { CategorySuggestion, ChannelCategory } from "../channel";
import { request, type Session } from "./request";
import { looseFlag, looseList, looseText, readableList } from "./shapes";

export const CATEGORY_VERSION = "v2";

const CategoriesAnswer = z.object({
  categories: readableList(
    z.object({
      id: z.string().min(1),
      parent_id: looseText,
      local_name: looseText,
      is_leaf: looseFlag,
      permission_statuses: looseList(z.string()),
    }),
  ),
});

/** The whole tree in one answer; it is not paged. */
export async function listCategories(session: Session): Promise<readonly ChannelCategory[]> {
  const { categories } = await request(
    session,
    {
      method: "GET",
      path: "/product/202309/categories",
      query: { category_version: CATEGORY_VERSION },
    },
    CategoriesAnswer,
  );
  return categories.map((row) => ({
    id: row.id,
    parentId: row.parent_id || "0",
    name: row.local_name,
    isLeaf: row.is_leaf,
    permission: toPermission(row.permission_statuses),
  }));
}

/** Several statuses may be given; the strictest one counts. */
function toPermission(statuses: readonly string[]): ChannelCategory["permission"] {
  if (statuses.includes("PROHIBITED")) return "prohibited";
  if (statuses.includes("NON_MAIN_CATEGORY")) return "restricted";
  return statuses.includes("INVITE_ONLY") ? "invite_only" : "available";
}

const SuggestionAnswer = z.object({
  leaf_category_id: looseText,
  categories: readableList(
    z.object({ id: z.string(), name: looseText, level: z.number().nullish(), is_leaf: looseFlag }),
  ),
});

/** The platform's own idea for a title; it has none for about half of real titles. */
export async function suggestCategory(
  session: Session,
  title: string,
  description: string,
): Promise<CategorySuggestion | undefined> {
  try {
    const found = await request(
      session,
      {
        method: "POST",
        path: "/product/202309/categories/recommend",
        body: {
          product_title: title,
          ...(description ? { description } : {}),
          category_version: CATEGORY_VERSION,
        },
        replaySafe: true,
      },
      SuggestionAnswer,
    );
    if (!found.leaf_category_id) return undefined;
    const path = found.categories.toSorted((a, b) => (a.level ?? 0) - (b.level ?? 0));
    return { categoryId: found.leaf_category_id, path: path.map(({ name }) => name) };
  } catch (caught) {
    if (caught instanceof SyncError && caught.code === "tiktok.category_no_match") return undefined;
    throw caught;
  }
}
