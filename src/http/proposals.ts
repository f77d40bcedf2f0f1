/** What a store says of products in its own words, and the values that a person took of it. */
import type { proposalRoutes } from "../contract/proposals";
import { acceptProposals } from "../sync/categories/accept-proposals";
import { readCategoryTexts, readProductTexts } from "../sync/categories/read-store-texts";
import { connectionPorts } from "../tasks/connection-ports";
import { sheetPorts } from "../tasks/sheet-ports";
import type { Handlers } from "./call";
import { record } from "./record";

export const proposalHandlers: Handlers<typeof proposalRoutes> = {
  "GET /api/connections/:id/channel-categories/:categoryId/store-texts": ({
    services,
    connection,
    params,
    query,
  }) => readCategoryTexts(sheetPorts(services, connection.id), params.categoryId, query.cursor),

  async "POST /api/connections/:id/channel-categories/:categoryId/proposals/accept"(call) {
    const { services, connection, params, body } = call;
    const ports = sheetPorts(services, connection.id);
    const written = await acceptProposals(ports, params.categoryId, body.products);
    if (written.length > 0)
      await record(call, connection.id, "product.proposals_accepted", { count: written.length });
    return { written };
  },

  "GET /api/connections/:id/products/:productId/store-texts": ({ services, connection, params }) =>
    readProductTexts(connectionPorts(services, connection.id), params.productId),
};
