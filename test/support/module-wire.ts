/** The module's end of a signed call, written from its protocol and not from the client's code. */
import type { PlatformDeps } from "../../src/platforms/deps";
import { signatureOf } from "./module-signature";
import { RESTING_DEPS } from "./platform-deps";

export interface ReceivedCall {
  call: string;
  id: string;
  with: Record<string, unknown>;
  request: Request;
  body: string;
}

type Reply = Response | "lost";

/** An answer signed as the module signs it. */
export function signedAnswer(
  secret: string,
  body: unknown,
  status = 200,
  timestamp = "1",
): Response {
  const text = JSON.stringify(body);
  const signature = signatureOf(secret, timestamp, text);
  const headers = { "x-weft-timestamp": timestamp, "x-weft-signature": signature };
  return new Response(text, { status, headers });
}

/** Deps whose every request is one call to a module, answered by `reply`. */
export function moduleWire(reply: (call: ReceivedCall) => Reply, now = Date.UTC(2026, 10, 24)) {
  const received: ReceivedCall[] = [];
  const deps: PlatformDeps = {
    ...RESTING_DEPS,
    async fetch(request) {
      const body = await request.text();
      const call = { ...(JSON.parse(body) as ReceivedCall), request, body };
      received.push(call);
      const answer = reply(call);
      if (answer === "lost") throw new TypeError("connection lost");
      return answer;
    },
    now: () => now,
  };
  return { deps, received };
}
