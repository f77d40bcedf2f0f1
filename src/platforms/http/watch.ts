import type { PlatformDeps } from "../ports";

/** What one request looked like from here. Values of the query and headers are not kept: they carry keys. */
export interface Exchange {
  path: string;
  /** Names in the query. */
  parameters: readonly string[];
  status: number;
  tookMs: number;
  /** The other side's clock less ours, when it named the time. */
  clockSkewMs?: number;
  /** How the answer begins. */
  head: string;
}

const HEAD_CHARS = 64;

/** The same doors, with every answered request noted in `exchanges`. */
export function watch(deps: PlatformDeps): { deps: PlatformDeps; exchanges: Exchange[] } {
  const exchanges: Exchange[] = [];
  const fetch: PlatformDeps["fetch"] = async (request) => {
    const startedAt = deps.now();
    const response = await deps.fetch(request);
    const answeredAt = deps.now();
    // Small answers only: what is looked at here is a few rows of settings.
    const text = await response.clone().text();
    const sentAt = Date.parse(response.headers.get("date") ?? "");
    const { pathname, searchParams } = new URL(request.url);
    exchanges.push({
      path: pathname,
      parameters: [...searchParams.keys()],
      status: response.status,
      tookMs: answeredAt - startedAt,
      head: text.trimStart().slice(0, HEAD_CHARS),
      ...(Number.isNaN(sentAt) ? {} : { clockSkewMs: sentAt - answeredAt }),
    });
    return response;
  };
  return { deps: { ...deps, fetch }, exchanges };
}
