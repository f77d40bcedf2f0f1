/** Brand and attributes of a category's products as a sheet. */
import type { sheetRoutes } from "../contract/sheets";
import { checkRows } from "../sync/sheets/check-rows";
import { listSheetRows, readSheet } from "../sync/sheets/read-sheet";
import { sheetPorts } from "../tasks/sheet-ports";
import { startApplySheet } from "../tasks/start-apply-sheet";
import type { Handlers } from "./call";
import { record } from "./record";

export const sheetHandlers: Handlers<typeof sheetRoutes> = {
  async "GET /api/connections/:id/channel-categories/:categoryId/sheet"(call) {
    const { services, connection, params } = call;
    const { path, columns } = await readSheet(
      sheetPorts(services, connection.id),
      params.categoryId,
    );
    return { path, columns: columns.map((one) => ({ ...one, values: [...one.values] })) };
  },

  "GET /api/connections/:id/channel-categories/:categoryId/sheet/rows": ({
    services,
    connection,
    params,
    query,
  }) => listSheetRows(sheetPorts(services, connection.id), params.categoryId, query.cursor),

  async "POST /api/connections/:id/channel-categories/:categoryId/sheet/check"(call) {
    const { services, connection, params, body } = call;
    const of = { upload: body.upload, categoryId: params.categoryId };
    return { rows: await checkRows(sheetPorts(services, connection.id), of, body.rows) };
  },

  async "POST /api/connections/:id/channel-categories/:categoryId/sheet/apply"(call) {
    const { services, viewer, connection, params, body } = call;
    const of = { upload: body.upload, categoryId: params.categoryId };
    const started = await startApplySheet(services, connection.id, of, viewer.name);
    const { taskId, count } = started;
    await record(call, connection.id, "product.sheet_started", { task: taskId, count });
    return started;
  },
};
