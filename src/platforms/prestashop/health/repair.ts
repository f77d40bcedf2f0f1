import type { Fix } from "../../../domain/health/finding";
import { SyncError } from "../../../domain/errors/sync-error";
import type { PlatformDeps } from "../../deps";
import { callModule, type ModuleEndpoint } from "../module/call-module";

const REPAIRS = new Set(["hooks", "webservice", "key", "tables", "country", "currency"]);

/**
 * Has the module put something right; doing it again changes nothing. Throws what `callModule`
 * throws.
 */
export async function repair(
  deps: PlatformDeps,
  endpoint: ModuleEndpoint,
  fix: Fix,
): Promise<void> {
  if (fix.what === "outbox") {
    await callModule(deps, endpoint, "flush", {});
    return;
  }
  if (!REPAIRS.has(fix.what)) throw new SyncError("defect", "check.fix_unknown", { fix: fix.what });
  const { what, code } = fix;
  await callModule(deps, endpoint, "repair", code === undefined ? { what } : { what, code });
}
