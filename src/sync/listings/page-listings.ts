import type { ChannelSession } from "../../platforms/channel";
import type { ListingQuery, PagedListing } from "../../platforms/channel-listing";

const PAGE_SIZE = 100;
/** Others changed at the same time, so what is looked for may stand on a page more than it fills. */
const SPARE_PAGES = 1;

/**
 * Pages through listings until all the wanted ones were met, or for a bounded number of pages.
 * `wanted`: since when what a page says of a listing is news, epoch ms; what it says of an earlier
 * change is passed over, since the channel's index may be behind.
 */
export async function pageListings(
  channel: Pick<ChannelSession, "listListings">,
  query: ListingQuery,
  wanted: ReadonlyMap<string, number>,
): Promise<Map<string, PagedListing>> {
  const met = new Map<string, PagedListing>();
  const most = Math.ceil(wanted.size / PAGE_SIZE) + SPARE_PAGES;
  let cursor: string | undefined;
  for (let pages = 0; pages < most && met.size < wanted.size; pages += 1) {
    const page = await channel.listListings(query, cursor);
    for (const listing of page.listings) {
      const since = wanted.get(listing.channelProductId);
      if (since !== undefined && listing.changedAt >= wholeSecond(since))
        met.set(listing.channelProductId, listing);
    }
    cursor = page.next;
    if (cursor === undefined) break;
  }
  return met;
}

const wholeSecond = (at: number) => Math.floor(at / 1000) * 1000;
