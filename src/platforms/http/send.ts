/**
 * The one pipe to the outside: budget, timeout, capped answer, no redirects, retries by the rule.
 * It does not know what an answer means; a vendor folder reads the status and the body.
 */
import { SyncError } from "../../domain/sync-error";
import type { PlatformDeps } from "../ports";
import { retryDelay, type Failure } from "./retry-delay";

export interface Outgoing {
  /** Builds the request anew for each try: signatures carry a timestamp. */
  build(): Request | Promise<Request>;
  replaySafe: boolean;
  /** Prefix of error codes: "tiktok" or "prestashop". */
  vendor: string;
  /** Longest answer that is read, in bytes. */
  maxBytes?: number;
}

export interface Answer {
  status: number;
  headers: Headers;
  bytes: Uint8Array;
  text(): string;
}

/** A page of 100 full products of a large shop stays well below this. */
const DEFAULT_MAX_BYTES = 24 * 1024 * 1024;

/**
 * Sends and answers whatever came with a status below 500, 429 excepted once retries are used up.
 * Throws SyncError("retry", "<vendor>.timeout" | "<vendor>.unreachable" | "<vendor>.unavailable" |
 * "<vendor>.rate_limited"), with `maybeApplied` where a write may have happened. Answers with
 * status 5xx and a body are returned, too, when `replaySafe` is false: the body may hold the reason.
 */
export async function send(deps: PlatformDeps, outgoing: Outgoing): Promise<Answer> {
  for (let number = 1; ; number += 1) {
    await deps.takeBudget(1);
    const outcome = await attempt(deps, outgoing);
    const failure = "failure" in outcome ? outcome.failure : failureOf(outcome.answer);
    if (!failure && "answer" in outcome) return outcome.answer;
    const delayMs = failure
      ? retryDelay({ number, replaySafe: outgoing.replaySafe }, failure, deps.random)
      : null;
    if (delayMs !== null) {
      await deps.sleep(delayMs);
      continue;
    }
    if ("answer" in outcome && outcome.answer.status !== 429) return outcome.answer;
    throw toError(outgoing, failure);
  }
}

async function attempt(
  deps: PlatformDeps,
  outgoing: Outgoing,
): Promise<{ answer: Answer } | { failure: Failure }> {
  const built = await outgoing.build();
  const signal = AbortSignal.timeout(deps.timeoutMs);
  try {
    const response = await deps.fetch(new Request(built, { redirect: "manual", signal }));
    const bytes = await readCapped(response, outgoing);
    return { answer: toAnswer(response, bytes) };
  } catch (caught) {
    if (caught instanceof SyncError) throw caught;
    return { failure: { kind: signal.aborted ? "timeout" : "network" } };
  }
}

function toAnswer(response: Response, bytes: Uint8Array): Answer {
  return {
    status: response.status,
    headers: response.headers,
    bytes,
    text: () => new TextDecoder().decode(bytes),
  };
}

async function readCapped(response: Response, outgoing: Outgoing): Promise<Uint8Array> {
  const limit = outgoing.maxBytes ?? DEFAULT_MAX_BYTES;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    const bytes = chunk as Uint8Array;
    size += bytes.byteLength;
    if (size > limit)
      throw new SyncError("merchant", `${outgoing.vendor}.answer_too_large`, { limit });
    chunks.push(bytes);
  }
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}

function failureOf(answer: Answer): Failure | undefined {
  if (answer.status !== 429 && answer.status < 500) return undefined;
  return { kind: "http", status: answer.status, ...readRetryAfter(answer.headers) };
}

/** `Retry-After` in seconds; its date form is not used by either platform. */
export function readRetryAfter(headers: Headers): { retryAfterMs?: number } {
  const seconds = Number(headers.get("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? { retryAfterMs: seconds * 1000 } : {};
}

function toError({ vendor, replaySafe }: Outgoing, failure: Failure | undefined): SyncError {
  const maybeApplied = replaySafe ? {} : { maybeApplied: true };
  if (failure?.kind === "timeout") return new SyncError("retry", `${vendor}.timeout`, maybeApplied);
  if (failure?.kind !== "http")
    return new SyncError("retry", `${vendor}.unreachable`, maybeApplied);
  const wait = failure.retryAfterMs === undefined ? {} : { retryAfterMs: failure.retryAfterMs };
  if (failure.status === 429) return new SyncError("retry", `${vendor}.rate_limited`, wait);
  return new SyncError("retry", `${vendor}.unavailable`, {
    ...maybeApplied,
    status: failure.status,
    ...wait,
  });
}
