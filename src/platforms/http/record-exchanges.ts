import type { PlatformDeps } from "../deps";

/**
 * What one request looked like from here. Values of the query and headers are not kept: they carry
 * keys.
 */
export interface Exchange {
  path: string;
  /** Names in the query. */
  parameters: readonly string[];
  status: number;
  /** Until the answer began. */
  tookMs: number;
  /** The other side's clock less ours, when it named the time. */
  clockSkewMs?: number;
  /** How the answer begins, known once it was read. */
  head: string;
}

const HEAD_CHARS = 64;

/** The same dependencies, with every answered request recorded in `exchanges`. */
export function watch(deps: PlatformDeps): { deps: PlatformDeps; exchanges: Exchange[] } {
  const exchanges: Exchange[] = [];
  const fetch: PlatformDeps["fetch"] = async (request) => {
    const startedAt = deps.now();
    const response = await deps.fetch(request);
    const exchange = toExchange(request, response, startedAt, deps.now());
    exchanges.push(exchange);
    return peek(response, exchange);
  };
  return { deps: { ...deps, fetch }, exchanges };
}

function toExchange(
  request: Request,
  response: Response,
  startedAt: number,
  answeredAt: number,
): Exchange {
  const { pathname, searchParams } = new URL(request.url);
  const sentAt = Date.parse(response.headers.get("date") ?? "");
  return {
    path: pathname,
    parameters: [...searchParams.keys()],
    status: response.status,
    tookMs: answeredAt - startedAt,
    head: "",
    ...(Number.isNaN(sentAt) ? {} : { clockSkewMs: sentAt - answeredAt }),
  };
}

/** The same response, its beginning recorded while it is read. */
function peek(response: Response, exchange: Exchange): Response {
  if (!response.body) return response;
  const decoder = new TextDecoder();
  const passing = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      if (exchange.head.length < HEAD_CHARS) {
        const more = decoder.decode(chunk, { stream: true });
        exchange.head = (exchange.head + more).trimStart().slice(0, HEAD_CHARS);
      }
      controller.enqueue(chunk);
    },
  });
  return new Response(response.body.pipeThrough(passing), response);
}
