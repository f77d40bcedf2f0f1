/** Products as they are published: what a listing needs, and starting to send it. */
import type { ProductDetail, Selection } from "../contract/catalogue";
import type { listingRoutes } from "../contract/listings";
import type { ConnectionRow } from "../db/connections/connections";
import { SyncError } from "../domain/errors/sync-error";
import { ownStockRule } from "../domain/stock/stock-rule";
import type { Facts } from "../domain/facts";
import { compareListing } from "../sync/listings/compare-listing";
import { overrideCategory } from "../sync/categories/override-category";
import { readRequirements } from "../sync/listings/read-requirements";
import { readConnectionSettings } from "../contract/connection-settings";
import { saveRules } from "../sync/listings/save-rules";
import { saveDetails } from "../sync/listings/save-details";
import { saveSizeChart } from "../sync/listings/save-size-chart";
import { listListedPrices } from "../db/listings/listed-prices";
import { previewPrices } from "../sync/stock/preview-prices";
import { savePrice } from "../sync/stock/save-price";
import { connectionPorts, openPorts } from "../tasks/connection-ports";
import { checkPorts } from "../tasks/check-ports";
import { startSelected } from "../tasks/start-selected";
import { readProduct } from "../db/catalogue/read-products";
import type { Database } from "../db/database";
import type { Handlers } from "./call";
import type { AppServices, Viewer } from "./context";
import { requireMarketCurrency } from "./price-currency";
import { record, type ActivityKind } from "./record";
import { readProductDetail } from "./views/product-view";

export const listingHandlers: Handlers<typeof listingRoutes> = {
  async "PUT /api/connections/:id/products/:productId/category"(call) {
    const { services, connection, params, body } = call;
    const ports = connectionPorts(services, connection.id);
    const from = await categoryPathOf(services.db, connection.id, params.productId);
    await overrideCategory(ports, params.productId, body.categoryId);
    return readChanged(call, "product.category_chosen", ({ channelCategory }) => ({
      from,
      to: channelCategory ?? "",
    }));
  },

  async "GET /api/connections/:id/products/:productId/requirements"(call) {
    const { services, connection, params } = call;
    const open = await services.openConnection(connection.id);
    return readRequirements(openPorts(services, open), params.productId);
  },

  async "GET /api/connections/:id/products/:productId/differences"({
    services,
    connection,
    params,
  }) {
    const open = await services.openConnection(connection.id);
    const ports = openPorts(services, open);
    const deps = {
      ...ports,
      ...checkPorts(services, connection),
      offers: ports.sold,
      ledger: services.ledger(connection.id),
    };
    return compareListing(deps, params.productId);
  },

  async "PATCH /api/connections/:id/products/:productId/details"(call) {
    const { services, connection, params, body } = call;
    await saveDetails(connectionPorts(services, connection.id), params.productId, body);
    return readChanged(call, "product.details_saved");
  },

  async "PUT /api/connections/:id/products/:productId/rules"(call) {
    const { services, connection, params, body } = call;
    const ledger = services.ledger(connection.id);
    const { settings } = connection;
    const ports = connectionPorts(services, connection.id);
    const standing = { settings: readConnectionSettings(settings) };
    await saveRules({ ...ports, ledger, connection: standing }, params.productId, body);
    return readChanged(call, "product.rules_saved");
  },

  async "PUT /api/connections/:id/products/:productId/low-stock"(call) {
    const { services, connection, params, body } = call;
    await requireProduct(call);
    await services.ledger(connection.id).changeProductRule(params.productId, body);
    return readChanged(call, "product.low_stock_saved");
  },

  async "PUT /api/connections/:id/products/:productId/stock-rule"(call) {
    const { services, connection, params, body } = call;
    await requireProduct(call);
    const stock = body.own && ownStockRule(body.own);
    await services.ledger(connection.id).changeProductRule(params.productId, { stock });
    return readChanged(call, "product.stock_rule_saved");
  },

  async "PUT /api/connections/:id/products/:productId/price-rule"(call) {
    const { services, connection, params, body } = call;
    requireMarketCurrency(services, connection, body.own);
    await savePrice(connectionPorts(services, connection.id), params.productId, body.own);
    return readChanged(call, "product.price_rule_saved");
  },

  "POST /api/connections/:id/price-preview"({ services, connection, body }) {
    const { priceRule, syncRules } = readConnectionSettings(connection.settings);
    const list = async (after: string, limit: number) => {
      const page = await listListedPrices(services.db, connection.id, after, limit);
      const ids = page.map(({ productId }) => productId);
      const rules = await services.ledger(connection.id).readProductRules(ids);
      return page.map((priced, index) => {
        const isSent = rules[index]?.sendsPrice ?? syncRules.update.price === "source";
        return { ...priced, isSent };
      });
    };
    return previewPrices({ list }, priceRule, body.priceRule);
  },

  async "PUT /api/connections/:id/products/:productId/size-chart"(call) {
    const { services, connection, params, body } = call;
    await saveSizeChart(connectionPorts(services, connection.id), params.productId, body);
    return readChanged(call, "product.details_saved");
  },

  async "POST /api/connections/:id/push"(call) {
    const { services, viewer, connection, body } = call;
    const { waitsForConfirmation, ...parameters } = body;
    const kind = "push-products";
    const started = await startSelected(services, connection.id, kind, parameters, viewer.name, {
      waitsForConfirmation,
    });
    await record(call, connection.id, "push.started", toFacts(started));
    return started;
  },

  async "POST /api/connections/:id/update"(call) {
    const { services, viewer, connection, body } = call;
    const { selection, what } = body;
    const kind = `update-${what}` as const;
    const started = await startSelected(services, connection.id, kind, { selection }, viewer.name);
    await record(call, connection.id, `${what}.update_started`, toFacts(started));
    return started;
  },

  async "POST /api/connections/:id/listing-state"(call) {
    const { services, viewer, connection, body } = call;
    const { waitsForConfirmation, confirmName, ...parameters } = body;
    const kind = "change-listing-state";
    const { action, selection } = parameters;
    // Many listings are not deleted by one call: the list is looked at first.
    const isOne = "ids" in selection && selection.ids.length === 1;
    if (action === "delete") await mustBeNamed(services.db, connection, selection, confirmName);
    const started = await startSelected(services, connection.id, kind, parameters, viewer.name, {
      waitsForConfirmation: waitsForConfirmation || (action === "delete" && !isOne),
    });
    await record(call, connection.id, `listing.${body.action}_started`, toFacts(started));
    return started;
  },

  async "POST /api/connections/:id/refresh-listings"(call) {
    const { services, viewer, connection, body } = call;
    const started = await startSelected(
      services,
      connection.id,
      "refresh-listings",
      body,
      viewer.name,
    );
    await record(call, connection.id, "listing.refresh_started", toFacts(started));
    return started;
  },
};

