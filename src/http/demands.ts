/** What categories of the channel ask of listings, and what is set for all their products. */
import type { ListingDetails } from "../contract/catalogue";
import { readConnectionSettings } from "../contract/connection-settings";
import type { CategoryDemands, demandRoutes } from "../contract/demands";
import { stockRuleOfAll, type CategoryStockRule } from "../contract/stock-rule";
import type { ConnectionRow } from "../db/connections/connections";
import { mapField } from "../sync/categories/map-field";
import { listMappingSources, previewField } from "../sync/categories/preview-field";
import {
  readDemands,
  saveCategoryDetails,
  type CategoryDemands as ReadDemands,
} from "../sync/categories/read-demands";
import { saveCategoryStock } from "../sync/stock/save-category-stock";
import { uploadCertificate, uploadSizeChart } from "../sync/listings/upload-files";
import { connectionPorts } from "../tasks/connection-ports";
import type { Handlers } from "./call";
import type { AppServices } from "./context";
import { record } from "./record";

/** Stored with the contract's own limits, so it has the contract's shape. */
const toAnswer = ({ details, ...demands }: ReadDemands): CategoryDemands => ({
  ...demands,
  details: details as ListingDetails,
});

/** As the ledger has it, which decides. */
async function readStockRule(
  { services, connection }: { services: AppServices; connection: ConnectionRow },
  categoryId: string,
): Promise<CategoryStockRule> {
  const { ledger, categoryProducts } = connectionPorts(services, connection.id);
  const [own, productCount] = await Promise.all([
    ledger.readCategoryStock(categoryId),
    categoryProducts.count(categoryId),
  ]);
  return { own, ofAll: stockRuleOfAll(readConnectionSettings(connection.settings)), productCount };
}

export const demandHandlers: Handlers<typeof demandRoutes> = {
  async "GET /api/connections/:id/channel-categories/:categoryId/demands"(call) {
    const { services, connection, params } = call;
    return toAnswer(await readDemands(connectionPorts(services, connection.id), params.categoryId));
  },

  async "PATCH /api/connections/:id/channel-categories/:categoryId/details"(call) {
    const { services, connection, params, body } = call;
    const ports = connectionPorts(services, connection.id);
    const demands = await saveCategoryDetails(ports, params.categoryId, body);
    const facts = { category: demands.categoryPath, count: demands.productCount };
    await record(call, connection.id, "category.details_saved", facts);
    return toAnswer(demands);
  },

  async "PUT /api/connections/:id/channel-categories/:categoryId/field-mapping"(call) {
    const { services, connection, params, body } = call;
    const ports = connectionPorts(services, connection.id);
    const demands = await mapField(ports, params.categoryId, body);
    const facts = { category: demands.categoryPath, count: demands.productCount };
    await record(call, connection.id, "category.field_mapped", facts);
    return toAnswer(demands);
  },

  "POST /api/connections/:id/channel-categories/:categoryId/field-preview": ({
    services,
    connection,
    params,
    body,
  }) => previewField(connectionPorts(services, connection.id), params.categoryId, body),

  "GET /api/connections/:id/channel-categories/:categoryId/mapping-sources": ({
    services,
    connection,
    params,
  }) => listMappingSources(connectionPorts(services, connection.id), params.categoryId),

  async "GET /api/connections/:id/channel-categories/:categoryId/stock-rule"(call) {
    return readStockRule(call, call.params.categoryId);
  },

  async "PUT /api/connections/:id/channel-categories/:categoryId/stock-rule"(call) {
    const { services, connection, params, body } = call;
    const ports = connectionPorts(services, connection.id);
    const { categoryId } = params;
    await saveCategoryStock(ports, categoryId, body.own);
    await record(call, connection.id, "category.stock_rule_saved", { category: categoryId });
    return readStockRule(call, categoryId);
  },

  "POST /api/connections/:id/certificate-files": ({ services, connection, body }) =>
    uploadCertificate(connectionPorts(services, connection.id), body),

  "POST /api/connections/:id/size-charts": ({ services, connection, body }) =>
    uploadSizeChart(connectionPorts(services, connection.id), body),
};
