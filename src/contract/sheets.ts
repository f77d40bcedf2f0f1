/** Brand and attributes of a category's products as a sheet: reading it, checking rows, writing them. */
import * as z from "zod";
import { SHEET_CAUSES } from "../domain/sheets/judge-row";
import { SHEET_LIMITS } from "../domain/sheets/sheet-limits";
import { StartedOverProducts } from "./catalogue";
import { Count, Cursor, Id, Next, OfConnection } from "./common";
import { defineRoutes } from "./route";
import { ShownFields } from "./tasks";

const SheetColumn = z
  .object({
    id: z.string(),
    name: z.string(),
    isRequired: z.boolean(),
    isMultiple: z.boolean(),
    isCustomizable: z.boolean(),
    values: z.array(z.object({ id: z.string(), name: z.string() })),
    format: z.enum(["positive_number"]).optional(),
  })
  .meta({ id: "SheetColumn" });

const SheetProduct = z
  .object({
    productId: z.string(),
    name: z.string(),
    skus: z.array(z.string()),
    brand: z.string().describe("Id and name as a cell; empty: the product has none of its own."),
    cells: z.record(z.string(), z.string()).describe("Own values by attribute id, as cells."),
  })
  .meta({ id: "SheetProduct" });
export type SheetProduct = z.infer<typeof SheetProduct>;

const Cell = z.string().max(SHEET_LIMITS.cell);

const SheetRow = z.object({
  line: z
    .int()
    .positive()
    .describe("Where it stands in the file; of one product and line the last row sent counts."),
  productId: Id,
  brand: Cell.optional(),
  cells: z.record(Id, Cell),
});

const SheetCause = z.object({
  code: z.enum(SHEET_CAUSES),
  column: z.string().optional(),
  value: z.string().optional(),
});

const CheckedRow = z
  .object({
    line: Count,
    productId: z.string(),
    state: z.enum(["valid", "unchanged", "error"]),
    causes: z.array(SheetCause).describe("Why an error is not written."),
    before: ShownFields.nullable(),
    after: ShownFields.nullable().describe("What a valid row would set, by column."),
  })
  .meta({ id: "CheckedRow" });
export type CheckedRow = z.infer<typeof CheckedRow>;

const OfSheet = OfConnection.extend({ categoryId: Id.brand<"CategoryId">() });
/** Rows of one upload belong together; whoever uploads makes the id. */
const Upload = Id;

export const sheetRoutes = defineRoutes({
  "GET /api/connections/:id/channel-categories/:categoryId/sheet": {
    name: "readSheet",
    summary: "Read the columns of a category's sheet: the attributes its products can have",
    needs: "admin",
    params: OfSheet,
    answer: z.object({ path: z.string(), columns: z.array(SheetColumn) }),
  },
  "GET /api/connections/:id/channel-categories/:categoryId/sheet/rows": {
    name: "listSheetRows",
    summary: "List the products of a category with what is set for each, as cells of its sheet",
    needs: "admin",
    params: OfSheet,
    query: z.object({ cursor: Cursor.optional() }),
    answer: z.object({ rows: z.array(SheetProduct), next: Next }),
  },
  "POST /api/connections/:id/channel-categories/:categoryId/sheet/check": {
    name: "checkSheetRows",
    summary: "Check rows of a sheet; valid ones are kept for a week and change nothing yet",
    needs: "admin",
    params: OfSheet,
    body: z.object({
      upload: Upload,
      rows: z.array(SheetRow).min(1).max(SHEET_LIMITS.rowsAtOnce),
    }),
    answer: z.object({ rows: z.array(CheckedRow) }),
  },
  "POST /api/connections/:id/channel-categories/:categoryId/sheet/apply": {
    name: "applySheet",
    summary: "Write the valid rows of an upload, each as it was checked",
    needs: "admin",
    params: OfSheet,
    body: z.object({ upload: Upload }),
    answer: StartedOverProducts,
  },
});
