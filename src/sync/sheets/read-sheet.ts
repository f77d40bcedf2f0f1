import { SyncError } from "../../domain/errors/sync-error";
import type { ListingDetails } from "../../domain/listings/listing-details";
import { ownBrandCell, valuesCell } from "../../domain/sheets/judge-row";
import { toColumns, type SheetColumn } from "../../domain/sheets/columns";
import { categoryNeeds, type CategoryNeedsDeps } from "../categories/category-needs";
import { requireLeaf } from "../categories/channel-tree";

/**
 * What a category's sheet asks for. SyncError merchant `category.unknown`, `category.not_leaf`,
 * `category.forbidden`.
 */
export async function readSheet(
  deps: CategoryNeedsDeps,
  categoryId: string,
): Promise<{ path: string; columns: SheetColumn[] }> {
  const { path } = await requireLeaf(deps, categoryId);
  const { rules } = await categoryNeeds(deps, {
    sourceCategoryId: null,
    channelCategoryId: categoryId,
  });
  if (!rules) throw new SyncError("merchant", "category.unknown", { categoryId });
  return { path, columns: toColumns(rules.attributes) };
}

export interface SheetRowsDeps extends CategoryNeedsDeps {
  sheetProducts: {
    page(
      categoryId: string,
      cursor: string | undefined,
      limit: number,
    ): Promise<{
      rows: { productId: string; name: string; skus: string[]; details: ListingDetails }[];
      next: string | null;
    }>;
  };
}

const PAGE = 500;

/** A page of a category's products as rows of its sheet; throws what `readSheet` does. */
export async function listSheetRows(
  deps: SheetRowsDeps,
  categoryId: string,
  cursor: string | undefined,
) {
  const { columns } = await readSheet(deps, categoryId);
  const { rows, next } = await deps.sheetProducts.page(categoryId, cursor, PAGE);
  return {
    rows: rows.map(({ details, ...row }) => ({
      ...row,
      brand: ownBrandCell(details),
      cells: ownCells(columns, details),
    })),
    next,
  };
}

function ownCells(
  columns: readonly SheetColumn[],
  { attributes = {} }: ListingDetails,
): Record<string, string> {
  return Object.fromEntries(
    columns.flatMap((column) => {
      const cell = valuesCell(column, attributes[column.id]);
      return cell === "" ? [] : [[column.id, cell] as const];
    }),
  );
}
