// The envelope of every answer: status, type, and the headers the webservice adds.

export interface Answer {
  status: number;
  body: string | Uint8Array<ArrayBuffer>;
  contentType?: string;
  headers?: Record<string, string>;
}

export const HTML = "text/html; charset=utf-8";
export const JSON_TYPE = "application/json";
export const XML_TYPE = "text/xml;charset=utf-8";

const hex = (bytes: ArrayBuffer) =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

async function sha1(body: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  return hex(await crypto.subtle.digest("SHA-1", bytes));
}

/** Turns an answer into a response; `Local-Content-Sha1` of the same content gives 304. */
export async function toResponse(answer: Answer, request: Request): Promise<Response> {
  const headers = new Headers(answer.headers);
  if (answer.contentType) headers.set("content-type", answer.contentType);
  let { status } = answer;
  if (headers.has("psws-version")) {
    const digest = await sha1(answer.body);
    headers.set("content-sha1", digest);
    headers.set("execution-time", "0.010");
    if (request.headers.get("local-content-sha1") === digest) status = 304;
  }
  const isBare = answer.body === "" || request.method === "HEAD" || status === 304;
  const response = new Response(isBare ? null : answer.body, { status, headers });
  if (!answer.contentType) response.headers.delete("content-type");
  return response;
}
