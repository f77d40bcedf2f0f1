import * as z from "zod";
import { ConnectionSettings, SettingsPatch } from "./connection-settings";
import { Count, EpochMs, Name, OfConnection, ProblemView } from "./common";
import { defineRoutes } from "./route";

export const ConnectionView = z
  .object({
    id: z.string(),
    name: z.string(),
    source: z.string(),
    channel: z.string(),
    state: z.enum(["setup", "active", "paused", "disconnected"]),
    sourceUrl: z.string().nullable(),
    sourceStoreName: z.string().nullable(),
    sourceVersion: z.string().nullable(),
    currency: z
      .string()
      .describe('Of the store\'s prices, as they are read; "" before it is known.'),
    transport: z
      .enum(["module", "webservice"])
      .describe("How stock is read and orders are made: by the store's module or webservice."),
    moduleVersion: z.string().nullable(),
    channelShopName: z.string().nullable(),
    channelRegion: z.string().nullable(),
    createdAt: EpochMs,
    lastPullAt: EpochMs.nullable(),
  })
  .meta({ id: "Connection" });
export type ConnectionView = z.infer<typeof ConnectionView>;

export const ConnectionDetail = ConnectionView.extend({
  setupStep: z.enum(["store", "channel", "shop", "done"]).describe("The open step of the setup."),
  webhookUrl: z.string(),
  /** Where the store's module asks to be read instead; a member allows or refuses it. */
  storeMove: z.object({ url: z.string(), at: EpochMs }).nullable(),
  /** Until when the secret before the last rotation is accepted as well; null: it is not. */
  previousSecretUntil: EpochMs.nullable(),
  /** A rotation was begun that the store did not confirm. */
  isRotating: z.boolean(),
  hasSourceKey: z.boolean(),
  /** Of the back office, as the store's module tells; null where it does not. */
  adminUrl: z.string().nullable(),
  /** When the store's module used the newest pairing code; null while it did not. */
  pairedAt: EpochMs.nullable(),
  market: z.string().nullable(),
  authorization: z.object({
    state: z.enum(["none", "valid", "expiring", "revoked"]),
    expiresAt: EpochMs.nullable(),
  }),
  warehouses: z.array(z.object({ id: z.string(), name: z.string(), isDefault: z.boolean() })),
  warehouseId: z.string().nullable(),
  settings: ConnectionSettings,
  settingsVersion: Count.describe("Grows with each save of name, warehouse or settings."),
  problems: z.array(ProblemView),
}).meta({ id: "ConnectionDetail" });
export type ConnectionDetail = z.infer<typeof ConnectionDetail>;

/** The merchant sees that the store is not overrun. */
export const StoreTraffic = z
  .object({
    used: Count.describe("Requests of the last minute."),
    perMinute: Count.describe("The most there may be in a minute."),
    atOnce: z.number().describe("How many at once the store bears; below one, with rests between."),
    blockedUntil: EpochMs.nullable().describe("Until when the store asked for silence."),
  })
  .meta({ id: "StoreTraffic" });
export type StoreTraffic = z.infer<typeof StoreTraffic>;

export const connectionRoutes = defineRoutes({
  "GET /api/connections": {
    name: "listConnections",
    summary: "List the connections of the account",
    needs: "admin",
    answer: z.object({
      connections: z.array(
        ConnectionView.extend({
          attentionCount: Count.describe("How many things need a person: see readAttention."),
        }),
      ),
    }),
  },
  "POST /api/connections": {
    name: "createConnection",
    summary: "Create a connection, to be set up",
    needs: "admin",
    body: z.object({
      name: Name,
      source: z.string().max(40),
      channel: z.string().max(40),
    }),
    answer: ConnectionDetail,
  },
  "GET /api/connections/:id": {
    name: "readConnection",
    summary: "Read a connection",
    needs: "admin",
    params: OfConnection,
    answer: ConnectionDetail,
  },
  "PATCH /api/connections/:id": {
    name: "changeConnection",
    summary: "Pause or resume a connection",
    needs: "admin",
    params: OfConnection,
    body: z.object({ isPaused: z.boolean() }),
    answer: ConnectionDetail,
  },
  "PATCH /api/connections/:id/settings": {
    name: "saveSettings",
    summary: "Change the name, the warehouse or settings of a connection, unless changed meanwhile",
    needs: "admin",
    params: OfConnection,
    body: z.object({
      seenVersion: Count.describe(
        "The settingsVersion that was read before; 409 if another stands.",
      ),
      name: Name.optional(),
      warehouseId: z.string().min(1).max(100).optional(),
      settings: SettingsPatch.optional(),
    }),
    answer: ConnectionDetail,
  },
  "DELETE /api/connections/:id": {
    name: "deleteConnection",
    summary: "Delete a connection with everything held for it",
    needs: "admin",
    needsProof: true,
    params: OfConnection,
    body: z.object({
      confirmName: z.string().max(200).describe("The connection's name, as a confirmation."),
    }),
    answer: z.object({ deleted: z.literal(true) }),
  },
  "GET /api/connections/:id/traffic": {
    name: "readTraffic",
    summary: "Read what was sent to the store lately",
    needs: "admin",
    params: OfConnection,
    answer: StoreTraffic,
  },
});
