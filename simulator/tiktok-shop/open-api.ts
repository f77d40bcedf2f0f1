// Answers one request to the Open API or the token host: faults, gateway, envelope, log of calls.
import { recordCall } from "../calls";
import { disturbedAnswer, spoilsAnswer } from "../disturb";
import { takeFault, type Fault } from "../faults";
import { nextNumber, type Context } from "./context";
import { ApiError, failure, gatewayError, toResponse, type Outcome } from "./envelope";
import { answerCall, type RawCall } from "./gateway";
import { ROUTES } from "./routes";
import { answerTokenHost, isTokenPath } from "./tokens/token-host";

/** Answers one call, with the fault that the control API planted for it. */
export async function answerOpenApi(context: Context, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const path = url.pathname + url.search;
  const fault = takeFault(context.storage, "tiktok-shop", request.method, path);
  if (!fault) return answer(context, request, url);
  const { signal } = request;
  const effect = spoilsAnswer(fault) ? await answer(context, request, url) : undefined;
  const spoilt =
    ownFault(context, fault) ?? (await disturbedAnswer(fault, signal, bareAnswer)) ?? effect;
  const shown = spoilt ?? bareAnswer(500);
  if (!effect) logCall(context, request, url, shown.status);
  return shown;
}

function logCall(
  context: Context,
  request: Request,
  url: URL,
  status: number,
  code?: number,
): void {
  recordCall(context.storage, {
    side: "tiktok-shop",
    at: context.clock.now(),
    method: request.method,
    path: url.pathname,
    status,
    ...(code === undefined ? {} : { code }),
  });
}

async function answer(context: Context, request: Request, url: URL): Promise<Response> {
  const outcome = isTokenPath(url.pathname)
    ? answerTokenHost(context, request.method, url)
    : await gatedOutcome(context, request, url);
  return respond(context, request, url, outcome);
}

function respond(context: Context, request: Request, url: URL, outcome: Outcome): Response {
  const number = String(nextNumber(context)).padStart(6, "0");
  const requestId = `${Math.floor(context.clock.now() / 1000)}010240115113${number}`;
  const response = toResponse(outcome, requestId, context.switches());
  logCall(context, request, url, response.status, outcome.code);
  return response;
}

async function gatedOutcome(context: Context, request: Request, url: URL): Promise<Outcome> {
  const call: RawCall = {
    method: request.method,
    url,
    contentType: request.headers.get("content-type") ?? "",
    accessToken: request.headers.get("x-tts-access-token"),
    bytes: new Uint8Array(await request.arrayBuffer()),
  };
  try {
    return await answerCall(context, ROUTES, call);
  } catch (error) {
    if (error instanceof ApiError) return failure(error);
    throw error;
  }
}

const envelope = (context: Context, code: number, message: string): Response =>
  toResponse(failure(gatewayError(code, message)), "fault", context.switches());

/** The answers to faults that only this platform has. */
function ownFault(context: Context, fault: Fault): Response | undefined {
  if (fault.kind === "token-expired")
    return envelope(context, 105002, "Expired credentials. The access token has expired.");
  if (fault.kind === "token-revoked")
    return envelope(context, 105001, "Access token is de-authorized.");
  if (fault.kind !== "rate-limit") return undefined;
  const limited = envelope(context, 36009002, "Too many requests.");
  if (fault.retryAfterSeconds !== undefined)
    limited.headers.set("retry-after", String(fault.retryAfterSeconds));
  return limited;
}

/** A failed status in the envelope, as an overloaded gateway answers. */
function bareAnswer(status: number): Response {
  const code = status === 504 ? 36009007 : 36009003;
  const message = "Internal error. Please try again.";
  return Response.json({ code, data: null, message, request_id: "fault" }, { status });
}
