// The host of a store, apart from the store's own settings: web server, PHP's output, clock and
// outgoing requests. Every trait is that of a healthy host unless it is changed.
import { hold } from "../faults";
import type { Clock } from "../clock";
import type { Storage } from "../storage";
import { HTML, type Answer } from "./api/answer";

export interface Host {
  /** Nobody listens: connections are refused. */
  isDown: boolean;
  /** The delay of every answer. */
  latencyMs: number;
  /** A proxy answers everything with this status; null or absent: requests reach the store. */
  blockedWith?: { status: number; retryAfterSeconds?: number } | null;
  /** Without it only `webservice/dispatcher.php` leads to the webservice. */
  hasRewriting: boolean;
  /** Some CGI hosts hide the Authorization header from PHP. */
  dropsAuthorization: boolean;
  /** Printed by PHP before every good answer of the webservice, e.g. a notice in HTML. */
  noise: string;
  /** PHP's output goes out at once: behind noise the module can send no header any more. */
  isUnbuffered: boolean;
  /** How far the host's clock is ahead of the world's. */
  clockSkewMs: number;
  /** Outgoing requests fail: events are not delivered. */
  isOutgoingBlocked: boolean;
}

const HEALTHY: Host = {
  isDown: false,
  latencyMs: 0,
  hasRewriting: true,
  dropsAuthorization: false,
  noise: "",
  isUnbuffered: false,
  clockSkewMs: 0,
  isOutgoingBlocked: false,
};

/** The error of a client whose request reaches a host that is down. */
export class ConnectionRefused extends TypeError {}

const collection = (prefix: string) => `${prefix}switch`;

export const hostOf = (storage: Storage, prefix: string): Host => ({
  ...HEALTHY,
  ...storage.get<Partial<Host>>(collection(prefix), "host"),
});

/** Changes some traits and leaves the others. */
export function changeHost(storage: Storage, prefix: string, traits: Partial<Host>): void {
  storage.put(collection(prefix), "host", { ...hostOf(storage, prefix), ...traits });
}

/** The clock of the host: the world's plus `clockSkewMs`. */
export function hostClock(clock: Clock, host: () => Host): Clock {
  return {
    now: () => clock.now() + host().clockSkewMs,
    wall: () => (clock.wall?.() ?? clock.now()) + host().clockSkewMs,
    advance: (ms) => clock.advance(ms),
  };
}

/** A request by http to a store that lives behind https is sent there, as most hosts do. */
function toHttps(url: URL, base: URL): Answer | undefined {
  if (base.protocol !== "https:" || url.protocol !== "http:" || url.host !== base.host) return;
  const location = url.href.replace(/^http:/, "https:");
  return { status: 301, body: "", contentType: HTML, headers: { location } };
}

/**
 * The host's own answer to a request; undefined when the request reaches PrestaShop. Throws
 * ConnectionRefused when the host is down.
 */
export async function throughHost(
  host: Host,
  request: Request,
  base: URL,
): Promise<Answer | undefined> {
  if (host.isDown) throw new ConnectionRefused("connection refused");
  if (host.latencyMs > 0) await hold(host.latencyMs, request.signal);
  const url = new URL(request.url);
  const { blockedWith } = host;
  if (!blockedWith) return toHttps(url, base) ?? unwritten(host, url, base);
  const { status, retryAfterSeconds } = blockedWith;
  const headers: Record<string, string> = {};
  if (retryAfterSeconds !== undefined) headers["retry-after"] = String(retryAfterSeconds);
  return { status, body: `<h1>${status}</h1>`, contentType: HTML, headers };
}

/** Without rewriting the web server looks for a folder `api`, and there is none. */
function unwritten({ hasRewriting }: Host, { pathname }: URL, base: URL): Answer | undefined {
  const folder = base.pathname.replace(/\/$/, "");
  if (hasRewriting || !/^\/api(\/|$)/.test(pathname.slice(folder.length))) return undefined;
  return { status: 404, body: "<h1>404 Not Found</h1>", contentType: HTML };
}

/**
 * The module's answer: it discards what PHP has buffered. Where that went out already, with a status
 * of 200, the lines of the module's signature follow as text.
 */
export function behindNoise(host: Host, answer: Answer): Answer {
  if (host.noise === "" || !host.isUnbuffered || typeof answer.body !== "string") return answer;
  const { headers = {} } = answer;
  const signature = headers["x-weft-signature"];
  const lines = `\nX-Weft-Timestamp: ${headers["x-weft-timestamp"]}\nX-Weft-Signature: ${signature}\n\n`;
  const head = signature ? lines : "\n";
  return { status: 200, body: host.noise + head + answer.body, contentType: HTML };
}

/** A good answer of the webservice with PHP's output in front of it. */
export function withNoise(host: Host, answer: Answer): Answer {
  if (host.noise === "" || answer.status >= 300 || typeof answer.body !== "string") return answer;
  return { ...answer, body: host.noise + answer.body };
}
