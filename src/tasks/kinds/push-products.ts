import { findConnection } from "../../db/connections/connections";
import { soldOffersOf } from "../../db/listings/sold-offers";
import { listingsOf } from "../../db/listings/listings";
import type { Reason } from "../../domain/errors/reason";
import { refusedState } from "../../domain/listings/apply-report";
import { SyncError } from "../../domain/errors/sync-error";
import { restsOnStore } from "../../domain/listings/store-facts";
import type { ItemPreview } from "../../domain/tasks/item-outcome";
import { subjectOf } from "../../domain/journal/subjects";
import { runAbout } from "../../lib/about";
import { chunks } from "../../lib/chunks";
import { observeNow } from "../../sync/catalogue/refresh-products";
import { CHECK_PAGE } from "../../sync/listings/check-products";
import { previewPush } from "../../sync/listings/preview-push";
import { pushListing } from "../../sync/listings/push-listing";
import { checkPorts } from "../check-ports";
import { channelPorts, openPorts } from "../connection-ports";
import type { ItemAnswer, ItemKind } from "../kind";
import { renewStore } from "../refresh-store";
import type { OpenConnection, Services } from "../services";
import { eachKey } from "./each-key";
import { pageOfSelected, Selected } from "./selection";

/** Publishes the chosen products as they were pulled. */
export const pushProducts: ItemKind<Selected> = {
  runs: "items",
  parameters: Selected,
  isReviewed: true,
  perMessage: 5,
  page: pageOfSelected,
  preview: ({ services, connection }, keys) => previewEach(services, connection, keys),
  run: ({ services, connection }, keys) => pushEach(services, connection, keys),
  giveUp: showFailedPush,
};

/** What each push would write, and what it will be refused for: what is not checked yet is checked. */
async function previewEach(
  services: Services,
  connection: OpenConnection,
  productIds: readonly string[],
): Promise<Map<string, ItemPreview>> {
  const previews = new Map<string, ItemPreview>();
  const row = await findConnection(services.db, connection.id);
  if (!row) return previews;
  const { db, now } = services;
  const ports = {
    ...checkPorts(services, row),
    listings: listingsOf(db, connection.id, now),
    offers: soldOffersOf(db, connection.id, now),
    ledger: services.ledger(connection.id),
  };
  for (const ids of chunks(productIds, CHECK_PAGE))
    for (const [id, preview] of await previewPush(ports, ids)) previews.set(id, preview);
  return previews;
}

/** Messages of one task come seconds apart: what one of them asked, the next does not ask again. */
const JUST_ASKED_MS = 20_000;

/**
 * Pushes products as they were pulled. Where a refusal rests on a fact of the store, it is asked
 * again, and what it refuted is read and pushed once more.
 */
export async function pushEach(
  services: Services,
  connection: OpenConnection,
  productIds: readonly string[],
): Promise<Map<string, ItemAnswer>> {
  const answers = await pushOnce(services, connection, productIds);
  const doubted = productIds.filter((id) => isDoubted(answers.get(id)));
  if (doubted.length === 0) return answers;
  await renewStore(services, connection, JUST_ASKED_MS);
  const open = await services.openConnection(connection.id);
  if (open.currency !== open.market?.limits?.currency) return answers;
  await observeNow(openPorts(services, open), doubted);
  return new Map([...answers, ...(await pushOnce(services, open, doubted))]);
}

async function pushOnce(
  services: Services,
  connection: OpenConnection,
  productIds: readonly string[],
): Promise<Map<string, ItemAnswer>> {
  const deps = await channelPorts(services, connection);
  return eachKey(productIds, (productId) =>
    runAbout(subjectOf("product", productId), () => pushListing(deps, productId)),
  );
}

const isDoubted = (answer: ItemAnswer | undefined) =>
  answer !== undefined && !(answer instanceof SyncError) && restsOnStore(answer.reasons);

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
