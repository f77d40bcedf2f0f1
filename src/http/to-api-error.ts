import { isNotFound } from "../domain/errors/classify-code";
import { asSyncError, type Remedy } from "../domain/errors/sync-error";
import type { ApiError } from "../contract/common";

type Status = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503;

const BY_REMEDY: Readonly<Record<Remedy, Status>> = {
  merchant: 422,
  retry: 503,
  reconnect: 409,
  defect: 500,
};

const BY_CODE: Readonly<Record<string, Status>> = {
  "auth.unauthenticated": 401,
  "auth.forbidden": 403,
  "auth.no_account": 403,
  "auth.proof_required": 403,
  "auth.code_required": 403,
  "auth.code_wrong": 403,
  "pairing.code_invalid": 401,
  "pairing.signature_wrong": 401,
  "request.forbidden_origin": 403,
  "request.forbidden_host": 403,
  "request.not_json": 400,
  "request.rate_limited": 429,
  "request.too_large": 413,
  "request.unsupported_type": 415,
  "auth.too_many_tries": 429,
  "check.too_often": 429,
  "connection.name_taken": 409,
  "invitation.member_elsewhere": 409,
  "mail.not_configured": 503,
  "person.last_owner": 409,
  "person.member_already": 409,
  "settings.changed_meanwhile": 409,
  "channel.shop_taken": 409,
  "task.not_unconfirmed": 409,
};

/** What a caller reads about a failure; the inside of a defect stays in the log. */
export function toApiError(
  caught: unknown,
  requestId: string,
): { status: Status; body: ApiError; retryAfterMs?: number } {
  const { remedy, code, facts, conflict } = asSyncError(caught);
  const status = BY_CODE[code] ?? (isNotFound(code) ? 404 : BY_REMEDY[remedy]);
  const shown = remedy === "defect" ? { requestId } : { ...facts };
  const wait = facts.retryAfterMs === undefined ? {} : { retryAfterMs: facts.retryAfterMs };
  return {
    status,
    body: { error: { code, facts: shown }, ...(conflict && { conflict }) },
    ...wait,
  };
}
