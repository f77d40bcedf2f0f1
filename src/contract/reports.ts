import * as z from "zod";
import { ORDER_FATES } from "../domain/reports/order-fate";
import type { ReportTotals } from "../domain/reports/reconciliation";
import { Count, EpochMs, Id, NoBody, OfConnection, StartedTask } from "./common";
import { defineRoutes } from "./route";

const Totals = z.object({
  orders: z.object({
    listed: Count.describe("By the channel, in the window of the report."),
    fates: z
      .partialRecord(z.enum(ORDER_FATES), Count)
      .describe("Each listed order has one; 0 where absent."),
    reasons: z.record(z.string(), Count).describe("Of those whose fate has a reason, by its code."),
    repaired: Count.describe("Orders and changes that had not arrived and were taken in."),
    isWhole: z.boolean().describe("False: there were more than are read at a time."),
  }),
  stock: z.object({
    compared: Count.describe("SKUs on sale."),
    equal: Count,
    moving: Count.describe("A number was on its way."),
    unsent: Count.describe("A rule keeps Weft from sending them."),
    unread: Count.describe("One of them did not say, so nobody could compare them."),
    store: Count.describe("The store counted otherwise than was known."),
    channel: Count.describe("The channel showed another number than the wanted one."),
    repaired: Count,
    isWhole: z.boolean(),
  }),
}) satisfies z.ZodType<ReportTotals>;

export const ReportRow = Totals.extend({ id: z.string(), at: EpochMs }).meta({ id: "Report" });
export type ReportRow = z.infer<typeof ReportRow>;

export const SignedReport = z
  .object({
    document: z.string().describe("The report as canonical JSON: the very text that is signed."),
    algorithm: z.literal("Ed25519"),
    signature: z.string().describe("Of the document's UTF-8, base64url."),
    publicKey: z.string().describe("That verifies it, base64url."),
  })
  .meta({ id: "SignedReport" });
export type SignedReport = z.infer<typeof SignedReport>;

export const reportRoutes = defineRoutes({
  "GET /api/report-key": {
    name: "readReportKey",
    summary: "Read the public key that verifies the reports of this deployment",
    needs: "anyone",
    answer: z.object({ algorithm: z.literal("Ed25519"), publicKey: z.string() }),
  },
  "GET /api/connections/:id/reports": {
    name: "listReports",
    summary: "List comparisons of both shops, the latest first",
    needs: "admin",
    params: OfConnection,
    query: z.object({
      limit: z
        .string()
        .regex(/^[1-9]\d{0,2}$/)
        .optional()
        .describe("At most so many rows."),
    }),
    answer: z.object({ rows: z.array(ReportRow) }),
  },
  "POST /api/connections/:id/reports": {
    name: "startReport",
    summary: "Compare both shops now, set right what differs, and make a report of it",
    needs: "admin",
    params: OfConnection,
    body: NoBody,
    answer: StartedTask,
  },
  "GET /api/connections/:id/reports/:reportId": {
    name: "readReport",
    summary: "Read one comparison of both shops as it was signed",
    needs: "admin",
    params: OfConnection.extend({ reportId: Id.brand<"ReportId">() }),
    answer: SignedReport,
  },
  "GET /api/connections/:id/export": {
    name: "exportConnection",
    summary: "Download everything that is held for a connection",
    needs: "admin",
    needsProof: true,
    params: OfConnection,
    answer: {
      kind: "file",
      mediaType: "application/json",
      description: "One JSON document, no secret in it, sent while it is read.",
    },
  },
});
