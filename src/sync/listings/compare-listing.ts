/**
 * How a listing stands to what Weft wants of it: what the next push would change, as its dry run says, and what
 * stands on the channel otherwise than it was sent. It writes nothing but a check that was due.
 */
import type { ListingRecord } from "../../domain/listings/listing-record";
import { changedByChannel } from "../../domain/listings/changed-by-channel";
import type { ContentField } from "../../domain/listings/sent-content";
import type { ChannelSession } from "../../platforms/channel";
import { descriptionHashes } from "./hash-content";
import { previewPush, type PreviewPushDeps } from "./preview-push";

export interface CompareListingDeps extends PreviewPushDeps {
  listings: PreviewPushDeps["listings"] & {
    find(productId: string): Promise<ListingRecord | undefined>;
  };
  openChannel(): Promise<Pick<ChannelSession, "readContent">>;
}

export interface ListingDifferences {
  /** Fields by name that the next push would change. */
  pending: string[];
  /** Fields that were changed on the channel since they were sent. */
  edited: ContentField[];
}

/** Nothing of a product that is not listed. One request of the channel. */
export async function compareListing(
  deps: CompareListingDeps,
  productId: string,
): Promise<ListingDifferences> {
  const listing = await deps.listings.find(productId);
  if (!listing?.channelProductId) return { pending: [], edited: [] };
  const preview = (await previewPush(deps, [productId])).get(productId);
  const pending = Object.keys(preview?.change?.after ?? {});
  const { sent, channelProductId } = listing;
  if (sent === null || listing.intentKey !== null) return { pending, edited: [] };
  const content = await (await deps.openChannel()).readContent(channelProductId, "pending");
  if (!content) return { pending, edited: [] };
  const shown = { ...content, ...(await descriptionHashes(content.descriptionHtml)) };
  return { pending, edited: changedByChannel(sent, shown) };
}
