import { asSyncError } from "../../../domain/errors/sync-error";
import type { StoreModule } from "./open-module";

/** The store holds no pairing with us: its merchant ended it, or took the module out. */
const HAS_ENDED = ["prestashop.module_unpaired", "prestashop.module_missing"];

/** Tells the module that its connection is no more. Throws what `callModule` throws otherwise. */
export async function endPairing(module: StoreModule): Promise<void> {
  if (!(await module.isThere())) return;
  try {
    await module.ask("end", {});
  } catch (caught) {
    if (!HAS_ENDED.includes(asSyncError(caught).code)) throw caught;
  }
}
