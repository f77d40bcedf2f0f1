import { asSyncError, type SyncError } from "../../../domain/errors/sync-error";
import type { PlatformDeps } from "../../deps";
import { callModule, type ModuleEndpoint } from "./call-module";

/**
 * Gives the module its next secret; answers false where no module of the store holds ours. Unless
 * one was there before, a store that answers such a call with a page, a redirect or a refusal of
 * its own has none; a module that was there may only be switched off, and would come back with the
 * old secret. Throws what `callModule` throws otherwise.
 */
export async function rotateSecret(
  deps: PlatformDeps,
  endpoint: ModuleEndpoint,
  next: string,
  hadModule: boolean,
): Promise<boolean> {
  try {
    await callModule(deps, endpoint, "rotate", { secret: next });
    return true;
  } catch (caught) {
    if (holdsNoSecret(asSyncError(caught), hadModule)) return false;
    throw caught;
  }
}

function holdsNoSecret({ code, remedy }: SyncError, hadModule: boolean): boolean {
  if (code === "prestashop.module_unpaired") return true;
  const mayBeAnother = remedy === "merchant" || code === "prestashop.module_unclear";
  return !hadModule && code !== "prestashop.module_clock" && mayBeAnother;
}
