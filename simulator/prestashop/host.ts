// What the machine a store runs on does to it, whatever the store itself is set to: the web server in
// front, PHP's noise, the clock, the way out. Every trait is as a healthy host has it unless changed.
import { hold } from "../faults";
import type { Clock } from "../clock";
import type { Storage } from "../storage";
import { HTML, type Answer } from "./api/answer";

export interface Host {
  /** Nobody listens: connections are refused. */
  isDown: boolean;
  /** How much longer every answer takes. */
  latencyMs: number;
  /** A proxy answers everything with this status; null or absent: requests reach the store. */
  blockedWith?: { status: number; retryAfterSeconds?: number } | null;
  /** Without it only `webservice/dispatcher.php` leads to the webservice. */
  hasRewriting: boolean;
  /** Some CGI hosts hide the Authorization header from PHP. */
  dropsAuthorization: boolean;
  /** Printed by PHP before every good answer of the webservice, e.g. a notice in HTML. */
  noise: string;
  /** How far the clock is ahead of everybody's. */
  clockSkewMs: number;
  /** No request gets out: events reach nobody. */
  isOutgoingBlocked: boolean;
}

const HEALTHY: Host = {
  isDown: false,
  latencyMs: 0,
  hasRewriting: true,
  dropsAuthorization: false,
  noise: "",
  clockSkewMs: 0,
  isOutgoingBlocked: false,
};

/** Why a request to a host that is down fails, as a client sees it. */
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

/** The clock of the host: everybody's, as far off as it is set. */
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
 * What happens to a request before PrestaShop sees it; undefined: it gets through. Throws
 * ConnectionRefused when nobody listens.
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

/** An answer of the webservice as PHP lets it out. */
export function withNoise(host: Host, answer: Answer): Answer {
  if (host.noise === "" || answer.status >= 300 || typeof answer.body !== "string") return answer;
  return { ...answer, body: host.noise + answer.body };
}
