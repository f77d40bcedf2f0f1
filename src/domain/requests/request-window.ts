/** A shop's budget of requests in any sixty seconds, counted exactly. Pure. */

export interface RequestWindow {
  /** Requests granted in seconds of the last minute, oldest first; a second is epoch ms / 1000. */
  granted: readonly { second: number; count: number }[];
  /** Epoch ms until which the shop asked for silence; 0 = never. */
  blockedUntil: number;
}

export const NO_REQUESTS: RequestWindow = { granted: [], blockedUntil: 0 };

const WINDOW_SECONDS = 60;

/** Requests granted in the minute before `now`. */
export function usedRequests(window: RequestWindow, now: number): number {
  return recent(window, now).reduce((sum, { count }) => sum + count, 0);
}

/**
 * Grants up to `wanted` requests so that no minute holds more than `perMinute`. `waitMs` says, when
 * nothing was granted, how long until at least one is free.
 */
export function takeRequests(
  window: RequestWindow,
  perMinute: number,
  wanted: number,
  now: number,
): { next: RequestWindow; granted: number; waitMs: number } {
  const kept = recent(window, now);
  const still = { ...window, granted: kept };
  if (wanted <= 0) return { next: still, granted: 0, waitMs: 0 };
  if (window.blockedUntil > now)
    return { next: still, granted: 0, waitMs: window.blockedUntil - now };
  const used = kept.reduce((sum, { count }) => sum + count, 0);
  const granted = Math.max(0, Math.min(Math.trunc(wanted), perMinute - used));
  if (granted === 0)
    return { next: still, granted, waitMs: untilFree(kept, used - perMinute, now) };
  const second = secondOf(now);
  const last = kept.at(-1);
  const counts =
    last && last.second >= second
      ? [...kept.slice(0, -1), { second: last.second, count: last.count + granted }]
      : [...kept, { second, count: granted }];
  return { next: { ...window, granted: counts }, granted, waitMs: 0 };
}

/** Milliseconds until `wanted` requests fit into the window together; 0: now. */
export function waitForSlot(
  window: RequestWindow,
  perMinute: number,
  wanted: number,
  now: number,
): number {
  if (window.blockedUntil > now) return window.blockedUntil - now;
  const surplus = usedRequests(window, now) + wanted - perMinute;
  return surplus <= 0 ? 0 : untilFree(recent(window, now), surplus - 1, now);
}

/** The shop said "too many": nothing goes out before `until`. */
export function blockRequests(window: RequestWindow, until: number): RequestWindow {
  return { ...window, blockedUntil: Math.max(window.blockedUntil, until) };
}

/** A person ended the silence: requests go out again within the limit. */
export function unblockRequests(window: RequestWindow): RequestWindow {
  return { ...window, blockedUntil: 0 };
}

/** Until so many have left the window that fewer than the limit remain in it. */
function untilFree(kept: RequestWindow["granted"], surplus: number, now: number): number {
  let left = surplus;
  for (const { second, count } of kept) {
    left -= count;
    if (left < 0) return Math.max(1, (second + WINDOW_SECONDS + 1) * 1000 - now);
  }
  return WINDOW_SECONDS * 1000;
}

/** A whole second stays in until its last moment is a minute old. */
function recent({ granted }: RequestWindow, now: number): RequestWindow["granted"] {
  return granted.filter(({ second }) => second + WINDOW_SECONDS >= secondOf(now));
}

function secondOf(now: number): number {
  return Math.floor(now / 1000);
}
