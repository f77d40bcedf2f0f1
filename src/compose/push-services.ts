import {
  claimListing,
  findListing,
  holdListing,
  offersOf,
  recordRefusal,
  releaseListing,
  saveReport,
  saveSentListing,
  unbindListing,
} from "../db/listings/listings";
import { findMediaByKey, findMediaByUrl, saveMedia } from "../db/listings/media";
import { findProduct, type StoredProduct } from "../db/catalogue/products";
import type { ListingInput } from "../domain/listings/listing-plan";
import type { OpenConnection, Services } from "../tasks/services";
import type { ChangeListingStateDeps } from "../sync/listings/change-listing-state";
import type { PushListingDeps } from "../sync/listings/push-ports";
import { uploadImages } from "../sync/listings/upload-images";
import { categoryNeeds } from "./category-services";
import { fetchImage } from "./fetch-image";

/** What pushing a product of this connection may reach. */
export async function pushDeps(
  services: Services,
  connection: OpenConnection,
): Promise<PushListingDeps> {
  const { db, now } = services;
  const { id } = connection;
  const ledger = services.ledger(id);
  const channel = await connection.channel();
  return {
    findProduct: (productId) => pushedProduct(services, connection, productId),
    findListing: (productId) => findListing(db, id, productId),
    offersOf: (productId) => offersOf(db, id, productId),
    claimListing: (productId, claim) => claimListing(db, id, productId, { ...claim, now: now() }),
    holdListing: (productId, claim) => holdListing(db, id, productId, claim),
    releaseListing: (productId, claim, end) =>
      releaseListing(db, id, productId, claim, { ...end, now: now() }),
    recordRefusal: (productId, end) => recordRefusal(db, id, productId, { ...end, now: now() }),
    saveSentListing: (productId, sent) =>
      saveSentListing(db, id, productId, { ...sent, now: now() }),
    planStock: async (seen, observedAt) => {
      const views = await ledger.planStock(seen, observedAt);
      return new Map(views.map(({ variantId, sellable }) => [variantId, sellable]));
    },
    bindOffers: async (bindings) => {
      if (bindings.length > 0) await ledger.bindOffers(bindings);
    },
    unbindOffers: (channelSkuIds) => ledger.unbindOffers(channelSkuIds),
    uploadImages: (use, urls) =>
      uploadImages(
        {
          findByUrl: (imageUse, wanted) => findMediaByUrl(db, id, imageUse, wanted),
          findByKey: (imageKey) => findMediaByKey(db, id, imageKey),
          saveMedia: (imageKey, sourceUrl, channelUri) =>
            saveMedia(db, id, { imageKey, sourceUrl, channelUri, now: now() }),
          fetchImage: (url) => fetchImage(services, url),
          uploadImage: channel.uploadImage,
        },
        use,
        urls,
      ),
    channel,
    externalId: (productId) => `${id}:${productId}`,
    newKey: () => services.newId("push"),
    now,
    timeoutMs: services.settings.httpTimeoutMs,
  };
}

async function pushedProduct(services: Services, connection: OpenConnection, productId: string) {
  const stored = await findProduct(services.db, connection.id, productId);
  if (!stored) return undefined;
  return {
    input: await listingInput(services, connection, stored),
    syncState: stored.syncState,
    seenAt: stored.updatedAt,
  };
}

/** Everything a listing is planned from. */
export async function listingInput(
  services: Services,
  connection: OpenConnection,
  stored: StoredProduct,
): Promise<ListingInput> {
  return {
    product: stored.body,
    isDeleted: stored.deletedAt !== null,
    ...(await categoryNeeds(services, connection, stored)),
    details: stored.details,
    packageDefaults: connection.settings.packageDefaults,
    limits: connection.market?.limits,
    warehouseId: connection.warehouseId,
  };
}

/** What looking at a listing, and switching it on and off, may reach. */
export async function listingDeps(
  services: Services,
  connection: OpenConnection,
): Promise<ChangeListingStateDeps> {
  const { db, now } = services;
  const { id } = connection;
  return {
    channel: await connection.channel(),
    channelSkuIds: async (productId) =>
      (await offersOf(db, id, productId)).map(({ channelSkuId }) => channelSkuId),
    saveReport: (productId, report) => saveReport(db, id, productId, { ...report, now: now() }),
    unbindListing: (productId) => unbindListing(db, id, productId, now()),
    unbindOffers: (channelSkuIds) => services.ledger(id).unbindOffers(channelSkuIds),
  };
}
