import type { Api, ApiError, Reason } from "../../src/contract/api";

export type Route = keyof Api;
export type Answer<R extends Route> = Api[R]["answer"];

/** A call's outcome: refusals are values, nothing is thrown. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: Reason; status: number };

type PathParam<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | PathParam<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

type Optional<T> = { [Key in keyof T]?: T[Key] | undefined };
type Params<R extends Route> = [PathParam<R>] extends [never]
  ? unknown
  : { params: Record<PathParam<R>, string> };
type Query<R extends Route> = Api[R] extends { query: infer Q } ? { query?: Optional<Q> } : unknown;
type Body<R extends Route> = Api[R] extends { body: infer B } ? { body: B } : unknown;
export type CallOptions<R extends Route> = Params<R> & Query<R> & Body<R>;
type Rest<R extends Route> = unknown extends CallOptions<R> ? [] : [options: CallOptions<R>];

export interface Client {
  /** Calls a route of the contract, its path parameters encoded. */
  call<R extends Route>(route: R, ...rest: Rest<R>): Promise<Result<Answer<R>>>;
  /** Posts to the sign-in service, whose routes are not part of the contract. */
  post(path: string, body: unknown): Promise<Result<unknown>>;
}

interface Loose {
  params?: Record<string, string>;
  query?: Record<string, string | undefined>;
  body?: unknown;
}

/** The address of a route: "/api/connections/:id" with its parameters and query filled in. */
export function routePath(path: string, options: Loose = {}): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(options.params?.[name] ?? ""),
  );
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(options.query ?? {})) if (value) query.set(key, value);
  const text = query.toString();
  return text ? `${filled}?${text}` : filled;
}

/** Any refused answer as a reason: the contract's shape, the sign-in service's, or neither. */
export function toReason(status: number, body: unknown): Reason {
  if (isApiError(body)) return { code: body.error.code, facts: body.error.facts ?? {} };
  const loose = body as { code?: unknown } | null;
  if (loose && typeof loose.code === "string")
    return { code: `auth.${loose.code.toLowerCase()}`, facts: {} };
  if (status === 429) return { code: "request.rate_limited", facts: {} };
  return { code: "weft.unexpected_answer", facts: { status } };
}

function isApiError(body: unknown): body is ApiError {
  const error = (body as ApiError | null)?.error;
  return typeof error === "object" && error !== null && typeof error.code === "string";
}

/** The one door to the server. `onUnauthenticated` hears of a session that has ended. */
export function createClient(send: typeof fetch, onUnauthenticated: () => void): Client {
  async function request(method: string, path: string, body: unknown): Promise<Result<unknown>> {
    const init: RequestInit = { method, credentials: "same-origin" };
    if (method !== "GET") {
      init.headers = { "content-type": "application/json" };
      init.body = JSON.stringify(body ?? {});
    }
    let response: Response;
    try {
      response = await send(path, init);
    } catch {
      return { ok: false, status: 0, error: { code: "network.offline", facts: {} } };
    }
    const parsed: unknown = await response.json().catch(() => null);
    if (response.ok && parsed !== null) return { ok: true, value: parsed };
    if (response.status === 401 && !path.startsWith("/api/auth/")) onUnauthenticated();
    return { ok: false, status: response.status, error: toReason(response.status, parsed) };
  }
  return {
    async call(route, ...rest) {
      const options = (rest[0] ?? {}) as Loose;
      const [method = "GET", path = "/"] = route.split(" ");
      const result = await request(method, routePath(path, options), options.body);
      return result as Result<Answer<typeof route>>;
    },
    post: (path, body) => request("POST", path, body),
  };
}
