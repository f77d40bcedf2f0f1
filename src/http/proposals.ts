/** Values that a store's own words state, for attributes that nothing fills yet. */
import type { proposalRoutes } from "../contract/proposals";
import type { AttributeProposal } from "../domain/proposals/propose-attributes";
import { acceptProposals } from "../sync/categories/accept-proposals";
import { readCategoryProposals, readProductProposals } from "../sync/categories/read-proposals";
import { connectionPorts } from "../tasks/connection-ports";
import { sheetPorts } from "../tasks/sheet-ports";
import type { Handlers } from "./call";
import { record } from "./record";

const toAnswer = ({ values, evidence, ...one }: AttributeProposal) => ({
  ...one,
  values: [...values],
  evidence: [...evidence],
});

export const proposalHandlers: Handlers<typeof proposalRoutes> = {
  async "GET /api/connections/:id/channel-categories/:categoryId/proposals"(call) {
    const { services, connection, params, query } = call;
    const ports = sheetPorts(services, connection.id);
    const page = await readCategoryProposals(ports, params.categoryId, query.cursor);
    const products = page.products.map((one) => ({
      ...one,
      proposals: one.proposals.map(toAnswer),
    }));
    return { ...page, products };
  },

  async "POST /api/connections/:id/channel-categories/:categoryId/proposals/accept"(call) {
    const { services, connection, params, body } = call;
    const ports = sheetPorts(services, connection.id);
    const written = await acceptProposals(ports, params.categoryId, body.products);
    if (written.length > 0)
      await record(call, connection.id, "product.proposals_accepted", { count: written.length });
    return { written };
  },

  async "GET /api/connections/:id/products/:productId/proposals"({ services, connection, params }) {
    const ports = connectionPorts(services, connection.id);
    const proposals = await readProductProposals(ports, params.productId);
    return { proposals: proposals.map(toAnswer) };
  },
};
