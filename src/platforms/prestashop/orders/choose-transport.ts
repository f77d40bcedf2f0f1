/**
 * Which way an order takes into the store. One order is never made half by the module and half
 * through the webservice; each way finds what the other has made, by the buyer's e-mail address.
 */
import { isUnclear } from "../../../domain/errors/is-unclear";
import { SyncError, asSyncError } from "../../../domain/errors/sync-error";
import type { ImportProgress, SourceOrder } from "../../source";
import type { OrderDraft } from "../../../domain/orders/order-draft";
import { importByModule } from "../module/import-by-module";
import { isModuleUntouched } from "../module/judge-answer";
import type { StoreModule } from "../module/open-module";
import { refuseWhileUncertain } from "./place-order";

type Remember = (progress: ImportProgress) => void;

export interface Transports {
  module: StoreModule;
  byWebservice(progress: ImportProgress, remember: Remember): Promise<SourceOrder>;
  now(): number;
}

/**
 * Resolves with the one order of a draft. The moment of a call to the module is remembered before
 * it goes out: where its fate stays unclear and the module is gone the next time, the webservice
 * waits until that call cannot be at work any more, and then looks.
 */
export async function importByTransport(
  transports: Transports,
  draft: OrderDraft,
  progress: ImportProgress,
  remember: Remember,
): Promise<SourceOrder> {
  let known = progress;
  const follow: Remember = (next) => {
    known = next;
    remember(next);
  };
  try {
    return await chooseTransport(transports, draft, progress, follow);
  } catch (caught) {
    throw withTraces(asSyncError(caught), known);
  }
}

/**
 * Whatever broke a try off, an order it left in the store is named and one it may have left is not
 * taken for impossible: both are the only way back to it when the buyer cancels.
 */
function withTraces(error: SyncError, { orderId, orderPostedAt = "0" }: ImportProgress): SyncError {
  if (orderId === undefined && orderPostedAt === "0") return error;
  const facts = { ...error.facts, maybeApplied: true };
  const known = orderId === undefined ? facts : { ...facts, sourceOrderId: orderId };
  return new SyncError(error.remedy, error.code, known, { cause: error });
}

async function chooseTransport(
  transports: Transports,
  draft: OrderDraft,
  progress: ImportProgress,
  remember: Remember,
): Promise<SourceOrder> {
  if (draft.isFulfilledByChannel) return byModuleAlone(transports, draft, progress, remember);
  if (isBegunByWebservice(progress)) return transports.byWebservice(progress, remember);
  if (await transports.module.isThere()) return byModule(transports, draft, progress, remember);
  try {
    return await byWebserviceAlone(transports, progress, remember);
  } catch (caught) {
    // What is known of the module may be old.
    if (isDoneByModule(caught) && (await transports.module.findAgain()))
      return byModule(transports, draft, progress, remember);
    throw caught;
  }
}

/** What the webservice refuses and the module would do: its own key is made for less than a whole order. */
const isDoneByModule = (caught: unknown): boolean =>
  ["prestashop.permission_missing", "prestashop.pack_needs_module"].includes(
    asSyncError(caught).code,
  );

async function byModule(
  transports: Transports,
  draft: OrderDraft,
  progress: ImportProgress,
  remember: Remember,
): Promise<SourceOrder> {
  remember({ ...progress, orderPostedAt: String(transports.now()) });
  let found: ImportProgress;
  try {
    const answer = await importByModule(transports.module, draft);
    if ("made" in answer) return answer.made;
    found = { ...progress, orderId: answer.foundId };
  } catch (caught) {
    const error = asSyncError(caught);
    if (isUnclear(error)) throw error;
    const { sourceOrderId: orderId } = error.facts;
    remember(orderId === undefined ? progress : { ...progress, orderId });
    if (!isModuleUntouched(error)) throw error;
    return byWebserviceAlone(transports, progress, remember).catch((refused: unknown) => {
      if (!isDoneByModule(refused)) throw refused;
      // No verdict on key or goods: one odd answer may have hidden a module that was there.
      throw new SyncError("retry", error.code, error.facts, { cause: refused });
    });
  }
  remember(found);
  return transports.byWebservice(found, remember);
}

/** The webservice takes the units of every order, so one without stock goes no other way. */
async function byModuleAlone(
  { module, now }: Transports,
  draft: OrderDraft,
  progress: ImportProgress,
  remember: Remember,
): Promise<SourceOrder> {
  const needed = () =>
    new SyncError("merchant", "prestashop.module_needed", { channelOrderId: draft.channelOrderId });
  if (!(await module.isThere())) throw needed();
  remember({ ...progress, orderPostedAt: String(now()) });
  try {
    const answer = await importByModule(module, draft);
    if ("made" in answer) return answer.made;
    throw needed();
  } catch (caught) {
    const error = asSyncError(caught);
    const { sourceOrderId: orderId } = error.facts;
    if (!isUnclear(error))
      remember(orderId === undefined ? progress : { ...progress, orderId: String(orderId) });
    throw error;
  }
}

/** An earlier call to the module may still be making the buyer that is looked for first. */
async function byWebserviceAlone(
  transports: Transports,
  progress: ImportProgress,
  remember: Remember,
): Promise<SourceOrder> {
  refuseWhileUncertain(progress["orderPostedAt"], transports.now());
  return transports.byWebservice(progress, remember);
}

/** The webservice's first step leaves the customer's id. */
function isBegunByWebservice(progress: ImportProgress): boolean {
  return progress["customerId"] !== undefined || progress["orderId"] !== undefined;
}
