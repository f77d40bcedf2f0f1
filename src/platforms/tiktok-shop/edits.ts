/**
 * Full and partial edits of a listing. Both send it through review; what buyers see stays on sale
 * meanwhile. The platform knows no key for an edit: one that adds SKUs is therefore never replayed.
 */
import * as z from "zod";
import { SyncError } from "../../domain/errors/sync-error";
import type { ListingChange, ListingField } from "../channel-content";
import type { ListingDraft, SentListing } from "../channel-listing";
import { readVersion } from "./content-shape";
import { foreignSkus, keptContent, keptFields, withKept } from "./kept";
import { fromChange, fromDraft, fromSkus } from "./product-body";
import { SentAnswer, shopOf, toSentListing } from "./products";
import { request, type Session } from "./request";

/** The platform's partial edit takes no category; each other field replaces the stored one whole. */
export const PARTIAL_FIELDS: readonly ListingField[] = [
  "title",
  "descriptionHtml",
  "brandId",
  "imageUris",
  "attributes",
  "package",
  "sizeChartUri",
  "certificates",
  "manufacturerIds",
  "responsiblePersonIds",
  "skus",
];

/**
 * Replaces the listing. It is read first, as it will be once a pending review has passed, and sent
 * back with every SKU that is not ours: a full edit deletes what it leaves out. Kept SKUs keep their
 * stock and price, which have calls of their own. Two requests, three during a review.
 */
export async function updateListing(
  session: Session,
  channelProductId: string,
  draft: ListingDraft,
): Promise<SentListing> {
  const shown = await readVersion(session, channelProductId, "pending");
  const shop = shopOf(session);
  const sent = await request(
    session,
    {
      method: "PUT",
      path: `/product/202509/products/${channelProductId}`,
      body: {
        save_mode: "LISTING",
        ...keptFields(shown, draft.categoryId),
        ...fromDraft(draft, shop),
        ...keptContent(shown, draft.kept),
        skus: withKept(fromSkus(draft, shop), shown, draft),
      },
      replaySafe: addsNoSku(draft),
    },
    SentAnswer,
  );
  return toSentListing(withoutForeign(sent, new Set(foreignSkus(shown, draft).map(idOf))), draft);
}

/** Edits the named fields. One request, two or three with `skus`, which are read first as above. */
export async function editListing(
  session: Session,
  channelProductId: string,
  change: ListingChange,
): Promise<SentListing> {
  const refused = fullEditFields(change);
  if (refused.length > 0)
    throw new SyncError("defect", "tiktok.full_edit_needed", { fields: refused });
  const { skus: edited, ...fields } = change;
  const shop = shopOf(session);
  const shown = edited ? await readVersion(session, channelProductId, "pending") : undefined;
  const skus = edited && shown ? withKept(fromSkus(edited, shop), shown, edited) : undefined;
  const sent = await request(
    session,
    {
      method: "POST",
      path: `/product/202509/products/${channelProductId}/partial_edit`,
      body: { ...fromChange(fields, shop), ...(skus ? { skus } : {}) },
      replaySafe: addsNoSku(edited),
    },
    SentAnswer,
  );
  if (!edited || !shown) return { ...toSentListing(sent, { skus: [] }), skus: [] };
  return toSentListing(withoutForeign(sent, new Set(foreignSkus(shown, edited).map(idOf))), edited);
}

/** Fields the partial edit does not take: the category, and every one that is to be cleared. */
function fullEditFields(change: ListingChange): string[] {
  const isEmpty = (value: unknown) => value === "" || (Array.isArray(value) && value.length === 0);
  const named = Object.entries(change).filter(([, value]) => value !== undefined);
  const partial: ReadonlySet<string> = new Set(PARTIAL_FIELDS);
  return named
    .filter(([field, value]) => !partial.has(field) || isEmpty(value))
    .map(([field]) => field);
}

const idOf = ({ id }: { id: string }) => id;

function addsNoSku(edited: Pick<ListingDraft, "skus"> | undefined): boolean {
  return edited?.skus.every(({ channelSkuId }) => channelSkuId) ?? true;
}

function withoutForeign(sent: z.infer<typeof SentAnswer>, foreign: ReadonlySet<string>) {
  return { ...sent, skus: sent.skus.filter(({ id }) => !foreign.has(id)) };
}
