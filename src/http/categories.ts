import {
  acceptSuggestions,
  browseChannelCategories,
  findBrands,
  mapCategory,
  searchChannelCategories,
  startSuggest,
} from "../tasks/catalogue";
import type { categoryRoutes } from "../contract/categories";
import { listCategoryRows, treeReadAt } from "../db/categories/categories";
import type { Handlers } from "./call";
import { record } from "./record";

export const categoryHandlers: Handlers<typeof categoryRoutes> = {
  async "GET /api/connections/:id/categories"({ services: { db }, connection }) {
    const [rows, readAt] = await Promise.all([
      listCategoryRows(db, connection.id),
      treeReadAt(db, connection.id),
    ]);
    return { rows, treeReadAt: readAt };
  },

  async "POST /api/connections/:id/categories/suggest"(call) {
    const { services, viewer, connection } = call;
    const started = await startSuggest(services, connection.id, viewer.name);
    await record(call, connection.id, "category.suggest_started", { task: started.taskId });
    return started;
  },

  async "POST /api/connections/:id/categories/accept"(call) {
    const { services, connection, body } = call;
    const answer = await acceptSuggestions(services, connection.id, body.ids);
    await record(call, connection.id, "category.accepted", { count: answer.accepted });
    return answer;
  },

  async "PUT /api/connections/:id/categories/:sourceCategoryId"(call) {
    const { services, connection, params, body } = call;
    const { sourceCategoryId } = params;
    const row = await mapCategory(services, connection.id, sourceCategoryId, body.categoryId);
    await record(call, connection.id, body.categoryId ? "category.mapped" : "category.unmapped", {
      from: row.path,
      to: row.mapping?.path ?? "",
    });
    return row;
  },

  async "GET /api/connections/:id/channel-categories"({ services, connection, query }) {
    const search = query.search?.trim();
    const rows = search
      ? await searchChannelCategories(services, connection.id, search)
      : await browseChannelCategories(services, connection.id, query.parent ?? "0");
    return { rows };
  },

  async "GET /api/connections/:id/brands"({ services, connection, query }) {
    const { search, category } = query;
    return { rows: await findBrands(services, connection.id, search.trim(), category) };
  },
};
