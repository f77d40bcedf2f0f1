/** Holds what the product answers to the contract: every JSON answer of every test that calls a route. */
import { expect } from "vitest";
import * as z from "zod";
import { ApiError } from "../../src/contract/common";
import { contract } from "../../src/contract/contract";
import { isFile, type RouteContract } from "../../src/contract/route";
import { splitKey } from "../../src/contract/route-key";

const routes = Object.entries<RouteContract>(contract)
  .map(([key, { answer }]) => {
    const { method, path } = splitKey(key);
    return { key, answer, method, pattern: new RegExp(`^${path.replace(/:\w+/g, "[^/]+")}$`) };
  })
  // A path that is written out comes before one with a parameter in its place.
  .toSorted((a, b) => a.key.split(":").length - b.key.split(":").length);

/** Fails the test when the answer of a contract route has a field too few, too many, or of another type. */
export async function holdToContract(request: Request, response: Response): Promise<void> {
  const { pathname } = new URL(request.url);
  const route = routes.find(
    ({ method, pattern }) => method === request.method && pattern.test(pathname),
  );
  if (!route) return;
  const { key, answer } = route;
  if (response.ok && isFile(answer)) {
    expect(response.headers.get("content-type"), key).toContain(answer.mediaType);
    return;
  }
  const body: unknown = await response.clone().json();
  holdTo(response.ok && !isFile(answer) ? answer : ApiError, body, key);
}

/** Throws with the path of each field that is missing, wrong, or unknown to the schema. */
export function holdTo(schema: z.ZodType, value: unknown, what: string): void {
  const checked = schema.safeParse(value);
  if (!checked.success) throw new Error(`${what}: ${z.prettifyError(checked.error)}`);
  // A schema drops the fields it does not know.
  const unknown = [...fieldsBeyond(value, checked.data)];
  if (unknown.length > 0) throw new Error(`${what}: not in the schema: ${unknown.join(", ")}`);
}

function* fieldsBeyond(given: unknown, kept: unknown, path = ""): Generator<string> {
  if (typeof given !== "object" || given === null) return;
  for (const [name, value] of Object.entries(given)) {
    const at = path ? `${path}.${name}` : name;
    if (typeof kept !== "object" || kept === null || !Object.hasOwn(kept, name)) yield at;
    else yield* fieldsBeyond(value, (kept as Record<string, unknown>)[name], at);
  }
}
