/**
 * What a listing is now on the platform, and the search for one whose create gave no clear answer.
 * It writes nothing and does not know what the caller will do with the answer.
 */
import { chunks } from "../../lib/chunks";
import * as z from "zod";
import { parseMinor } from "../../domain/money";
import { SyncError } from "../../domain/errors/sync-error";
import type { FoundBySku, ListingReport, ListingStatus } from "../channel-listing";
import { request, type Session } from "./request";
import { looseList, looseText, readableList } from "./shapes";

const MAX_SKUS_PER_SEARCH = 10;
const SEARCH_PAGE_SIZE = 100;

const STATUSES: Readonly<Record<string, ListingStatus>> = {
  DRAFT: "draft",
  INITIAL: "draft",
  PENDING: "in_review",
  FAILED: "rejected",
  ACTIVATE: "live",
  SCHEDULED: "paused",
  SELLER_DEACTIVATED: "paused",
  PLATFORM_DEACTIVATED: "blocked",
  FREEZE: "blocked",
  DELETED: "removed",
};

/** A status nobody has met yet is neither sold nor refused as far as we know: "in_review". */
export function toListingStatus(status: string): ListingStatus {
  return STATUSES[status] ?? "in_review";
}

const Detail = z.object({
  id: z.string().min(1),
  status: z.string().min(1),
  external_product_id: looseText,
  audit: z.object({ status: looseText, pre_approved_reasons: looseList(z.string()) }).nullish(),
  audit_failed_reasons: looseList(
    z.object({
      position: looseText,
      reasons: looseList(z.string()),
      suggestions: looseList(z.string()),
    }),
  ),
  skus: looseList(
    z.object({
      id: z.string().min(1),
      seller_sku: looseText,
      external_sku_id: looseText,
      price: z.object({ currency: looseText, sale_price: looseText }).nullish(),
      inventory: z.array(z.object({ quantity: z.number().nullish() })).nullish(),
    }),
  ),
});

/** The listing, or undefined when the platform (or this shop) does not know the id. */
export async function readListing(
  session: Session,
  channelProductId: string,
): Promise<ListingReport | undefined> {
  try {
    const path = `/product/202309/products/${channelProductId}`;
    return toListingReport(await request(session, { method: "GET", path }, Detail));
  } catch (caught) {
    if (caught instanceof SyncError && caught.code === "tiktok.listing_missing") return undefined;
    throw caught;
  }
}

function toListingReport(raw: z.infer<typeof Detail>): ListingReport {
  return {
    channelProductId: raw.id,
    status: toListingStatus(raw.status),
    rawStatus: raw.status,
    reasons: toReasons(raw),
    ...(raw.external_product_id ? { externalId: raw.external_product_id } : {}),
    skus: raw.skus.map(toSkuReport),
  };
}

function toReasons(raw: z.infer<typeof Detail>): string[] {
  const failed = raw.audit_failed_reasons.map(({ position, reasons, suggestions }) =>
    [position, [...reasons, ...suggestions].join(" ")].filter(Boolean).join(": "),
  );
  return [...failed, ...(raw.audit?.pre_approved_reasons ?? [])];
}

/** `sale_price` of an answer is what the buyer sees; it may be missing while a draft is checked. */
function toSkuReport(sku: z.infer<typeof Detail>["skus"][number]): ListingReport["skus"][number] {
  const shown = sku.price?.sale_price;
  return {
    channelSkuId: sku.id,
    sellerSku: sku.seller_sku,
    ...(sku.external_sku_id ? { externalId: sku.external_sku_id } : {}),
    ...(sku.inventory
      ? { quantity: sku.inventory.reduce((sum, row) => sum + (row.quantity ?? 0), 0) }
      : {}),
    ...(shown ? { priceMinor: parseMinor(shown, sku.price?.currency ?? "") } : {}),
  };
}

const SearchAnswer = z.object({
  products: readableList(z.object({ id: z.string().min(1), status: looseText })),
  next_page_token: looseText,
});

/**
 * Looks for a listing of ours: by seller SKU, since the search knows no external ids, then by
 * comparing the external id of each hit. Removed listings do not count.
 */
export async function findListing(
  session: Session,
  isOurs: (externalId: string) => boolean,
  sellerSkus: readonly string[],
): Promise<FoundBySku> {
  const skus = [...new Set(sellerSkus)].filter(Boolean);
  const others = new Set<string>();
  for (const some of chunks(skus, MAX_SKUS_PER_SEARCH)) {
    for await (const report of listBySkus(session, some)) {
      if (report.externalId !== undefined && isOurs(report.externalId))
        return { ours: report, others: [...others] };
      // The search may go by parts of a SKU.
      if (report.skus.some(({ sellerSku }) => some.includes(sellerSku)))
        others.add(report.channelProductId);
    }
  }
  return { others: [...others] };
}

async function* listBySkus(
  session: Session,
  sellerSkus: readonly string[],
): AsyncGenerator<ListingReport> {
  let pageToken = "";
  do {
    const body = { status: "ALL", seller_skus: sellerSkus };
    const page = await search(session, body, SEARCH_PAGE_SIZE, pageToken);
    for (const { id, status } of page.products) {
      if (status === "DELETED") continue;
      const report = await readListing(session, id);
      if (report && report.status !== "removed") yield report;
    }
    pageToken = page.next_page_token;
  } while (pageToken);
}

/** Whether the shop holds a listing that is not deleted. */
export async function hasListings(session: Session): Promise<boolean> {
  return (await search(session, { status: "ALL" }, 1)).products.length > 0;
}

const search = (session: Session, body: object, pageSize: number, pageToken = "") =>
  request(
    session,
    {
      method: "POST",
      path: "/product/202502/products/search",
      query: { page_size: String(pageSize), ...(pageToken ? { page_token: pageToken } : {}) },
      body,
      replaySafe: true,
    },
    SearchAnswer,
  );
