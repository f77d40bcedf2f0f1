import type { Facts } from "../../domain/facts";
import { SyncError, type Remedy } from "../../domain/errors/sync-error";
import type { ItemFailure } from "../channel";
import { knownCode } from "./error-codes";

/** What every answer of the platform is wrapped in; `data` is null, {} or missing on errors. */
export interface Envelope {
  code: number;
  message: string;
  requestId: string;
  data: unknown;
}

/** The failure of one item of a batch, in our words. */
export type ItemError = ItemFailure;

const MAX_MESSAGE_CHARS = 500;
/**
 * A number that nobody has met yet says neither who must act nor whether it passes: it is tried
 * again before anybody is asked to act.
 */
const UNKNOWN = "tiktok.refused";

/**
 * The SyncError of an envelope whose code is not 0. Unknown codes become `tiktok.refused` (or
 * `tiktok.gateway_refused`) and keep the platform's own text, number and request id.
 */
export function toSyncError(
  envelope: Envelope,
  call: { replaySafe: boolean },
  extra: Facts = {},
): SyncError {
  const { code, remedy } = classify(envelope);
  const unclear =
    (code === "tiktok.unavailable" && !call.replaySafe) || code === "tiktok.external_id_taken";
  return new SyncError(remedy, code, {
    vendorCode: String(envelope.code),
    message: envelope.message.slice(0, MAX_MESSAGE_CHARS),
    requestId: envelope.requestId,
    ...(code === UNKNOWN ? { mayPass: true } : {}),
    ...(unclear ? { maybeApplied: true } : {}),
    ...extra,
  });
}

function classify({ code, message }: Envelope): { code: string; remedy: Remedy } {
  if (code === 36009004) return gatewayFault(message);
  const known = knownCode(code);
  if (known) return known;
  const isGateway = code >= 36_009_000 && code <= 36_009_999;
  return isGateway
    ? { code: "tiktok.gateway_refused", remedy: "defect" }
    : { code: UNKNOWN, remedy: "merchant" };
}

/** 36009004 covers ten gateway faults; only the words of its message tell them apart. */
function gatewayFault(message: string): { code: string; remedy: Remedy } {
  const text = message.toLowerCase();
  if (text.includes("timestamp")) return { code: "tiktok.timestamp_refused", remedy: "retry" };
  if (text.includes("access-token") || text.includes("access_token"))
    return { code: "tiktok.token_invalid", remedy: "reconnect" };
  if (text.includes("app_key")) return { code: "tiktok.app_key_refused", remedy: "defect" };
  if (text.includes("cipher")) return { code: "tiktok.cipher_refused", remedy: "defect" };
  return { code: "tiktok.gateway_refused", remedy: "defect" };
}

/** Our stable code for the failure of one item: the most precise number it carries. */
export function toItemError(number: number, message: string): ItemError {
  const { code, remedy } = knownCode(number) ?? { code: UNKNOWN, remedy: "merchant" };
  const passes = code === UNKNOWN ? { mayPass: true } : {};
  return { code, remedy, message: `${message} (${number})`, ...passes };
}
