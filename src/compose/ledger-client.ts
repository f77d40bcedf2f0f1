import { fromReply, type LedgerRpc, type Reply } from "../ledger/reply";
import { wrapMethods } from "../lib/wrap-methods";
import { LEDGER_METHODS, type LedgerApi } from "../sync/ledger-api";

/**
 * The ledger of a connection as callers outside its object see it: what is refused there is thrown
 * here, so that `remedy` and `instanceof` keep their meaning.
 */
export function ledgerClient(stub: LedgerRpc): LedgerApi {
  return wrapMethods<LedgerApi, LedgerRpc, Reply<unknown>>(LEDGER_METHODS, (call) =>
    fromReply(call(stub)),
  );
}
