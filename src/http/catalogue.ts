/** Products as they are in the store: reading them from our tables, and starting to pull them. */
import type { catalogueRoutes } from "../contract/catalogue";
import { countTabs } from "../db/catalogue/count-products";
import { countSelection } from "../db/catalogue/count-selection";
import { findFew } from "../db/catalogue/product-filter";
import { pageOfProducts } from "../db/catalogue/read-products";
import { SyncError } from "../domain/errors/sync-error";
import { startPull } from "../tasks/start-pull";
import { startSelected } from "../tasks/start-selected";
import type { Handlers } from "./call";
import { record } from "./record";
import { readCheckViews, UNCHECKED } from "./views/check-view";
import { readPauses, readProductDetail, toProductRow } from "./views/product-view";

export const catalogueHandlers: Handlers<typeof catalogueRoutes> = {
  async "GET /api/connections/:id/products"({ services, connection, query }) {
    const { db } = services;
    const { cursor, search, category, reason, stock, sort } = query;
    const tab = query.tab ?? "all";
    const filter = {
      ...(search ? { search } : {}),
      ...(category === undefined ? {} : { category }),
      ...(reason ? { reason } : {}),
      ...(stock ? { stock } : {}),
    };
    const among = await findFew(db, connection.id, filter);
    const place = { ...(sort ? { sort } : {}), ...(cursor ? { cursor } : {}) };
    const [page, counted] = await Promise.all([
      pageOfProducts(db, connection.id, { ...filter, tab }, { ...place, ...(among && { among }) }),
      countTabs(db, connection.id, filter, among),
    ]);
    const [checks, pauses] = await Promise.all([
      readCheckViews(services, connection, page.rows),
      readPauses(services, connection.id, page.rows),
    ]);
    const rows = page.rows.map((row) => {
      const { productId } = row.product;
      const check = checks.get(productId) ?? UNCHECKED;
      return toProductRow(services, connection, row, check, pauses.get(productId));
    });
    return { rows, next: page.next, ...counted };
  },

  "GET /api/connections/:id/products/:productId": ({ services, connection, params }) =>
    readProductDetail(services, connection, params.productId),

  async "POST /api/connections/:id/pull"(call) {
    const { services, viewer, connection, body } = call;
    if (body.from && body.until && body.from > body.until)
      throw new SyncError("merchant", "request.invalid", { fields: ["from", "until"] });
    const started = await startPull(services, connection.id, body, viewer.name);
    await record(call, connection.id, "pull.started", { task: started.taskId });
    return started;
  },

  "POST /api/connections/:id/selection-count": ({ services, connection, body }) =>
    countSelection(services.db, connection.id, body.selection),

  async "POST /api/connections/:id/repull"(call) {
    const { services, viewer, connection, body } = call;
    const started = await startSelected(
      services,
      connection.id,
      "repull-products",
      body,
      viewer.name,
    );
    await record(call, connection.id, "repull.started", toFacts(started));
    return started;
  },
};

function toFacts({ taskId, count }: { taskId: string; count: number }) {
  return { task: taskId, count };
}
