import type { Oversold, oversoldRoutes } from "../contract/oversold";
import type { ConnectionRow } from "../db/connections/connections";
import { listSoldVariants, noteChecked, noteSeen, readOversold } from "../db/orders/oversold";
import { SyncError } from "../domain/errors/sync-error";
import { isStillOversold } from "../domain/orders/oversold";
import { startSelected } from "../tasks/start-selected";
import type { Handlers } from "./call";
import type { AppServices, Viewer } from "./context";
import { record } from "./record";
import { productUrl } from "./views/product-view";

export const oversoldHandlers: Handlers<typeof oversoldRoutes> = {
  "GET /api/connections/:id/oversold": (call) => toOversold(call),

  async "POST /api/connections/:id/oversold/acknowledge"(call) {
    const { services, viewer, connection, body } = call;
    const { orders } = await toOversold(call);
    const seenAt = Math.min(body.newest, services.now());
    await noteSeen(services.db, connection.id, viewer.userId, seenAt);
    await record(call, connection.id, "order.oversold_acknowledged", { count: orders.length });
    return toOversold(call);
  },

  async "POST /api/connections/:id/oversold/products/:channelProductId/check"(call) {
    const { services, viewer, connection, params, body } = call;
    const { channelProductId } = params;
    const { products } = await toOversold(call);
    const found = products.find((one) => one.channelProductId === channelProductId);
    if (!found) return { taskId: null, oversold: await toOversold(call) };
    const { db, now } = services;
    const sold = await listSoldVariants(db, connection.id, channelProductId, now());
    if (!body.isOutOfStock && isStillOversold(await services.ledger(connection.id).readStock(sold)))
      throw new SyncError("merchant", "order.still_oversold", { product: found.name });
    const taskId =
      body.isOutOfStock && isOnSale(found)
        ? await takeDown(call, found.productId, viewer.name)
        : null;
    await noteChecked(db, connection.id, channelProductId, now());
    const facts = { product: found.name, isOutOfStock: body.isOutOfStock };
    await record(call, connection.id, "order.oversold_checked", facts);
    return { taskId, oversold: await toOversold(call) };
  },
};

type Product = Oversold["products"][number];

const OFF_SALE = ["draft", "paused", "removed", "blocked"];
const isOnSale = ({ status }: Product) => status !== null && !OFF_SALE.includes(status);

/** A listing that no product of the store stands for is taken down in Seller Center. */
async function takeDown(
  { services, connection }: { services: AppServices; connection: ConnectionRow },
  productId: string | null,
  by: string,
): Promise<string | null> {
  if (productId === null) return null;
  const parameters = { action: "deactivate" as const, selection: { ids: [productId] } };
  const kind = "change-listing-state";
  return (await startSelected(services, connection.id, kind, parameters, by)).taskId;
}

async function toOversold({
  services,
  viewer,
  connection,
}: {
  services: AppServices;
  viewer: Viewer;
  connection: ConnectionRow;
}): Promise<Oversold> {
  const news = await readOversold(services.db, connection.id, viewer.userId, services.now());
  const { orders, products, newest, seenAt } = news;
  return {
    orders,
    products: products.map((one) => ({
      ...one,
      channelUrl: productUrl(services, connection, one.channelProductId),
    })),
    newest,
    isSeen: (newest ?? 0) <= (seenAt ?? 0),
  };
}
