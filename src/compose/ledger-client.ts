import { asSyncError } from "../domain/errors/sync-error";
import type { LedgerApi } from "../sync/ledger-api";

/**
 * The ledger of a connection as callers outside it see it. Errors lose their class on the way
 * between two objects; here they get it back, so that `remedy` and `instanceof` keep their meaning.
 */
export function ledgerClient(stub: LedgerApi): LedgerApi {
  return {
    ingestChannelEvent: (...given) => revived(stub.ingestChannelEvent(...given)),
    ingestSourceEvent: (...given) => revived(stub.ingestSourceEvent(...given)),
    hasSourceEvent: (...given) => revived(stub.hasSourceEvent(...given)),
    observe: (...given) => revived(stub.observe(...given)),
    planStock: (...given) => revived(stub.planStock(...given)),
    readStock: (...given) => revived(stub.readStock(...given)),
    bindOffers: (...given) => revived(stub.bindOffers(...given)),
    resend: (...given) => revived(stub.resend(...given)),
    unbindOffers: (...given) => revived(stub.unbindOffers(...given)),
    releaseOrders: (...given) => revived(stub.releaseOrders(...given)),
    retryOrder: (...given) => revived(stub.retryOrder(...given)),
    pollOrders: (...given) => revived(stub.pollOrders(...given)),
    poke: (...given) => revived(stub.poke(...given)),
    lease: (...given) => revived(stub.lease(...given)),
    readTraffic: (...given) => revived(stub.readTraffic(...given)),
    freshAccess: (...given) => revived(stub.freshAccess(...given)),
    setActive: (...given) => revived(stub.setActive(...given)),
    erase: (...given) => revived(stub.erase(...given)),
  };
}

async function revived<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (caught) {
    throw asSyncError(caught);
  }
}
