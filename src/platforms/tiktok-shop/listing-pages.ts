/**
 * What many listings are, a page at a time. A row of the search holds status and audit, but not why
 * the audit refused: that is in the detail only ("Search Products" 202502). It writes nothing.
 */
import * as z from "zod";
import type { ListingPage, ListingQuery, PagedListing } from "../channel-listing";
import { toListingStatus } from "./listings";
import { request, type Session } from "./request";
import { looseList, looseText, readableList } from "./shapes";

const PAGE_SIZE = 100;

/** Ends of an audit, or none yet, of which a row says all there is. */
const WHOLE_AUDITS: readonly string[] = ["AUDITING", "PRE_APPROVED", "APPROVED"];

const Row = z.object({
  id: z.string().min(1),
  status: z.string().min(1),
  /** Seconds. */
  update_time: z.number(),
  audit: z.object({ status: looseText, pre_approved_reasons: looseList(z.string()) }).nullish(),
});

const SearchAnswer = z.object({ products: readableList(Row), next_page_token: looseText });

/**
 * By `update_time_ge` or by status, in no order that the platform promises. Removed listings are in
 * the search of all statuses or not: the sources disagree.
 */
export async function listListings(
  session: Session,
  query: ListingQuery,
  cursor = "",
): Promise<ListingPage> {
  const body =
    "status" in query
      ? { status: "PENDING" }
      : { status: "ALL", update_time_ge: Math.floor(query.changedSince / 1000) };
  const page = await request(
    session,
    {
      method: "POST",
      path: "/product/202502/products/search",
      query: { page_size: String(PAGE_SIZE), ...(cursor ? { page_token: cursor } : {}) },
      body,
      replaySafe: true,
    },
    SearchAnswer,
  );
  const { products, next_page_token: next } = page;
  return { listings: products.map(toPagedListing), ...(next ? { next } : {}) };
}

function toPagedListing(row: z.infer<typeof Row>): PagedListing {
  const status = toListingStatus(row.status);
  const isSimple = status === "in_review" || status === "live" || status === "paused";
  return {
    channelProductId: row.id,
    status,
    rawStatus: row.status,
    reasons: row.audit?.pre_approved_reasons ?? [],
    changedAt: row.update_time * 1000,
    isWhole: isSimple && WHOLE_AUDITS.includes(row.audit?.status ?? ""),
  };
}
