/**
 * One call to the Open API: signed afresh for each try on the raw bytes, answered from its
 * envelope. It does not know what any call means.
 */
import * as z from "zod";
import { SyncError } from "../../domain/errors/sync-error";
import type { ChannelApp, ChannelShop } from "../channel";
import type { Written } from "../http/note-write";
import { readRetryAfter, send, type Answer } from "../http/send";
import type { Failure } from "../http/retry-delay";
import type { PlatformDeps } from "../deps";
import { knownCode } from "./error-codes";
import { toSyncError, type Envelope } from "./errors";
import { signRequest } from "./signing";

/** The shop a session speaks for. */
export type SessionShop = Pick<ChannelShop, "cipher" | "region"> &
  Partial<Pick<ChannelShop, "isCrossBorder">>;

export interface Session {
  app: ChannelApp;
  accessToken: string;
  shop: SessionShop | undefined;
  deps: PlatformDeps;
}

export interface Call {
  method: "GET" | "POST" | "PUT" | "DELETE";
  path: string;
  query?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as multipart; its body is not part of the signed text. */
  form?: () => FormData;
  /** False on the calls whose gateway refuses a shop_cipher (36009004). */
  needsShop?: boolean;
  /** True when a second sending does no harm. Reads are. */
  replaySafe?: boolean;
}

const EnvelopeShape = z.object({
  code: z.number(),
  message: z.string().nullish(),
  request_id: z.string().nullish(),
  data: z.unknown().optional(),
});

/**
 * Sends the call and parses `data` with `shape`. Throws SyncError: by the envelope's code first,
 * by the status second; SyncError("defect", "tiktok.unexpected_shape") for an answer that code 0
 * promised and the shape does not fit.
 */
export async function request<T>(session: Session, call: Call, shape: z.ZodType<T>): Promise<T> {
  // Ids become part of the path; one that is no plain word could turn the call into another one.
  if (!/^(\/[\w-]+)+$/.test(call.path)) throw new SyncError("defect", "tiktok.id_invalid");
  const replaySafe = call.replaySafe ?? call.method === "GET";
  const now = session.deps.now();
  const answer = await send(session.deps, {
    build: () => buildRequest(session, call),
    replaySafe,
    vendor: "tiktok",
    readFailure: (received) => readFailure(received, now),
    ...(isWrite(call) && { write: toWritten(call) }),
  });
  return readAnswer(answer, { path: call.path, replaySafe, now }, shape);
}

/** Reads by POST end so, and files are nobody's until a listing names them. */
const READ_BY_POST = /\/(?:search|recommend|listing_check|upload)$/;

const isWrite = ({ method, path }: Call) => method !== "GET" && !READ_BY_POST.test(path);

const toWritten = ({ method, path, body }: Call): Written => ({
  side: "channel",
  method,
  path,
  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  outcomeOf(answer) {
    const code = readEnvelope(answer)?.code;
    return { outcome: String(code ?? answer.status), isFailed: code !== 0 };
  },
});

/** `data` of an answer, or the SyncError its envelope or, without one, its status stands for. */
export function readAnswer<T>(
  answer: Answer,
  call: { path: string; replaySafe: boolean; now: number },
  shape: z.ZodType<T>,
): T {
  const envelope = readEnvelope(answer);
  if (!envelope)
    throw new SyncError(
      "retry",
      answer.status >= 500 ? "tiktok.unavailable" : "tiktok.unreadable",
      {
        status: answer.status,
        ...(call.replaySafe ? {} : { maybeApplied: true }),
      },
    );
  if (envelope.code !== 0)
    throw toSyncError(envelope, call, readRetryAfter(answer.headers, call.now));
  return parseShape(shape, envelope.data ?? {}, call.path);
}

/**
 * Parses or throws SyncError("defect", "tiktok.unexpected_shape") that names the first bad field.
 */
export function parseShape<T>(shape: z.ZodType<T>, data: unknown, where: string): T {
  const parsed = shape.safeParse(data);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new SyncError("defect", "tiktok.unexpected_shape", {
    where,
    field: issue?.path.join(".") ?? "",
    problem: issue?.message ?? "",
  });
}

/** The failures worth another try, found in the envelope whatever the status says. */
export function readFailure(answer: Answer, now: number): Failure | undefined {
  const code = readEnvelope(answer)?.code;
  const wait = readRetryAfter(answer.headers, now);
  if (answer.status === 429 || code === 36009002) return { kind: "http", status: 429, ...wait };
  const isServerFault = code !== undefined && knownCode(code)?.code === "tiktok.unavailable";
  if (isServerFault || (code === undefined && answer.status >= 500))
    return { kind: "http", status: Math.max(answer.status, 500), ...wait };
  return undefined;
}

function readEnvelope(answer: Answer): Envelope | undefined {
  const parsed = EnvelopeShape.safeParse(parseJson(answer.text()));
  if (!parsed.success) return undefined;
  const { code, message, request_id, data } = parsed.data;
  return { code, message: message ?? "", requestId: request_id ?? "", data };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function buildRequest(session: Session, call: Call): Promise<Request> {
  const { app, deps } = session;
  const query: Record<string, string> = {
    ...call.query,
    app_key: app.appKey,
    timestamp: String(Math.floor(deps.now() / 1000)),
    ...(call.needsShop === false ? {} : { shop_cipher: cipherOf(session) }),
  };
  const body =
    call.body === undefined ? undefined : new TextEncoder().encode(JSON.stringify(call.body));
  const sign = await signRequest(app.appSecret, {
    path: call.path,
    query,
    ...(body ? { body } : {}),
  });
  const headers: Record<string, string> = { "x-tts-access-token": session.accessToken };
  if (!call.form) headers["content-type"] = "application/json";
  return new Request(`${app.apiBase}${call.path}?${new URLSearchParams({ ...query, sign })}`, {
    method: call.method,
    headers,
    ...(call.form ? { body: call.form() } : body ? { body } : {}),
  });
}

function cipherOf({ shop }: Session): string {
  if (!shop) throw new SyncError("defect", "tiktok.shop_not_chosen");
  return shop.cipher;
}
