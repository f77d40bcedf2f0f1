/** Products as they are published: what a listing needs, and starting to send it. */
import {
  overrideCategory,
  readRequirements,
  saveDetails,
  startListingState,
  startPush,
  startRefreshListings,
  startUpdate,
} from "../tasks/catalogue";
import { saveSizeChart } from "../compose/size-chart";
import type { listingRoutes } from "../contract/listings";
import type { Handlers } from "./call";
import { record } from "./record";
import { readProductDetail } from "./views/product-view";

export const listingHandlers: Handlers<typeof listingRoutes> = {
  async "PUT /api/connections/:id/products/:productId/category"(call) {
    const { services, connection, params, body } = call;
    await overrideCategory(services, connection.id, params.productId, body.categoryId);
    await record(call, connection.id, "product.category_chosen", { product: params.productId });
    return readProductDetail(services, connection, params.productId);
  },

  "GET /api/connections/:id/products/:productId/requirements": ({ services, connection, params }) =>
    readRequirements(services, connection.id, params.productId),

  async "PUT /api/connections/:id/products/:productId/details"(call) {
    const { services, connection, params, body } = call;
    await saveDetails(services, connection.id, params.productId, body);
    await record(call, connection.id, "product.details_saved", { product: params.productId });
    return readProductDetail(services, connection, params.productId);
  },

  async "PUT /api/connections/:id/products/:productId/size-chart"(call) {
    const { services, connection, params, body } = call;
    await saveSizeChart(services, connection.id, params.productId, body);
    await record(call, connection.id, "product.details_saved", { product: params.productId });
    return readProductDetail(services, connection, params.productId);
  },

  async "POST /api/connections/:id/push"(call) {
    const { services, viewer, connection, body } = call;
    const started = await startPush(services, connection.id, body.selection, viewer.name);
    await record(call, connection.id, "push.started", toFacts(started));
    return started;
  },

  async "POST /api/connections/:id/update"(call) {
    const { services, viewer, connection, body } = call;
    const { selection, what } = body;
    const started = await startUpdate(services, connection.id, selection, what, viewer.name);
    await record(call, connection.id, `${what}.update_started`, toFacts(started));
    return started;
  },

  async "POST /api/connections/:id/listing-state"(call) {
    const { services, viewer, connection, body } = call;
    const { selection, action } = body;
    const started = await startListingState(
      services,
      connection.id,
      selection,
      action,
      viewer.name,
    );
    await record(call, connection.id, `listing.${action}_started`, toFacts(started));
    return started;
  },

  async "POST /api/connections/:id/refresh-listings"(call) {
    const { services, viewer, connection, body } = call;
    const { selection } = body;
    const started = await startRefreshListings(services, connection.id, selection, viewer.name);
    await record(call, connection.id, "listing.refresh_started", toFacts(started));
    return started;
  },
};

function toFacts({ taskId, count }: { taskId: string; count: number }) {
  return { task: taskId, count };
}
