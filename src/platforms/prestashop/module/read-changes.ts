/** Which products changed, by the module: it compares all of them with what it sent last. */
import { asSyncError } from "../../../domain/errors/sync-error";
import type { ProductChanges } from "../../source-changes";
import type { StoreModule } from "./open-module";

const IDS_PER_ANSWER = 5_000;

/** One small request for a store in which nothing moved; a cursor it does not know begins anew. */
export async function readModuleProductChanges(
  module: StoreModule,
  cursor: string | undefined,
): Promise<ProductChanges> {
  try {
    return await readPages(module, cursor);
  } catch (caught) {
    const isForgotten = asSyncError(caught).code === "prestashop.changes_cursor_unknown";
    if (!isForgotten || cursor === undefined) throw caught;
    return readPages(module, undefined);
  }
}

async function readPages(module: StoreModule, cursor: string | undefined): Promise<ProductChanges> {
  const changed = new Set<string>();
  const gone = new Set<string>();
  let after = cursor;
  for (;;) {
    const page = await module.ask("changes", {
      limit: IDS_PER_ANSWER,
      ...(after === undefined ? {} : { after }),
    });
    for (const id of page.products) changed.add(id);
    for (const id of page.gone) gone.add(id);
    after = page.cursor;
    if (page.isMore) continue;
    return {
      productIds: [...changed],
      goneIds: [...gone].filter((id) => !changed.has(id)),
      cursor: after,
      isWhole: cursor === undefined,
      unseen: [],
      transport: "module",
    };
  }
}