interface ProductCall {
  services: AppServices;
  viewer: Viewer;
  connection: ConnectionRow;
  params: { productId: string };
}

/** A product that is not known has no rule. Throws SyncError("merchant", "product.not_found"). */
async function requireProduct({ services, connection, params }: ProductCall): Promise<void> {
  const { productId } = params;
  if (!(await connectionPorts(services, connection.id).products.find(productId)))
    throw new SyncError("merchant", "product.not_found", { productId });
}

/** The product as it is after a change, which is noted with its name. */
async function readChanged(
  call: ProductCall,
  kind: ActivityKind,
  more: (detail: ProductDetail) => Facts = () => ({}),
): Promise<ProductDetail> {
  const { services, connection, params } = call;
  const detail = await readProductDetail(services, connection, params.productId);
  const facts = { product: detail.id, name: detail.name, ...more(detail) };
  await record(call, connection.id, kind, facts);
  return detail;
}

/**
 * What is gone for good is named by whoever deletes it, by whatever program. Throws SyncError("merchant",
 * "listing.name_differs").
 */
async function mustBeNamed(
  db: Database,
  connection: ConnectionRow,
  selection: Selection,
  typed = "",
): Promise<void> {
  const [only, more] = "ids" in selection ? selection.ids : [];
  const isOne = only !== undefined && more === undefined;
  const named = isOne ? await readProduct(db, connection.id, only) : undefined;
  const name = isOne ? (named?.product.name ?? "") : connection.name;
  if (typed.trim() !== name.trim())
    throw new SyncError("merchant", "listing.name_differs", { name });
}

function toFacts({ taskId, count }: { taskId: string; count: number }) {
  return { task: taskId, count };
}

/** The category that a product has on the channel before it is changed; "": none. */
async function categoryPathOf(db: Database, connectionId: string, productId: string) {
  const row = await readProduct(db, connectionId, productId);
  const { overridePath = null, mappedPath = null } = row ?? {};
  return (row?.product.channelCategoryId ? overridePath : mappedPath) ?? "";
}
