import { toReason, type Reason } from "../../../domain/errors/reason";
import { asSyncError } from "../../../domain/errors/sync-error";
import type { PlatformDeps } from "../../deps";
import { callModule, type ModuleEndpoint } from "./call-module";
import { isModuleAbsent } from "./judge-answer";

export interface FoundModule {
  /** Null when no module of the store answers us. */
  version: string | null;
  /** Why it does not. */
  reason: Reason | null;
  /** Where the back office is, from the store's host on, like "/admin12ab"; "" where the module does not know, absent where it did not answer. */
  adminPath?: string;
}

/** Folders and nothing else: what is appended to the store's origin cannot lead to another host. */
const toAdminPath = (path = "") => (/^(?:\/[\w~][\w.~-]*)+$/.test(path) ? path : "");

/**
 * Looks for the module of a store. Where the answer says neither, what was known `before` stays: a
 * store has not lost its module because a call did.
 */
export async function findModule(
  deps: PlatformDeps,
  endpoint: ModuleEndpoint,
  before: string | null,
): Promise<FoundModule> {
  if (!endpoint.secret) return { version: null, reason: null };
  try {
    const { module, shop } = await callModule(deps, endpoint, "health", {});
    return { version: module, reason: null, adminPath: toAdminPath(shop.adminPath) };
  } catch (caught) {
    const error = asSyncError(caught);
    if (!isModuleAbsent(error)) return { version: before, reason: null };
    return { version: null, reason: toReason(error) };
  }
}
