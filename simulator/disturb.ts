import { hold, type Fault } from "./faults";

const HOLD_MS = 60_000;
const HTML = "<!doctype html><html><body><h1>502 Bad Gateway</h1></body></html>";

/** Whether a call has its effect in spite of the fault, which changes the answer alone. */
export const spoilsAnswer = (fault: Fault): boolean =>
  fault.kind === "delay" || fault.when === "after";

/**
 * The answer of a call with a fault: HTML, a late answer, or a bare status. `body` makes the
 * answer of a bare status; a delay waits and returns undefined.
 */
export async function disturbedAnswer(
  fault: Fault,
  signal: AbortSignal,
  body: (status: number) => Response,
): Promise<Response | undefined> {
  if (fault.kind === "delay") {
    await hold(fault.holdMs ?? 0, signal);
    return undefined;
  }
  if (fault.kind === "html")
    return new Response(HTML, {
      status: fault.status ?? 200,
      headers: { "content-type": "text/html; charset=utf-8" },
    });
  if (fault.kind === "timeout") {
    await hold(fault.holdMs ?? HOLD_MS, signal);
    return body(504);
  }
  return body(fault.status ?? (fault.kind === "rate-limit" ? 429 : 500));
}
