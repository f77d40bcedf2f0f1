import * as z from "zod";
import {
  acceptSuggestions,
  browseChannelCategories,
  findBrands,
  mapCategory,
  searchChannelCategories,
  startSuggest,
} from "../tasks/catalogue";
import { listCategoryRows, treeReadAt } from "../db/categories/categories";
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
    async run({ services: { db }, connection }) {
      const [rows, readAt] = await Promise.all([
        listCategoryRows(db, connection.id),
        treeReadAt(db, connection.id),
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
      const answer = await acceptSuggestions(services, connection.id, body.ids);
      await record(call, connection.id, "category.accepted", { count: answer.accepted });
      return answer;
    },
  },

  "PUT /api/connections/:id/categories/:sourceCategoryId": {
    body: z.object({ categoryId: Id.nullable() }),
    async run(call) {
      const { services, connection, params, body } = call;
      const { sourceCategoryId } = params;
      const row = await mapCategory(services, connection.id, sourceCategoryId, body.categoryId);
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
      const rows = search
        ? await searchChannelCategories(services, connection.id, search)
        : await browseChannelCategories(services, connection.id, query.parent ?? "0");
      return { rows };
    },
  },

  "GET /api/connections/:id/brands": {
    query: z.object({ search: z.string().max(100), category: Id.optional() }),
    async run({ services, connection, query }) {
      const { search, category } = query;
      return { rows: await findBrands(services, connection.id, search.trim(), category) };
    },
  },
};
