import type { Switches } from "./switches";

/** Refuses a call with a code of the platform. */
export class ApiError extends Error {
  constructor(
    readonly code: number,
    message: string,
    readonly data: unknown = null,
  ) {
    super(message);
  }
}

/** The result of a call, before it is serialised. */
export interface Outcome {
  code: number;
  message: string;
  data: unknown;
}

export const success = (data: unknown): Outcome => ({ code: 0, message: "Success", data });

export const failure = (error: ApiError): Outcome => ({
  code: error.code,
  message: error.message,
  data: error.data,
});

const POINTER = " For more details: https://partner.tiktokshop.com/docv2/page/common-errors";

/** A refusal by the gateway; its message ends with a link to the documentation. */
export const gatewayError = (code: number, message: string): ApiError =>
  new ApiError(code, message + POINTER);

const GATEWAY_STATUS: Readonly<Record<number, number>> = {
  36009004: 400,
  106001: 401,
  105001: 401,
  105002: 401,
  105005: 401,
  106013: 400,
  101000: 401,
  36009002: 429,
  36009003: 500,
  36009007: 504,
  36009009: 404,
  36009010: 405,
  36009021: 400,
  36009022: 400,
  36009023: 400,
  36009033: 403,
  36009037: 429,
  36009043: 401,
  36009044: 401,
};

/** HTTP status of a code: the switch, then the gateway table, else 200 as for business errors. */
export function statusOf(code: number, switches: Switches): number {
  return switches.statusByCode[String(code)] ?? GATEWAY_STATUS[code] ?? 200;
}

/** The response of a call: its result in the envelope of the Open API. */
export function toResponse(outcome: Outcome, requestId: string, switches: Switches): Response {
  const body = { code: outcome.code, data: outcome.data, message: outcome.message };
  return new Response(JSON.stringify({ ...body, request_id: requestId }), {
    status: statusOf(outcome.code, switches),
    headers: { "content-type": "application/json; charset=utf-8", "x-tt-logid": requestId },
  });
}
