import { asSyncError } from "../../../domain/sync-error";
import type { PlatformDeps } from "../../ports";
import { callModule, type ModuleDoor } from "./call-module";
import { isModuleAbsent } from "./judge-answer";

/**
 * The version of the module in the shop, null when there is none that answers us. Where the answer
 * says neither, what was known `before` stays: a shop has not lost its module because a call did.
 */
export async function findModule(
  deps: PlatformDeps,
  door: ModuleDoor,
  before: string | null,
): Promise<string | null> {
  if (!door.secret) return null;
  try {
    return (await callModule(deps, door, "health", {})).module;
  } catch (caught) {
    return isModuleAbsent(asSyncError(caught)) ? null : before;
  }
}
