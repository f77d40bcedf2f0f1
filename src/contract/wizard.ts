/** Setting a connection up: its store, the authorisation of its channel, its shop. */
import * as z from "zod";
import { EpochMs, IgnoredBody, OfConnection } from "./common";
import { ConnectionDetail } from "./connections";
import { defineRoutes } from "./route";

export const SourceCheck = z
  .object({
    url: z.string(),
    version: z.string(),
    shopName: z.string(),
    currency: z.string(),
    timeZone: z.string(),
  })
  .meta({ id: "SourceCheck" });
export type SourceCheck = z.infer<typeof SourceCheck>;

const Choice = z.object({ id: z.string(), name: z.string() });

/** What is offered to choose from is answered as known and renewed behind the answer. */
const Known = z.object({
  readAt: EpochMs.nullable().describe("Null: the shops were not asked yet, the lists are empty."),
  isRenewing: z.boolean().describe("A newer reading is under way: ask again in some seconds."),
});

export const wizardRoutes = defineRoutes({
  "PUT /api/connections/:id/source": {
    name: "connectStore",
    summary: "Connect the store; it is called before anything is saved",
    needs: "admin",
    params: OfConnection,
    body: z.object({
      url: z.string().trim().min(1).max(500),
      key: z.string().max(200).optional().describe("Left out: the key saved before."),
    }),
    answer: z.object({ check: SourceCheck, connection: ConnectionDetail }),
  },
  "POST /api/connections/:id/store-move": {
    name: "answerStoreMove",
    summary: "Allow or refuse that the store is read at the address its module asked for",
    needs: "admin",
    needsProof: true,
    params: OfConnection,
    body: z.object({
      url: z.string().min(1).max(500).describe("The address that was shown; another is refused."),
      isAccepted: z.boolean(),
    }),
    answer: ConnectionDetail,
  },
  "POST /api/connections/:id/webhook-secret": {
    name: "showSecret",
    summary: "Show the webhook secret, which the activity records",
    needs: "admin",
    needsProof: true,
    params: OfConnection,
    body: IgnoredBody,
    answer: z.object({
      webhookSecret: z.string().describe("Signs what the store sends to the webhook URL."),
    }),
  },
  "POST /api/connections/:id/pairing": {
    name: "startPairing",
    summary: "Get the address to paste into the store's module; an unused code is shown again",
    needs: "admin",
    params: OfConnection,
    body: IgnoredBody,
    answer: z.object({ url: z.string(), expiresAt: EpochMs }),
  },
  "POST /api/connections/:id/rotate-secret": {
    name: "rotateSecret",
    summary: "Change the webhook secret here and in the store's module",
    needs: "admin",
    params: OfConnection,
    body: IgnoredBody,
    answer: ConnectionDetail,
  },
  "POST /api/connections/:id/authorize": {
    name: "startAuthorization",
    summary: "Get the address where the seller authorises Weft",
    needs: "admin",
    params: OfConnection,
    body: z.object({ market: z.string().min(1).max(10) }),
    answer: z.object({ url: z.string() }),
  },
  "GET /api/connections/:id/shops": {
    name: "listShops",
    summary: "List the shops that were authorised",
    needs: "admin",
    params: OfConnection,
    answer: z.object({
      shops: z.array(
        Choice.extend({
          region: z.string(),
          takenBy: z.string().nullable().describe("The connection that has this shop already."),
        }),
      ),
    }),
  },
  "POST /api/connections/:id/shop": {
    name: "chooseShop",
    summary: "Bind the connection to one of the authorised shops",
    needs: "admin",
    params: OfConnection,
    body: z.object({ shopId: z.string().min(1).max(100) }),
    answer: ConnectionDetail,
  },
  "GET /api/connections/:id/carriers": {
    name: "listCarriers",
    summary: "List the store's carriers and the channel's providers, for the carrier map",
    needs: "admin",
    params: OfConnection,
    answer: Known.extend({
      carriers: z.array(z.object({ reference: z.string(), name: z.string() })),
      providers: z.array(Choice),
      deliveryOptions: z.array(Choice).describe("Of the channel, from which buyers choose."),
    }),
  },
  "GET /api/connections/:id/reading-choices": {
    name: "listReadingChoices",
    summary:
      "List the customer groups, currencies and languages that the store's products can be read for",
    needs: "admin",
    params: OfConnection,
    answer: Known.extend({
      groups: z.array(Choice),
      currencies: z.array(Choice).describe("By their ISO code."),
      languages: z.array(Choice).describe("Empty where the key may not read them."),
    }),
  },
  "GET /api/connections/:id/order-states": {
    name: "listOrderStates",
    summary: "List the states of the store's orders, and those that new orders can start in",
    needs: "admin",
    params: OfConnection,
    answer: Known.extend({
      states: z.array(Choice).describe("Paid and not shipped: for new orders."),
      unmarked: z
        .array(Choice)
        .describe(
          "Neither shipped nor cancelled by their marks: a merchant may say what they mean.",
        ),
    }),
  },
});
