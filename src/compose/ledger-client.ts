import { fromReply, type LedgerRpc } from "../ledger/reply";
import type { LedgerApi } from "../sync/ledger-api";

/**
 * The ledger of a connection as callers outside its object see it: what is refused there is thrown
 * here, so that `remedy` and `instanceof` keep their meaning.
 */
export function ledgerClient(stub: LedgerRpc): LedgerApi {
  return {
    ingestChannelEvent: (...given) => fromReply(stub.ingestChannelEvent(...given)),
    ingestSourceEvent: (...given) => fromReply(stub.ingestSourceEvent(...given)),
    hasSourceEvent: (...given) => fromReply(stub.hasSourceEvent(...given)),
    observe: (...given) => fromReply(stub.observe(...given)),
    planStock: (...given) => fromReply(stub.planStock(...given)),
    readStock: (...given) => fromReply(stub.readStock(...given)),
    bindOffers: (...given) => fromReply(stub.bindOffers(...given)),
    resend: (...given) => fromReply(stub.resend(...given)),
    unbindOffers: (...given) => fromReply(stub.unbindOffers(...given)),
    releaseOrders: (...given) => fromReply(stub.releaseOrders(...given)),
    retryOrder: (...given) => fromReply(stub.retryOrder(...given)),
    pollOrders: (...given) => fromReply(stub.pollOrders(...given)),
    poke: (...given) => fromReply(stub.poke(...given)),
    lease: (...given) => fromReply(stub.lease(...given)),
    readTraffic: (...given) => fromReply(stub.readTraffic(...given)),
    freshAccess: (...given) => fromReply(stub.freshAccess(...given)),
    setActive: (...given) => fromReply(stub.setActive(...given)),
    erase: (...given) => fromReply(stub.erase(...given)),
  };
}
