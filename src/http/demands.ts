/** What categories of the channel ask of listings, and what is set for all their products. */
import type { ListingDetails } from "../contract/catalogue";
import type { CategoryDemands, demandRoutes } from "../contract/demands";
import { mapField } from "../sync/categories/map-field";
import { listMappingSources, previewField } from "../sync/categories/preview-field";
import {
  readDemands,
  saveCategoryDetails,
  type CategoryDemands as ReadDemands,
} from "../sync/categories/read-demands";
import { uploadCertificate, uploadSizeChart } from "../sync/listings/upload-files";
import { connectionPorts } from "../tasks/connection-ports";
import type { Handlers } from "./call";
import { record } from "./record";

/** Stored with the contract's own limits, so it has the contract's shape. */
const toAnswer = ({ details, ...demands }: ReadDemands): CategoryDemands => ({
  ...demands,
  details: details as ListingDetails,
});

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

  "POST /api/connections/:id/certificate-files": ({ services, connection, body }) =>
    uploadCertificate(connectionPorts(services, connection.id), body),

  "POST /api/connections/:id/size-charts": ({ services, connection, body }) =>
    uploadSizeChart(connectionPorts(services, connection.id), body),
};
