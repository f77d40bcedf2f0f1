import type { categoryRoutes } from "../contract/categories";
import { categoryMappingsOf } from "../db/categories/category-mappings";
import { channelCategoriesOf } from "../db/categories/channel-categories";
import { browseCategories, searchCategories } from "../sync/categories/browse-categories";
import { mapCategory } from "../sync/categories/map-category";
import { connectionPorts } from "../tasks/connection-ports";
import { startSuggest } from "../tasks/start-suggest";
import type { Handlers } from "./call";
import { record } from "./record";

export const categoryHandlers: Handlers<typeof categoryRoutes> = {
  async "GET /api/connections/:id/categories"({ services: { db, now }, connection }) {
    const [rows, readAt] = await Promise.all([
      categoryMappingsOf(db, connection.id, now).list(),
      channelCategoriesOf(db, connection.id, now).treeReadAt(),
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
    const { mappings, ledger } = connectionPorts(services, connection.id);
    const accepted = await mappings.acceptSuggestions(body.ids);
    if (accepted > 0) await ledger.placeCategories();
    await record(call, connection.id, "category.accepted", { count: accepted });
    return { accepted };
  },

  async "PUT /api/connections/:id/categories/:sourceCategoryId"(call) {
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

  async "GET /api/connections/:id/channel-categories"({ services, connection, query }) {
    const search = query.search?.trim();
    const ports = connectionPorts(services, connection.id);
    const rows = search
      ? await searchCategories(ports, search)
      : await browseCategories(ports, query.parent ?? "0");
    return { rows };
  },

  async "GET /api/connections/:id/brands"({ services, connection, query }) {
    const { search, category, cursor } = query;
    const channel = await (await services.openConnection(connection.id)).channel();
    const { brands, next = null } = await channel.listBrands(category, search.trim(), cursor);
    return { rows: [...brands], next };
  },
};
