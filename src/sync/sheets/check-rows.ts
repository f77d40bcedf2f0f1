/** Checks rows of a sheet against the category and the products as they are, and keeps the valid ones. */
import { readBrandCell } from "../../domain/sheets/cell";
import type { KeptRow, PresentProduct } from "../../domain/sheets/apply-row";
import {
  judgeRow,
  type JudgedBy,
  type JudgedRow,
  type SheetCause,
  type SheetRow,
} from "../../domain/sheets/judge-row";
import { SHEET_LIMITS } from "../../domain/sheets/sheet-limits";
import type { ItemChange } from "../../domain/tasks/item-change";
import type { ChannelSession } from "../../platforms/channel";
import type { CategoryNeedsDeps } from "../categories/category-needs";
import { readSheet } from "./read-sheet";

/** A name that more brands than these pages have is no name to find one by. */
const MOST_BRAND_PAGES = 4;

export interface CheckRowsDeps extends CategoryNeedsDeps {
  openChannel(): Promise<
    Pick<ChannelSession, "listCategories" | "readRules" | "listAttributes" | "listBrands">
  >;
  sheetProducts: {
    readTargets(ids: readonly string[]): Promise<ReadonlyMap<string, PresentProduct>>;
  };
  sheetRows: {
    /** Answers the products whose row is the one given. */
    keep(
      of: { upload: string; categoryId: string },
      judged: readonly { productId: string; line: number }[],
      rows: readonly (KeptRow & { line: number; change: ItemChange })[],
    ): Promise<ReadonlySet<string>>;
  };
}

export interface CheckedSheetRow {
  line: number;
  productId: string;
  state: JudgedRow["state"];
  causes: SheetCause[];
  before: ItemChange["before"] | null;
  after: ItemChange["after"] | null;
}

/** Answers for every row, in order. Throws what `readSheet` does. */
export async function checkRows(
  deps: CheckRowsDeps,
  of: { upload: string; categoryId: string },
  rows: readonly SheetRow[],
): Promise<CheckedSheetRow[]> {
  const { columns } = await readSheet(deps, of.categoryId);
  const products = await deps.sheetProducts.readTargets(rows.map(({ productId }) => productId));
  const brands = await brandsOf(deps, of.categoryId, rows, products);
  const times = Map.groupBy(rows, ({ productId }) => productId);
  const judged = rows.map((row) => {
    const isTwice = (times.get(row.productId)?.length ?? 0) > 1;
    const { productId } = row;
    if (isTwice) return refused({ code: "product_twice", value: productId });
    return judgeProduct(row, products.get(productId), of.categoryId, { columns, brands });
  });
  const valid = rows.flatMap(({ line, productId }, at) => {
    const found = judged[at];
    if (found?.state !== "valid") return [];
    const { patch, before, change } = found;
    return [{ line, productId, patch, before, change }];
  });
  const sent = rows.map(({ productId, line }) => ({ productId, line }));
  const kept = await deps.sheetRows.keep(of, sent, valid);
  return rows.flatMap((row, at) => {
    const found = judged[at];
    if (!found) return [];
    const isKept = found.state !== "valid" || kept.has(row.productId);
    return toChecked(
      row,
      isKept ? found : refused({ code: "product_twice", value: row.productId }),
    );
  });
}

const refused = (cause: SheetCause): JudgedRow => ({ state: "error", causes: [cause] });

function judgeProduct(
  row: SheetRow,
  product: PresentProduct | undefined,
  categoryId: string,
  by: JudgedBy,
): JudgedRow {
  const value = row.productId;
  if (!product || product.isDeleted) return refused({ code: "product_unknown", value });
  if (product.categoryId !== categoryId) return refused({ code: "product_elsewhere", value });
  return judgeRow(row, product.details, by);
}

function toChecked({ line, productId }: SheetRow, judged: JudgedRow): CheckedSheetRow {
  const { before = null, after = null } = judged.state === "valid" ? judged.change : {};
  const causes = judged.state === "error" ? [...judged.causes] : [];
  return { line, productId, state: judged.state, causes, before, after };
}

/**
 * Names of the brands that rows give their products anew, by id, as the channel has them. The channel finds
 * brands by name only, so a cell names both; an id alone is found among the channel's first brands.
 */
async function brandsOf(
  deps: CheckRowsDeps,
  categoryId: string,
  rows: readonly SheetRow[],
  products: ReadonlyMap<string, PresentProduct>,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const { productId, brand: cell = "" } of rows) {
    const brand = readBrandCell(cell);
    if (!brand || brand.id === products.get(productId)?.details.brand?.id) continue;
    if (brand.name || !names.has(brand.id)) names.set(brand.id, brand.name ?? "");
  }
  const found = new Map<string, string>();
  if (names.size === 0) return found;
  const channel = await deps.openChannel();
  const searches = [...new Set(names.values())].slice(0, SHEET_LIMITS.brandsAtOnce);
  for (const search of searches) {
    const isLeft = () => [...names].some(([id, name]) => name === search && !found.has(id));
    let cursor: string | undefined;
    for (let page = 0; page < MOST_BRAND_PAGES && isLeft(); page += 1) {
      const { brands, next } = await channel.listBrands(categoryId, search, cursor);
      for (const { id, name } of brands) if (names.has(id)) found.set(id, name);
      cursor = next;
      if (cursor === undefined) break;
    }
  }
  return found;
}
