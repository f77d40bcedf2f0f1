import * as z from "zod";
import { Count, EpochMs, Id, Minor, OfConnection } from "./common";
import { defineRoutes } from "./route";

export const Oversold = z
  .object({
    orders: z
      .array(
        z.object({
          id: z.string(),
          at: EpochMs.describe("When the channel cancelled it."),
          totalMinor: Minor,
          currency: z.string(),
          titles: z.array(z.string()).describe("Its products that nobody looked at since."),
        }),
      )
      .describe("The latest hundred of thirty days."),
    products: z.array(
      z.object({
        channelProductId: z.string(),
        productId: z.string().nullable().describe("Null: it is no product of the store."),
        name: z.string(),
        imageUrl: z.string().nullable(),
        units: Count.describe("Units that were cancelled."),
        orders: Count,
        stock: z.int().nullable().describe("As the store counted it last."),
        status: z.string().nullable().describe("Of its listing; null: Weft knows none."),
        channelUrl: z.string().nullable().describe("Its page in Seller Center."),
      }),
    ),
    newest: EpochMs.nullable().describe("When Weft learned of the newest; null: there are none."),
    isSeen: z.boolean().describe("The person has read of all of them."),
  })
  .meta({ id: "Oversold" });
export type Oversold = z.infer<typeof Oversold>;

export const oversoldRoutes = defineRoutes({
  "GET /api/connections/:id/oversold": {
    name: "readOversold",
    summary:
      "List orders that were cancelled because the seller lacked the goods, and their products",
    needs: "admin",
    params: OfConnection,
    answer: Oversold,
  },
  "POST /api/connections/:id/oversold/acknowledge": {
    name: "acknowledgeOversold",
    summary: "Say that one has read of the oversold orders up to the newest that was shown",
    needs: "admin",
    params: OfConnection,
    body: z.object({ newest: EpochMs.describe("As the list had it.") }),
    answer: Oversold,
  },
  "POST /api/connections/:id/oversold/products/:channelProductId/check": {
    name: "checkOversold",
    summary:
      "Say whether a product is out of stock: if so it is taken off sale, else it leaves the list",
    needs: "admin",
    params: OfConnection.extend({ channelProductId: Id }),
    body: z.object({ isOutOfStock: z.boolean() }),
    answer: z.object({
      taskId: z
        .string()
        .nullable()
        .describe("The task that takes it off sale; null: none is needed."),
      oversold: Oversold,
    }),
  },
});
