import type { ApiError, Conflict, Reason } from "../../src/contract/common";
import type { Answer, CallOptions, RouteKey } from "../../src/contract/contract";
import { fillPath, splitKey, type PathValues } from "../../src/contract/route-key";

export type { Answer };
export type Route = RouteKey;
export { fillPath as routePath };

/** A call's outcome: refusals are values, nothing is thrown. `conflict`: what was saved elsewhere meanwhile. */
export type Result<T> =
  | { ok: true; value: T }
  | { ok: false; error: Reason; status: number; conflict?: Conflict };

/** Whether another try may succeed with nobody doing anything: no network, no sense, too busy, broken. */
export function mayPass(status: number): boolean {
  return status < 400 || status === 408 || status === 429 || status >= 500;
}

type Rest<Key extends RouteKey> =
  unknown extends CallOptions<Key> ? [] : [options: CallOptions<Key>];

export interface Client {
  /** Calls a route of the contract, its path parameters encoded. */
  call<Key extends RouteKey>(route: Key, ...rest: Rest<Key>): Promise<Result<Answer<Key>>>;
  /** Posts to the sign-in service, whose routes are not part of the contract. */
  post(path: string, body: unknown): Promise<Result<unknown>>;
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

/**
 * The one client of the server. `onUnauthenticated` is called when a session has ended, `askProof` where a
 * call needs password or code anew; the call is repeated once they were given.
 */
export function createClient(
  send: typeof fetch,
  onUnauthenticated: () => void,
  askProof: () => Promise<boolean> = async () => false,
): Client {
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
    const conflict = isApiError(parsed) ? parsed.conflict : undefined;
    const error = toReason(response.status, parsed);
    return { ok: false, status: response.status, error, ...(conflict && { conflict }) };
  }
  return {
    async call(route, ...rest) {
      const options = (rest[0] ?? {}) as PathValues & { body?: unknown };
      const { method, path } = splitKey(route);
      const once = () => request(method, fillPath(path, options), options.body);
      let result = await once();
      const isAsked = !result.ok && result.error.code === "auth.proof_required";
      if (isAsked && (await askProof())) result = await once();
      return result as Result<Answer<typeof route>>;
    },
    post: (path, body) => request("POST", path, body),
  };
}
