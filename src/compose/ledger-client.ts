import { asSyncError } from "../domain/errors/sync-error";
import { wrapMethods } from "../lib/wrap-methods";
import { LEDGER_METHODS, type LedgerApi } from "../sync/ledger-api";

/**
 * The ledger of a connection as callers outside it see it. Errors lose their class between two
 * objects; here they get it back, so that `remedy` and `instanceof` keep their meaning.
 */
export function ledgerClient(stub: LedgerApi): LedgerApi {
  return wrapMethods<LedgerApi>(LEDGER_METHODS, async (call) => {
    try {
      return await call(stub);
    } catch (caught) {
      throw asSyncError(caught);
    }
  });
}
