/**
 * The typed shape of a UI route: input checked by its schemas, answer checked by the compiler,
 * tenant checked before anything runs. Which routes exist is the contract's affair (api.ts).
 */
import type * as z from "zod";
import { connectionOf, type ConnectionRow } from "../db/connections";
import { SyncError } from "../domain/sync-error";
import type { Api } from "./api";
import type { AppContext, AppServices, Viewer } from "./context";

export type RouteKey = keyof Api;

type PathParam<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | PathParam<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

type InputOf<K extends RouteKey, Part extends "body" | "query"> =
  Api[K] extends Record<Part, infer Input> ? Input : undefined;

export interface Call<K extends RouteKey> {
  services: AppServices;
  viewer: Viewer;
  params: Record<PathParam<K>, string>;
  query: InputOf<K, "query">;
  body: InputOf<K, "body">;
  /** The connection named by `:id`; somebody else's never gets this far. */
  connection: K extends `${string}/connections/:id${string}` ? ConnectionRow : undefined;
}

type Schemas<K extends RouteKey> = (Api[K] extends { body: infer Body }
  ? { body: z.ZodType<Body> }
  : unknown) &
  (Api[K] extends { query: infer Query } ? { query: z.ZodType<Query> } : unknown);

/** A file goes out as it is produced, so it is a Response rather than a Blob in memory. */
type Answer<K extends RouteKey> = Api[K]["answer"] extends Blob ? Response : Api[K]["answer"];

export type Route<K extends RouteKey> = Schemas<K> & {
  run(call: Call<K>): Promise<Answer<K>>;
};

/** A part of the contract; all parts together must name every route. */
export type RouteTable<K extends RouteKey = RouteKey> = { [Key in K]: Route<Key> };

interface LooseRoute {
  body?: z.ZodType;
  query?: z.ZodType;
  run(call: unknown): Promise<unknown>;
}

/** Runs a route for a signed-in viewer. Throws SyncError. */
export async function runRoute(c: AppContext, route: LooseRoute): Promise<Response> {
  const { services, viewer } = c.var;
  const params = c.req.param() as Record<string, string>;
  const isOfConnection = c.req.path.startsWith("/api/connections/") && params["id"];
  const connection = isOfConnection
    ? await connectionOf(services.db, viewer.accountId, params["id"] ?? "")
    : undefined;
  const query = route.query && checkInput(route.query, c.req.query());
  const body = route.body && checkInput(route.body, await readJson(c));
  const answer = await route.run({ services, viewer, params, query, body, connection });
  return answer instanceof Response ? answer : c.json(answer as object);
}

/** All routes of the contract as "METHOD /path" with the loose shape the router needs. */
export function listRoutes<K extends RouteKey>(
  table: RouteTable<K>,
): [method: string, path: string, LooseRoute][] {
  return Object.entries<unknown>(table).map(([key, route]) => {
    const [method = "", path = ""] = key.split(" ");
    return [method, path, route as LooseRoute];
  });
}

async function readJson(c: AppContext): Promise<unknown> {
  const text = await c.req.text();
  if (text === "") return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new SyncError("merchant", "request.not_json");
  }
}

function checkInput(schema: z.ZodType, input: unknown): unknown {
  const checked = schema.safeParse(input);
  if (checked.success) return checked.data;
  const fields = checked.error.issues.map((issue) => issue.path.join(".") || "body");
  throw new SyncError("merchant", "request.invalid", { fields: [...new Set(fields)] });
}
