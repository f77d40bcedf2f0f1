import type { mappingRoutes, UnmappedListing } from "../contract/mapping";
import { lastCompleted } from "../db/tasks/read-tasks";
import { unmappedListingsOf, type UnmappedRow } from "../db/listings/unmapped-listings";
import type { ConnectionRow } from "../db/connections/connections";
import { SyncError } from "../domain/errors/sync-error";
import { readUnmapped } from "../sync/listings/read-unmapped";
import { chooseProduct } from "../sync/listings/choose-product";
import { unmapListing } from "../sync/listings/unmap-listing";
import { connectionPorts } from "../tasks/connection-ports";
import { startFindListings, startMapListings } from "../tasks/start-mapping";
import type { Handlers } from "./call";
import type { AppServices } from "./context";
import { record } from "./record";
import { productUrl, readProductDetail } from "./views/product-view";

export const mappingHandlers: Handlers<typeof mappingRoutes> = {
  async "POST /api/connections/:id/unmapped-listings/find"(call) {
    const { services, viewer, connection } = call;
    const started = await startFindListings(services, connection.id, viewer.name);
    await record(call, connection.id, "listing.search_started", { task: started.taskId });
    return started;
  },

  async "GET /api/connections/:id/unmapped-listings"({ services, connection, query }) {
    const unmapped = unmappedListingsOf(services.db, connection.id);
    const [{ rows, next }, counts, searchedAt] = await Promise.all([
      unmapped.page({ tab: query.tab ?? "sure", search: query.search?.trim() }, query.cursor),
      unmapped.counts(),
      lastCompleted(services.db, connection.id, "find-listings"),
    ]);
    const views = rows.map((row) => toView(services, connection, row));
    return { rows: views, next, counts, searchedAt };
  },

  async "POST /api/connections/:id/unmapped-listings/read"({ services, connection, body }) {
    const ports = connectionPorts(services, connection.id);
    await readUnmapped({ ...ports, channel: await ports.openChannel() }, body.channelProductId);
    const found = await ports.unmapped.find(body.channelProductId);
    if (!found) throw new SyncError("merchant", "mapping.listing_gone");
    return toView(services, connection, found);
  },

  async "PUT /api/connections/:id/unmapped-listings/:channelProductId"(call) {
    const { services, connection, params, body } = call;
    const ports = connectionPorts(services, connection.id);
    const { channelProductId } = params;
    const names = await chooseProduct(ports, channelProductId, body);
    const chosen = await ports.unmapped.find(channelProductId);
    if (!chosen) throw new SyncError("merchant", "mapping.listing_gone");
    const facts = { listing: names.listing, product: body.productId, name: names.product };
    await record(call, connection.id, "listing.product_chosen", facts);
    return toView(services, connection, chosen);
  },

  async "POST /api/connections/:id/unmapped-listings/hide"({ services, connection, body }) {
    const unmapped = unmappedListingsOf(services.db, connection.id);
    await unmapped.hide(body.ids, body.isHidden);
    return { counts: await unmapped.counts() };
  },

  async "POST /api/connections/:id/unmapped-listings/map"(call) {
    const { services, viewer, connection, body } = call;
    const started = await startMapListings(services, connection.id, body, viewer.name);
    const facts = { task: started.taskId, count: started.count };
    await record(call, connection.id, "listing.map_started", facts);
    return started;
  },

  async "POST /api/connections/:id/products/:productId/unmap"(call) {
    const { services, connection, params } = call;
    await unmapListing(connectionPorts(services, connection.id), params.productId);
    const detail = await readProductDetail(services, connection, params.productId);
    const facts = { product: detail.id, name: detail.name };
    await record(call, connection.id, "listing.unmapped", facts);
    return detail;
  },
};

function toView(
  services: AppServices,
  connection: ConnectionRow,
  { productId, product, skus, pairs, ...row }: UnmappedRow,
): UnmappedListing {
  return {
    ...row,
    channelProductUrl: productUrl(services, connection, row.channelProductId),
    skus: skus.map((sku) => ({
      channelSkuId: sku.channelSkuId,
      sellerSku: sku.sellerSku,
      barcode: sku.barcode ?? null,
      priceMinor: sku.priceMinor ?? null,
      currency: sku.currency ?? null,
      quantity: sku.quantity ?? null,
    })),
    product: productId !== null && product ? { id: productId, ...product } : null,
    pairs: [...pairs],
  };
}
