import { gatewayError } from "./envelope";
import type { Route } from "./request";

const escape = (textPart: string) => textPart.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const expressions = new Map<string, RegExp>();

/** The expression of a pattern, with one group a `{placeholder}`; each is built once. */
function expression(pattern: string): RegExp {
  const known = expressions.get(pattern);
  if (known) return known;
  const parts = pattern.split(/\{(\w+)\}/);
  const source = parts.map((part, index) => (index % 2 ? `(?<${part}>[^/]+)` : escape(part)));
  const made = new RegExp(`^${source.join("")}$`);
  expressions.set(pattern, made);
  return made;
}

/** The path without its version, to tell a wrong version from an unknown path. */
const unversioned = (path: string) => path.replace(/^\/(\w+)\/\d{6}\//, "/$1/");

interface Found {
  route: Route;
  params: Readonly<Record<string, string>>;
}

/** The route of a method and path; fixed paths precede placeholders. Throws the gateway's refusal. */
export function findRoute(routes: readonly Route[], method: string, path: string): Found {
  const fits = routes
    .map((route) => ({ route, match: expression(route.pattern).exec(path) }))
    .filter(({ match }) => match !== null)
    .toSorted(
      (a, b) =>
        Object.keys(a.match?.groups ?? {}).length - Object.keys(b.match?.groups ?? {}).length,
    );
  const found = fits.find(({ route }) => route.method === method);
  if (found) return { route: found.route, params: { ...found.match?.groups } };
  if (fits.length > 0) throw gatewayError(36009010, "Invalid method for this path.");
  const bare = unversioned(path);
  const otherVersion = routes.some(({ pattern }) => expression(unversioned(pattern)).test(bare));
  if (otherVersion) throw gatewayError(36009004, "Invalid API version. Check the path.");
  throw gatewayError(36009009, "Invalid path. No API is found.");
}
