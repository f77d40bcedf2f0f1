/**
 * The key of a route, "METHOD /path/:parameter", as a type and as a string. It holds no schema, so that
 * the browser may import its values.
 */
export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
export type KeyPattern = `${Method} /api/${string}`;

/** Names of a path's parameters: "id" and "orderId" of "/connections/:id/orders/:orderId". */
export type PathParam<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | PathParam<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

/** What a caller fills into a path. Queries that are absent or empty are left out. */
export interface PathValues {
  params?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string | undefined>>;
}

export function splitKey(key: string): { method: string; path: string } {
  const [method = "GET", path = "/"] = key.split(" ");
  return { method, path };
}

/** A path with its parameters and query filled in, both encoded. */
export function fillPath(path: string, { params = {}, query = {} }: PathValues = {}): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ""),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) search.set(name, value);
  const text = search.toString();
  return text ? `${filled}?${text}` : filled;
}
