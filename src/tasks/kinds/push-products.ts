import { listingsOf } from "../../db/listings/listings";
import type { Reason } from "../../domain/errors/reason";
import { refusedState } from "../../domain/listings/apply-report";
import { previewPush } from "../../domain/listings/preview-listing";
import { pushListing } from "../../sync/listings/push-listing";
import { channelPorts } from "../connection-ports";
import type { ItemAnswer, ItemKind } from "../kind";
import type { OpenConnection, Services } from "../services";
import { eachKey } from "./each-key";
import { previewed } from "./previewed";
import { pageOfSelected, Selected } from "./selection";

/** Publishes the chosen products as they were pulled. */
export const pushProducts: ItemKind<Selected> = {
  runs: "items",
  parameters: Selected,
  perMessage: 5,
  page: pageOfSelected,
  preview: previewed(previewPush),
  run: ({ services, connection }, keys) => pushEach(services, connection, keys),
  giveUp: showFailedPush,
};

export async function pushEach(
  services: Services,
  connection: OpenConnection,
  productIds: readonly string[],
): Promise<Map<string, ItemAnswer>> {
  const deps = await channelPorts(services, connection);
  return eachKey(productIds, (productId) => pushListing(deps, productId));
}

/** Writes why the push failed, and the badge, on the product. */
export async function showFailedPush(
  { db, now }: Services,
  connectionId: string,
  productId: string,
  reason: Reason,
): Promise<void> {
  const listings = listingsOf(db, connectionId, now);
  const listing = await listings.find(productId);
  const syncState = refusedState(listing?.channelProductId);
  await listings.recordRefusal(productId, { reasons: [reason], syncState });
}
