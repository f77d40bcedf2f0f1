import { hold, type Fault } from "./faults";

const HOLD_MS = 60_000;
const HTML = "<!doctype html><html><body><h1>502 Bad Gateway</h1></body></html>";

/** Whether a fault lets the call have its effect and only spoils the answer. */
export const spoilsAnswer = (fault: Fault): boolean =>
  fault.kind === "delay" || fault.when === "after";

/**
 * The answer of a disturbed call: HTML, a held back one, or a bare status. `body` makes the body
 * of a bare status; a delay waits and has no answer of its own.
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
