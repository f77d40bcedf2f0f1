import { z } from "zod";
import { categoryMappingsOf } from "../db/categories/category-mappings";
import { channelCategoriesOf } from "../db/categories/channel-categories";
import { browseCategories, searchCategories } from "../sync/categories/browse-categories";
import { mapCategory } from "../sync/categories/map-category";
import { connectionPorts } from "../tasks/connection-ports";
import { startSuggest } from "../tasks/start-suggest";
import { record } from "./record";
import type { RouteTable } from "./route";

const Id = z.string().min(1).max(100);

type Keys =
  | "GET /api/connections/:id/categories"
  | "POST /api/connections/:id/categories/suggest"
  | "POST /api/connections/:id/categories/accept"
  | "PUT /api/connections/:id/categories/:sourceCategoryId"
  | "GET /api/connections/:id/channel-categories"
  | "GET /api/connections/:id/brands";

export const categoryRoutes: RouteTable<Keys> = {
  "GET /api/connections/:id/categories": {
    async run({ services: { db, now }, connection }) {
      const [rows, readAt] = await Promise.all([
        categoryMappingsOf(db, connection.id, now).list(),
        channelCategoriesOf(db, connection.id, now).treeReadAt(),
      ]);
      return { rows, treeReadAt: readAt };
    },
  },

  "POST /api/connections/:id/categories/suggest": {
    body: z.object({}).strict(),
    async run(call) {
      const { services, viewer, connection } = call;
      const started = await startSuggest(services, connection.id, viewer.name);
      await record(call, connection.id, "category.suggest_started", { task: started.taskId });
      return started;
    },
  },

  "POST /api/connections/:id/categories/accept": {
    body: z.object({ ids: z.array(Id).max(5000).optional() }),
    async run(call) {
      const { services, connection, body } = call;
      const mappings = categoryMappingsOf(services.db, connection.id, services.now);
      const accepted = await mappings.acceptSuggestions(body.ids);
      await record(call, connection.id, "category.accepted", { count: accepted });
      return { accepted };
    },
  },

  "PUT /api/connections/:id/categories/:sourceCategoryId": {
    body: z.object({ categoryId: Id.nullable() }),
    async run(call) {
      const { services, connection, params, body } = call;
      const { sourceCategoryId } = params;
      const ports = connectionPorts(services, connection.id);
      const row = await mapCategory(ports, sourceCategoryId, body.categoryId);
      await record(call, connection.id, body.categoryId ? "category.mapped" : "category.unmapped", {
        from: row.path,
        to: row.mapping?.path ?? "",
      });
      return row;
    },
  },

  "GET /api/connections/:id/channel-categories": {
    query: z.object({
      parent: z.string().max(100).optional(),
      search: z.string().max(200).optional(),
    }),
    async run({ services, connection, query }) {
      const search = query.search?.trim();
      const ports = connectionPorts(services, connection.id);
      const rows = search
        ? await searchCategories(ports, search)
        : await browseCategories(ports, query.parent ?? "0");
      return { rows };
    },
  },

  "GET /api/connections/:id/brands": {
    query: z.object({ search: z.string().max(100), category: Id.optional() }),
    async run({ services, connection, query }) {
      const { search, category } = query;
      const channel = await (await services.openConnection(connection.id)).channel();
      return { rows: [...(await channel.listBrands(category, search.trim()))] };
    },
  },
};
