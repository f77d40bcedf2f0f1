import { isUnavailable } from "../domain/errors/classify-code";
import type { Facts } from "../domain/facts";
import { SyncError } from "../domain/errors/sync-error";
import type { ItemFailure } from "../platforms/channel";

/** The failure of one item as an error of its own: who must act, and whether it may pass, stay. */
export function toItemSyncError(failure: ItemFailure, facts: Facts): SyncError {
  const { code, message, mayPass } = failure;
  const remedy = failure.remedy ?? (isUnavailable(code) ? "retry" : "merchant");
  return new SyncError(remedy, code, { ...facts, message, ...(mayPass ? { mayPass } : {}) });
}
