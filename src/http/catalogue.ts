/** Products: reading from our tables; whatever starts work or decides is the catalogue's. */
import { z } from "zod";
import { countProductsOf, countTabs } from "../db/catalogue/product-filter";
import { pageOfProducts } from "../db/catalogue/read-products";
import { SyncError } from "../domain/errors/sync-error";
import { overrideCategory } from "../sync/categories/override-category";
import { readRequirements } from "../sync/listings/read-requirements";
import { saveDetails } from "../sync/listings/save-details";
import { saveSizeChart } from "../sync/listings/save-size-chart";
import { connectionPorts, openPorts } from "../tasks/connection-ports";
import { startPull } from "../tasks/start-pull";
import { startSelected } from "../tasks/start-selected";
import type { ProductTab } from "../contract/api";
import { record } from "./record";
import type { RouteTable } from "./route";
import { readProductDetail, toProductRow } from "./views/product-view";

const Tab = z.enum(["all", "synced", "not_synced", "sync_failed", "update_failed"]);
const Search = z.string().max(200);
const Id = z.string().min(1).max(100);
const Day = z.iso.date();
/** A page ticks at most what it shows; more goes by filter. */
const MAX_TICKED = 1000;

const Selection = z.union([
  z.object({ ids: z.array(Id).min(1).max(MAX_TICKED) }),
  z.object({
    filter: z.object({ tab: Tab, search: Search.optional(), category: z.string().optional() }),
  }),
]);

const Details = z.object({
  brandId: Id.optional(),
  brandName: z.string().max(100).optional(),
  sizeChartUri: z.string().min(1).max(300).optional(),
  attributes: z
    .array(
      z.object({
        id: Id,
        values: z
          .array(z.object({ id: Id.optional(), name: z.string().max(200).optional() }))
          .max(50),
      }),
    )
    .max(100)
    .optional(),
});

type Keys =
  | "GET /api/connections/:id/products"
  | "GET /api/connections/:id/products/:productId"
  | "PUT /api/connections/:id/products/:productId/category"
  | "GET /api/connections/:id/products/:productId/requirements"
  | "PUT /api/connections/:id/products/:productId/details"
  | "PUT /api/connections/:id/products/:productId/size-chart"
  | "POST /api/connections/:id/pull"
  | "POST /api/connections/:id/selection-count"
  | "POST /api/connections/:id/push"
  | "POST /api/connections/:id/update"
  | "POST /api/connections/:id/repull"
  | "POST /api/connections/:id/listing-state"
  | "POST /api/connections/:id/refresh-listings";

export const productRoutes: RouteTable<Keys> = {
  "GET /api/connections/:id/products": {
    query: z.object({
      tab: Tab.optional(),
      search: Search.optional(),
      category: z.string().max(100).optional(),
      cursor: z.string().max(300).optional(),
    }),
    async run({ services: { db }, connection, query }) {
      const { cursor, search, category } = query;
      const tab = (query.tab ?? "all") as ProductTab;
      const filter = {
        ...(search ? { search } : {}),
        ...(category === undefined ? {} : { category }),
      };
      const [page, counts] = await Promise.all([
        pageOfProducts(db, connection.id, { ...filter, tab }, cursor),
        countTabs(db, connection.id, filter),
      ]);
      const rows = page.rows.map((row) => toProductRow(connection, row));
      return { rows, next: page.next, counts, matching: counts[tab] };
    },
  },

  "GET /api/connections/:id/products/:productId": {
    run: ({ services, connection, params }) =>
      readProductDetail(services, connection, params.productId),
  },

  "PUT /api/connections/:id/products/:productId/category": {
    body: z.object({ categoryId: Id.nullable() }),
    async run(call) {
      const { services, connection, params, body } = call;
      const ports = connectionPorts(services, connection.id);
      await overrideCategory(ports, params.productId, body.categoryId);
      await record(call, connection.id, "product.category_chosen", { product: params.productId });
      return readProductDetail(services, connection, params.productId);
    },
  },

  "GET /api/connections/:id/products/:productId/requirements": {
    async run({ services, connection, params }) {
      const open = await services.openConnection(connection.id);
      return readRequirements(openPorts(services, open), params.productId);
    },
  },

  "PUT /api/connections/:id/products/:productId/details": {
    body: Details,
    async run(call) {
      const { services, connection, params, body } = call;
      await saveDetails(connectionPorts(services, connection.id), params.productId, body);
      await record(call, connection.id, "product.details_saved", { product: params.productId });
      return readProductDetail(services, connection, params.productId);
    },
  },

  "PUT /api/connections/:id/products/:productId/size-chart": {
    body: z.object({ fileName: z.string().max(200), base64: z.string() }),
    async run(call) {
      const { services, connection, params, body } = call;
      await saveSizeChart(connectionPorts(services, connection.id), params.productId, body);
      await record(call, connection.id, "product.details_saved", { product: params.productId });
      return readProductDetail(services, connection, params.productId);
    },
  },

  "POST /api/connections/:id/pull": {
    body: z.object({
      from: Day.optional(),
      until: Day.optional(),
      sinceLastPull: z.boolean().optional(),
    }),
    async run(call) {
      const { services, viewer, connection, body } = call;
      if (body.from && body.until && body.from > body.until)
        throw new SyncError("merchant", "request.invalid", { fields: ["from", "until"] });
      const started = await startPull(services, connection.id, body, viewer.name);
      await record(call, connection.id, "pull.started", { task: started.taskId });
      return started;
    },
  },

  "POST /api/connections/:id/selection-count": {
    body: z.object({ selection: Selection }),
    async run({ services, connection, body }) {
      return { count: await countProductsOf(services.db, connection.id, body.selection) };
    },
  },

  "POST /api/connections/:id/push": {
    body: z.object({ selection: Selection }),
    async run(call) {
      const { services, viewer, connection, body } = call;
      const started = await startSelected(
        services,
        connection.id,
        "push-products",
        body,
        viewer.name,
      );
      await record(call, connection.id, "push.started", toFacts(started));
      return started;
    },
  },

  "POST /api/connections/:id/update": {
    body: z.object({ selection: Selection, what: z.enum(["stock", "price"]) }),
    async run(call) {
      const { services, viewer, connection, body } = call;
      const { selection, what } = body;
      const kind = `update-${what}` as const;
      const started = await startSelected(
        services,
        connection.id,
        kind,
        { selection },
        viewer.name,
      );
      await record(call, connection.id, `${what}.update_started`, toFacts(started));
      return started;
    },
  },

  "POST /api/connections/:id/repull": {
    body: z.object({ selection: Selection }),
    async run(call) {
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
  },

  "POST /api/connections/:id/listing-state": {
    body: z.object({ selection: Selection, action: z.enum(["activate", "deactivate"]) }),
    async run(call) {
      const { services, viewer, connection, body } = call;
      const kind = "change-listing-state";
      const started = await startSelected(services, connection.id, kind, body, viewer.name);
      await record(call, connection.id, `listing.${body.action}_started`, toFacts(started));
      return started;
    },
  },

  "POST /api/connections/:id/refresh-listings": {
    body: z.object({ selection: Selection }),
    async run(call) {
      const { services, viewer, connection, body } = call;
      const kind = "refresh-listings";
      const started = await startSelected(services, connection.id, kind, body, viewer.name);
      await record(call, connection.id, "listing.refresh_started", toFacts(started));
      return started;
    },
  },
};

function toFacts({ taskId, count }: { taskId: string; count: number }) {
  return { task: taskId, count };
}
