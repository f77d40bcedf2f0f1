/**
 * The one pipe to the outside: budget, timeout, capped answer, no redirects, retries by the rule.
 * It does not know what an answer means; a vendor folder reads the status and the body.
 */
import { SyncError } from "../../domain/errors/sync-error";
import type { PlatformDeps } from "../deps";
import type { Answer } from "./answer";
import { noting, type Written } from "./note-write";
import type { End } from "./pacer";
import { retryDelay, type Failure } from "./retry-delay";

export type { Answer } from "./answer";

export interface Outgoing {
  /** Builds a new request for each try: signatures carry a timestamp. */
  build(): Request | Promise<Request>;
  replaySafe: boolean;
  /** Prefix of error codes: "tiktok" or "prestashop". */
  vendor: string;
  /** Requests that take about as long as each other share a kind: "GET products". */
  kind?: string;
  /** Longest answer that is read, in bytes. */
  maxBytes?: number;
  /**
   * For vendors whose failures hide in the body: the failure an answer stands for, undefined for an
   * answer to take as it is. Absent: 429 and 5xx are failures.
   */
  readFailure?(answer: Answer): Failure | undefined;
  /** True for a 5xx whose body is the answer all the same. */
  isWhole?(answer: Answer): boolean;
  /** What the journal keeps of it; absent: it changes nothing at the shop. */
  write?: Written;
}

/** A page of 100 full products of a large shop stays well below this. */
const DEFAULT_MAX_BYTES = 24 * 1024 * 1024;

/**
 * Sends, tries again where the rule allows it, and resolves with the last answer whatever its
 * status, 429 excepted: a 5xx body may hold the reason, so the vendor folder reads it.
 * Throws SyncError("retry", "<vendor>.timeout" | "<vendor>.unreachable" | "<vendor>.rate_limited"),
 * with `maybeApplied` where a write may have happened without a clear answer, and
 * SyncError("merchant", "<vendor>.answer_too_large").
 */
export function send(deps: PlatformDeps, outgoing: Outgoing): Promise<Answer> {
  const { write } = outgoing;
  const sending = () => sendOut(deps, outgoing);
  return write && deps.noteWrite ? noting(deps, deps.noteWrite, write, sending) : sending();
}

async function sendOut(deps: PlatformDeps, outgoing: Outgoing): Promise<Answer> {
  for (let number = 1; ; number += 1) {
    await deps.takeBudget(1);
    const outcome = await pacedAttempt(deps, outgoing);
    const failure = failureOf(outcome, outgoing, deps.now());
    if (!failure && outcome.answer) return outcome.answer;
    const delayMs = failure
      ? retryDelay({ number, replaySafe: outgoing.replaySafe }, failure, deps.random)
      : null;
    if (delayMs !== null) {
      await deps.sleep(delayMs);
      continue;
    }
    if (outcome.answer && outcome.answer.status !== 429) return outcome.answer;
    throw toError(outgoing, failure);
  }
}

type Outcome = { answer: Answer; lost?: undefined } | { answer?: undefined; lost: Failure };

function pacedAttempt(deps: PlatformDeps, outgoing: Outgoing): Promise<Outcome> {
  const { pacer } = deps;
  const request = () => attempt(deps, outgoing);
  return pacer ? pacer.run(outgoing.kind ?? outgoing.vendor, request, endOf) : request();
}

/** How an exhausted host, or the proxy in front of it, refuses. */
const REFUSALS = [429, 502, 503, 504];

function endOf({ answer }: Outcome): End {
  if (!answer) return "lost";
  return REFUSALS.includes(answer.status) ? "refused" : "answered";
}

async function attempt(deps: PlatformDeps, outgoing: Outgoing): Promise<Outcome> {
  const built = await outgoing.build();
  const signal = deps.deadline(deps.timeoutMs);
  try {
    const response = await deps.fetch(new Request(built, { redirect: "manual", signal }));
    const bytes = await readCapped(response, outgoing);
    return { answer: toAnswer(response, bytes) };
  } catch (caught) {
    if (caught instanceof SyncError) throw caught;
    return { lost: { kind: signal.aborted ? "timeout" : "network" } };
  }
}

function toAnswer(response: Response, bytes: Uint8Array): Answer {
  let decoded: string | undefined;
  const text = () => (decoded ??= new TextDecoder().decode(bytes));
  const made = new Map<unknown, unknown>();
  return {
    status: response.status,
    headers: response.headers,
    bytes,
    text,
    as<T>(read: (text: string) => T): T {
      if (!made.has(read)) made.set(read, read(text()));
      return made.get(read) as T;
    },
  };
}

/** The cancellation is not awaited: a body without end would never finish it. */
async function readCapped(response: Response, outgoing: Outgoing): Promise<Uint8Array> {
  const limit = outgoing.maxBytes ?? DEFAULT_MAX_BYTES;
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    const bytes: Uint8Array = next.value;
    size += bytes.byteLength;
    if (size > limit) {
      reader?.cancel().catch(() => {});
      const facts = { limit, ...fate(outgoing) };
      throw new SyncError("merchant", `${outgoing.vendor}.answer_too_large`, facts);
    }
    chunks.push(bytes);
  }
  return joinChunks(chunks, size);
}

function joinChunks(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}

function failureOf(outcome: Outcome, outgoing: Outgoing, now: number): Failure | undefined {
  if (outcome.lost) return outcome.lost;
  if (outgoing.readFailure) return outgoing.readFailure(outcome.answer);
  const { status, headers } = outcome.answer;
  if (status !== 429 && status < 500) return undefined;
  if (status !== 429 && outgoing.isWhole?.(outcome.answer)) return undefined;
  return { kind: "http", status, ...readRetryAfter(headers, now) };
}

/** A proxy with a wrong clock or a mistyped rule must not silence a connection for years. */
export const LONGEST_SILENCE_MS = 15 * 60_000;

/**
 * `Retry-After` in either of its two forms, seconds or a date, up to the longest silence; `now` is
 * epoch ms.
 */
export function readRetryAfter(headers: Headers, now: number): { retryAfterMs?: number } {
  const text = headers.get("retry-after")?.trim();
  if (!text) return {};
  const isSeconds = /^\d+(\.\d+)?$/.test(text);
  const askedMs = isSeconds ? Math.ceil(Number(text) * 1000) : Date.parse(text) - now;
  if (Number.isNaN(askedMs)) return {};
  return { retryAfterMs: Math.min(Math.max(0, askedMs), LONGEST_SILENCE_MS) };
}

function fate({ replaySafe }: Outgoing): { maybeApplied?: boolean } {
  return replaySafe ? {} : { maybeApplied: true };
}

function toError(outgoing: Outgoing, failure: Failure | undefined): SyncError {
  const { vendor } = outgoing;
  if (failure?.kind === "timeout")
    return new SyncError("retry", `${vendor}.timeout`, fate(outgoing));
  if (failure?.kind !== "http")
    return new SyncError("retry", `${vendor}.unreachable`, fate(outgoing));
  const { retryAfterMs } = failure;
  return new SyncError(
    "retry",
    `${vendor}.rate_limited`,
    retryAfterMs === undefined ? {} : { retryAfterMs },
  );
}
