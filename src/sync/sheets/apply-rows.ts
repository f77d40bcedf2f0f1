import { SyncError } from "../../domain/errors/sync-error";
import {
  decideApplication,
  type KeptRow,
  type PresentProduct,
} from "../../domain/sheets/apply-row";
import type { SheetPatch } from "../../domain/sheets/judge-row";
import type { ItemOutcome } from "../../domain/tasks/item-outcome";
import type { ItemChange } from "../../domain/tasks/item-change";

export interface ApplyRowsDeps {
  sheetRows: {
    find(
      upload: string,
      ids: readonly string[],
    ): Promise<readonly (KeptRow & { change: ItemChange })[]>;
  };
  sheetProducts: {
    readTargets(
      ids: readonly string[],
    ): Promise<ReadonlyMap<string, PresentProduct & { revision: number }>>;
    /** Answers the products that had not moved and were written. */
    patchUnmoved(
      patches: readonly { productId: string; revision: number; patch: SheetPatch }[],
    ): Promise<ReadonlySet<string>>;
  };
}

/**
 * Writes kept rows of an upload, each only where the product still is as it was shown. A product that
 * somebody wrote in this very moment is tried again.
 */
export async function applyRows(
  deps: ApplyRowsDeps,
  { upload, categoryId }: { upload: string; categoryId: string },
  ids: readonly string[],
): Promise<Map<string, ItemOutcome | SyncError>> {
  const rows = new Map((await deps.sheetRows.find(upload, ids)).map((row) => [row.productId, row]));
  const products = await deps.sheetProducts.readTargets(ids);
  const answers = new Map<string, ItemOutcome | SyncError>();
  const writes: { productId: string; revision: number; patch: SheetPatch; change: ItemChange }[] =
    [];
  for (const productId of ids) {
    const row = rows.get(productId);
    const product = products.get(productId);
    const decided = row
      ? decideApplication(row, product, categoryId)
      : ({ kind: "skip", code: "sheet.expired" } as const);
    if (decided.kind === "skip")
      answers.set(productId, { state: "skipped", reasons: [{ code: decided.code, facts: {} }] });
    else if (decided.kind === "there") answers.set(productId, { state: "done", reasons: [] });
    else if (row && product)
      writes.push({ productId, revision: product.revision, patch: row.patch, change: row.change });
  }
  if (writes.length === 0) return answers;
  const written = await deps.sheetProducts.patchUnmoved(
    writes.map(({ productId, revision, patch }) => ({ productId, revision, patch })),
  );
  for (const { productId, change } of writes)
    answers.set(
      productId,
      written.has(productId)
        ? { state: "done", reasons: [], change }
        : new SyncError("retry", "sheet.just_changed", { productId }),
    );
  return answers;
}
