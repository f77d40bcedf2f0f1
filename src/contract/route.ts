/**
 * What one entry of the contract says of a route. The rules that a key sets for its entry are held by
 * the compiler: every path parameter has a schema, every change has a body, and no reading has one.
 */
import type * as z from "zod";
import type { Need } from "../domain/accounts/role";
import type { KeyPattern, PathParam } from "./route-key";

/** An answer that goes out as a file while it is produced, not as one JSON value. */
export interface FileAnswer {
  kind: "file";
  mediaType: "application/json" | "application/x-ndjson" | "text/csv; charset=utf-8";
  description: string;
}

export interface RouteContract {
  /** Name of the operation in the OpenAPI document; unique over the contract. */
  name: string;
  /** One line, imperative, as a merchant's developer reads it. */
  summary: string;
  /** The role the caller needs, checked before anything of the request is read. */
  needs: Need;
  /** Only within ten minutes after the caller gave password or code; the session alone is not enough. */
  needsProof?: true;
  params?: z.ZodType<Record<string, string>, Record<string, unknown>>;
  query?: z.ZodType<object, Record<string, unknown>>;
  body?: z.ZodType<object>;
  answer: z.ZodType<object> | FileAnswer;
}

type ParamsRule<Key extends string> = [PathParam<Key>] extends [never]
  ? { params?: never }
  : { params: z.ZodType<Record<PathParam<Key>, string>> };

type BodyRule<Key extends string> = Key extends `GET ${string}`
  ? { body?: never }
  : { body: z.ZodType<object> };

type Rules<Key> = Key extends KeyPattern ? RouteContract & ParamsRule<Key> & BodyRule<Key> : never;

/** Declares the routes of a subject; the types of their schemas stay as they are written. */
export function defineRoutes<const Table extends { [Key in keyof Table]: Rules<Key> }>(
  table: Table,
): Table {
  return table;
}

/** Whether an answer is a file, and not one JSON value. */
export function isFile(answer: RouteContract["answer"]): answer is FileAnswer {
  return "kind" in answer && answer.kind === "file";
}
