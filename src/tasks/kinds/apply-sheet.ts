import * as z from "zod";
import { applyRows } from "../../sync/sheets/apply-rows";
import type { ItemKind } from "../kind";
import { sheetPorts } from "../sheet-ports";

const Parameters = z.object({ upload: z.string(), categoryId: z.string() });

const PAGE = 2_000;

/** Writes the valid rows of an uploaded sheet to the details of their products. */
export const applySheet: ItemKind<z.infer<typeof Parameters>> = {
  runs: "items",
  parameters: Parameters,
  perMessage: 100,
  page({ services, connection, parameters: { upload, categoryId } }, after) {
    return sheetPorts(services, connection.id).sheetRows.page(upload, categoryId, after, PAGE);
  },
  async run({ services, connection, parameters }, keys) {
    return applyRows(sheetPorts(services, connection.id), parameters, keys);
  },
};
