/**
 * Listings: check, create, activate, deactivate, delete; edits are in edits.ts. A create is never replayed
 * here although it carries a key: after an unclear answer its owner searches first.
 */
import { chunks } from "../../lib/chunks";
import * as z from "zod";
import { SyncError } from "../../domain/errors/sync-error";
import type { ListingDraft, SentListing } from "../channel-listing";
import { toItemError, type ItemError } from "./errors";
import { fromDraft } from "./product-body";
import { request, type Session, type SessionShop } from "./request";
import { BatchAnswer, looseList, looseText, type BatchFailure } from "./shapes";

const MAX_IDS_PER_BATCH = 20;

export const SentAnswer = z.object({
  product_id: z.string().min(1),
  skus: looseList(
    z.object({ id: z.string().min(1), seller_sku: looseText, external_sku_id: looseText }),
  ),
  warnings: looseList(z.object({ message: looseText })),
});

/** Creates and submits to audit, unless it is to stay a draft. Errors after an unclear answer carry `maybeApplied`. */
export async function createListing(session: Session, draft: ListingDraft): Promise<SentListing> {
  const sent = await request(
    session,
    {
      method: "POST",
      path: "/product/202309/products",
      body: {
        save_mode: draft.isDraft ? "AS_DRAFT" : "LISTING",
        idempotency_key: draft.idempotencyKey,
        ...fromDraft(draft, shopOf(session)),
      },
    },
    SentAnswer,
  );
  return toSentListing(sent, draft);
}

/** The answer of create or edit with our ids of the SKUs; by seller SKU where it leaves them out. */
export function toSentListing(
  sent: z.infer<typeof SentAnswer>,
  draft: Pick<ListingDraft, "skus">,
): SentListing {
  const ours = new Map(draft.skus.map((sku) => [sku.sellerSku, sku.externalId]));
  return {
    channelProductId: sent.product_id,
    skus: sent.skus.map((sku) => ({
      externalId: sku.external_sku_id || (ours.get(sku.seller_sku) ?? ""),
      channelSkuId: sku.id,
      sellerSku: sku.seller_sku,
    })),
    warnings: sent.warnings.map(({ message }) => message),
  };
}

const CheckAnswer = z.object({
  check_result: looseText,
  fail_reasons: looseList(z.object({ code: z.coerce.number(), message: looseText })),
});

/** A dry run of create: the reasons it would be refused for, empty when it would pass. */
export async function checkListing(
  session: Session,
  draft: ListingDraft,
): Promise<readonly ItemError[]> {
  try {
    const checked = await request(
      session,
      {
        method: "POST",
        path: "/product/202309/products/listing_check",
        body: fromDraft(draft, shopOf(session)),
        replaySafe: true,
      },
      CheckAnswer,
    );
    const reasons = checked.fail_reasons.map(({ code, message }) => toItemError(code, message));
    if (reasons.length > 0 || checked.check_result !== "FAILED") return reasons;
    return [{ code: "tiktok.check_failed", message: "" }];
  } catch (caught) {
    // Some faults of the draft refuse the check itself.
    if (!(caught instanceof SyncError) || caught.remedy !== "merchant") throw caught;
    return [{ code: caught.code, message: String(caught.facts["message"] ?? "") }];
  }
}

export type StateResult = { id: string; error?: ItemError };

/**
 * Puts paused listings back on sale, through audit again; a draft is refused (it goes live by
 * edit).
 */
export function activateListings(
  session: Session,
  ids: readonly string[],
): Promise<readonly StateResult[]> {
  return changeStates(session, "/product/202309/products/activate", ids);
}

export function deactivateListings(
  session: Session,
  ids: readonly string[],
): Promise<readonly StateResult[]> {
  return changeStates(session, "/product/202309/products/deactivate", ids);
}

/** Needs a scope of its own. An app that lacks it may do all else, so that is no reason to connect anew. */
export async function deleteListings(
  session: Session,
  ids: readonly string[],
): Promise<readonly StateResult[]> {
  try {
    return await changeStates(session, "/product/202309/products", ids, "DELETE");
  } catch (caught) {
    if (!(caught instanceof SyncError) || caught.code !== "tiktok.scope_missing") throw caught;
    return ids.map((id) => ({ id, error: { code: "tiktok.delete_not_allowed", message: "" } }));
  }
}

async function changeStates(
  session: Session,
  path: string,
  ids: readonly string[],
  method: "POST" | "DELETE" = "POST",
): Promise<readonly StateResult[]> {
  const results: StateResult[] = [];
  for (const batch of chunks(ids, MAX_IDS_PER_BATCH)) {
    const body = { product_ids: batch };
    const { errors } = await request(session, { method, path, body }, BatchAnswer);
    results.push(...batch.map((id) => toStateResult(id, errors)));
  }
  return results;
}

function toStateResult(id: string, errors: readonly BatchFailure[]): StateResult {
  const failure = errors.find(({ detail }) => (detail?.product_id || id) === id);
  return failure ? { id, error: toBatchError(failure) } : { id };
}

/** The precise number sits in `extra_errors`; the outer one only says "check failed" (12052990). */
export function toBatchError(failure: BatchFailure): ItemError {
  const inner = failure.detail?.extra_errors[0];
  return inner
    ? toItemError(inner.code, inner.message || failure.message)
    : toItemError(failure.code, failure.message);
}

/** The shop of the session; calls without one never get this far. */
export function shopOf({ shop }: Session): SessionShop {
  if (!shop) throw new SyncError("defect", "tiktok.shop_not_chosen");
  return shop;
}
