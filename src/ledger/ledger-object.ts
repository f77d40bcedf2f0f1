/** The ledger as a Durable Object: names what may be called from outside and hands all of it on. */
import { DurableObject } from "cloudflare:workers";
import { SyncError } from "../domain/errors/sync-error";
import type { LedgerApi } from "../sync/ledger-api";
import { toReply, type LedgerRpc } from "./reply";
import { LedgerCore } from "./ledger-core";
import type { InnerLedger, LedgerPorts } from "./ports";

type Args<Name extends keyof LedgerApi> = Parameters<LedgerApi[Name]>;

/**
 * Throws SyncError("defect", "ledger.without_name") for an object that was not reached by its
 * connection's id.
 */
export class LedgerObject extends DurableObject<Cloudflare.Env> implements LedgerRpc {
  readonly #core: LedgerCore;

  constructor(
    ctx: DurableObjectState,
    env: Cloudflare.Env,
    openPorts: (connectionId: string, ledger: InnerLedger) => LedgerPorts,
  ) {
    super(ctx, env);
    const { name } = ctx.id;
    if (!name) throw new SyncError("defect", "ledger.without_name");
    this.#core = new LedgerCore(ctx, (ledger) => openPorts(name, ledger));
  }

  ingestChannelEvent(...args: Args<"ingestChannelEvent">) {
    return toReply(this.#core.ingestChannelEvent(...args));
  }
  ingestSourceEvent(...args: Args<"ingestSourceEvent">) {
    return toReply(this.#core.ingestSourceEvent(...args));
  }
  hasSourceEvent(...args: Args<"hasSourceEvent">) {
    return toReply(this.#core.hasSourceEvent(...args));
  }
  observe(...args: Args<"observe">) {
    return toReply(this.#core.observe(...args));
  }
  planStock(...args: Args<"planStock">) {
    return toReply(this.#core.planStock(...args));
  }
  readStock(...args: Args<"readStock">) {
    return toReply(this.#core.readStock(...args));
  }
  bindOffers(...args: Args<"bindOffers">) {
    return toReply(this.#core.bindOffers(...args));
  }
  resend(...args: Args<"resend">) {
    return toReply(this.#core.resend(...args));
  }
  unbindOffers(...args: Args<"unbindOffers">) {
    return toReply(this.#core.unbindOffers(...args));
  }
  doubtOffers(...args: Args<"doubtOffers">) {
    return toReply(this.#core.doubtOffers(...args));
  }
  noteListingStates(...args: Args<"noteListingStates">) {
    return toReply(this.#core.noteListingStates(...args));
  }
  setProductRules(...args: Args<"setProductRules">) {
    return toReply(this.#core.setProductRules(...args));
  }
  readProductRules(...args: Args<"readProductRules">) {
    return toReply(this.#core.readProductRules(...args));
  }
  changeProductRule(...args: Args<"changeProductRule">) {
    return toReply(this.#core.changeProductRule(...args));
  }
  readLowStock(...args: Args<"readLowStock">) {
    return toReply(this.#core.readLowStock(...args));
  }
  previewStock(...args: Args<"previewStock">) {
    return toReply(this.#core.previewStock(...args));
  }
  readCategoryStock(...args: Args<"readCategoryStock">) {
    return toReply(this.#core.readCategoryStock(...args));
  }
  readStockOfCategory(...args: Args<"readStockOfCategory">) {
    return toReply(this.#core.readStockOfCategory(...args));
  }
  setCategoryStock(...args: Args<"setCategoryStock">) {
    return toReply(this.#core.setCategoryStock(...args));
  }
  placeCategories(...args: Args<"placeCategories">) {
    return toReply(this.#core.placeCategories(...args));
  }
  readPauses(...args: Args<"readPauses">) {
    return toReply(this.#core.readPauses(...args));
  }
  rereadProducts(...args: Args<"rereadProducts">) {
    return toReply(this.#core.rereadProducts(...args));
  }
  releaseOrders(...args: Args<"releaseOrders">) {
    return toReply(this.#core.releaseOrders(...args));
  }
  retryOrder(...args: Args<"retryOrder">) {
    return toReply(this.#core.retryOrder(...args));
  }
  handOver(...args: Args<"handOver">) {
    return toReply(this.#core.handOver(...args));
  }
  packOrder(...args: Args<"packOrder">) {
    return toReply(this.#core.packOrder(...args));
  }
  syncOrder(...args: Args<"syncOrder">) {
    return toReply(this.#core.syncOrder(...args));
  }
  answerRequest(...args: Args<"answerRequest">) {
    return toReply(this.#core.answerRequest(...args));
  }
  acknowledgeRefunds(...args: Args<"acknowledgeRefunds">) {
    return toReply(this.#core.acknowledgeRefunds(...args));
  }
  chooseVariant(...args: Args<"chooseVariant">) {
    return toReply(this.#core.chooseVariant(...args));
  }
  relinkOffers(...args: Args<"relinkOffers">) {
    return toReply(this.#core.relinkOffers(...args));
  }
  forgetBuyers(...args: Args<"forgetBuyers">) {
    return toReply(this.#core.forgetBuyers(...args));
  }
  pollOrders(...args: Args<"pollOrders">) {
    return toReply(this.#core.pollOrders(...args));
  }
  auditOrders(...args: Args<"auditOrders">) {
    return toReply(this.#core.auditOrders(...args));
  }
  receiveOrders(...args: Args<"receiveOrders">) {
    return toReply(this.#core.receiveOrders(...args));
  }
  readFates(...args: Args<"readFates">) {
    return toReply(this.#core.readFates(...args));
  }
  readCounts(...args: Args<"readCounts">) {
    return toReply(this.#core.readCounts(...args));
  }
  correctOffers(...args: Args<"correctOffers">) {
    return toReply(this.#core.correctOffers(...args));
  }
  readOrdersNow() {
    return toReply(this.#core.readOrdersNow());
  }
  noteWrites(...args: Args<"noteWrites">) {
    return toReply(this.#core.noteWrites(...args));
  }
  readJournal(...args: Args<"readJournal">) {
    return toReply(this.#core.readJournal(...args));
  }
  replay(...args: Args<"replay">) {
    return toReply(this.#core.replay(...args));
  }
  readReplay() {
    return toReply(this.#core.readReplay());
  }
  poke(...args: Args<"poke">) {
    return toReply(this.#core.poke(...args));
  }
  lease(...args: Args<"lease">) {
    return toReply(this.#core.lease(...args));
  }
  readTraffic(...args: Args<"readTraffic">) {
    return toReply(this.#core.readTraffic(...args));
  }
  readCorrections(...args: Args<"readCorrections">) {
    return toReply(this.#core.readCorrections(...args));
  }
  readFlow(...args: Args<"readFlow">) {
    return toReply(this.#core.readFlow(...args));
  }
  endSilence(...args: Args<"endSilence">) {
    return toReply(this.#core.endSilence(...args));
  }
  freshAccess(...args: Args<"freshAccess">) {
    return toReply(this.#core.freshAccess(...args));
  }
  setActive(...args: Args<"setActive">) {
    return toReply(this.#core.setActive(...args));
  }
  erase(...args: Args<"erase">) {
    return toReply(this.#core.erase(...args));
  }
  override alarm() {
    return this.#core.alarm();
  }
}
