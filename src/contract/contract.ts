/**
 * The contract between the Worker and whoever calls it: every route with its path parameters, query,
 * body and answer as schemas. Types, validation and the OpenAPI document all derive from here. Errors
 * are always `ApiError`.
 */
import type * as z from "zod";
import { accountRoutes } from "./accounts";
import { catalogueRoutes } from "./catalogue";
import { categoryRoutes } from "./categories";
import { connectionRoutes } from "./connections";
import { demandRoutes } from "./demands";
import { healthRoutes } from "./health";
import { homeRoutes } from "./home";
import { journalRoutes } from "./journal";
import { listingRoutes } from "./listings";
import { mailRoutes } from "./mails";
import { mappingRoutes } from "./mapping";
import { orderRoutes } from "./orders";
import { missedOrderRoutes } from "./missed-orders";
import { oversoldRoutes } from "./oversold";
import { partyRoutes } from "./parties";
import { personRoutes } from "./persons";
import { proposalRoutes } from "./proposals";
import { reportRoutes } from "./reports";
import { sheetRoutes } from "./sheets";
import { shippingRoutes } from "./shipping";
import { taskRoutes } from "./tasks";
import { wizardRoutes } from "./wizard";

/** The parts of the contract by subject; the names group the routes in the OpenAPI document. */
export const subjects = {
  accounts: accountRoutes,
  persons: personRoutes,
  connections: connectionRoutes,
  setup: wizardRoutes,
  health: healthRoutes,
  reports: reportRoutes,
  journal: journalRoutes,
  home: homeRoutes,
  catalogue: catalogueRoutes,
  listings: listingRoutes,
  mapping: mappingRoutes,
  categories: categoryRoutes,
  sheets: sheetRoutes,
  demands: demandRoutes,
  proposals: proposalRoutes,
  parties: partyRoutes,
  orders: orderRoutes,
  shipping: shippingRoutes,
  missedOrders: missedOrderRoutes,
  oversold: oversoldRoutes,
  tasks: taskRoutes,
  mails: mailRoutes,
};

export const contract = {
  ...accountRoutes,
  ...personRoutes,
  ...connectionRoutes,
  ...wizardRoutes,
  ...healthRoutes,
  ...reportRoutes,
  ...journalRoutes,
  ...homeRoutes,
  ...catalogueRoutes,
  ...listingRoutes,
  ...mappingRoutes,
  ...categoryRoutes,
  ...sheetRoutes,
  ...demandRoutes,
  ...proposalRoutes,
  ...partyRoutes,
  ...orderRoutes,
  ...shippingRoutes,
  ...missedOrderRoutes,
  ...oversoldRoutes,
  ...taskRoutes,
  ...mailRoutes,
};

export type Contract = typeof contract;
export type RouteKey = keyof Contract;

/** Routes that answer without a session. */
export type OpenKey = {
  [Key in RouteKey]: Contract[Key] extends { needs: "anyone" } ? Key : never;
}[RouteKey];

/** Routes that answer whoever is signed in, also outside of any account. */
export type SignedInKey = {
  [Key in RouteKey]: Contract[Key] extends { needs: "signedIn" } ? Key : never;
}[RouteKey];

type Part = "params" | "query" | "body";

/** A part of a request as a route receives it, after validation. */
export type Received<Key extends RouteKey, Name extends Part> =
  Contract[Key] extends Record<Name, infer Schema extends z.ZodType> ? z.output<Schema> : undefined;

/** A part of a request as a caller sends it; `undefined` where the route takes none. */
export type Sent<Key extends RouteKey, Name extends Part> =
  Contract[Key] extends Record<Name, infer Schema extends z.ZodType> ? z.input<Schema> : undefined;

type Given<Name extends string, Value> = Value extends undefined ? unknown : { [N in Name]: Value };
type Loose<Value> = Value extends undefined ? unknown : { query?: Undefinable<Value> };
type Undefinable<Value> = { [Name in keyof Value]?: Value[Name] | undefined };

/** What a caller says beside the key of a route; `unknown` where there is nothing to say. */
export type CallOptions<Key extends RouteKey> = Given<"params", Sent<Key, "params">> &
  Loose<Sent<Key, "query">> &
  Given<"body", Sent<Key, "body">>;

/** What a route answers with success: a JSON value, or the content of a file. */
export type Answer<Key extends RouteKey> = Contract[Key]["answer"] extends infer Schema extends
  z.ZodType
  ? z.output<Schema>
  : Blob;
