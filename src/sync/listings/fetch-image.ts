import type { Reason } from "../../domain/errors/reason";
import { asSyncError, SyncError } from "../../domain/errors/sync-error";
import type { Facts } from "../../domain/facts";

/** Three pictures are handled at once, and each takes a Worker some three times its size while it is made anew. */
const MAX_BYTES = 12 * 1024 * 1024;
/** Space for most pictures whose length is not announced. */
const FIRST_BYTES = 1024 * 1024;

export interface FetchImageDeps {
  /** Refuses hosts that are not public. */
  fetch(request: Request): Promise<Response>;
  /** A signal that aborts after `ms`. */
  deadline(ms: number): AbortSignal;
  timeoutMs: number;
}

/**
 * Downloads a product picture: no redirects, 12 MB at most. What the merchant must repair is a
 * reason; a passing fault throws SyncError("retry").
 */
export async function fetchImage(
  deps: FetchImageDeps,
  url: string,
): Promise<{ bytes: Uint8Array<ArrayBuffer> } | { reason: Reason }> {
  const unreadable = (facts: Facts) => ({
    reason: { code: "listing.image_unreadable", facts: { url, ...facts } },
  });
  if (!URL.canParse(url)) return unreadable({});
  const signal = deps.deadline(deps.timeoutMs);
  try {
    const response = await deps.fetch(new Request(url, { redirect: "manual", signal }));
    if (response.status === 429 || response.status >= 500)
      throw new SyncError("retry", "listing.image_unavailable", { url, status: response.status });
    if (response.status !== 200) return unreadable({ status: response.status });
    const bytes = await readCapped(response);
    if (!bytes)
      return { reason: { code: "listing.image_too_large", facts: { url, limit: MAX_BYTES } } };
    return { bytes };
  } catch (caught) {
    const error = asSyncError(caught);
    if (error.remedy === "merchant") return unreadable({ code: error.code });
    if (error.code === "listing.image_unavailable") throw error;
    throw new SyncError("retry", "listing.image_unavailable", { url }, { cause: caught });
  }
}

/**
 * Undefined as soon as the picture is known to be too large; the rest is not read. Space is taken once for the length that
 * is announced, since a Worker's memory does not hold the largest of them twice.
 */
async function readCapped(response: Response): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array();
  const announced = Number(response.headers.get("content-length") ?? 0);
  let held = new Uint8Array(Math.min(announced || FIRST_BYTES, MAX_BYTES));
  let size = 0;
  const isTooLong = announced > MAX_BYTES;
  for (let part = isTooLong ? null : await reader.read(); !part?.done; part = await reader.read()) {
    const length = size + (part?.value.byteLength ?? 0);
    if (!part || length > MAX_BYTES) {
      // Not awaited: an endless body would block the next picture.
      reader.cancel().catch(() => undefined);
      return undefined;
    }
    if (length > held.byteLength) held = grown(held, length);
    held.set(part.value, size);
    size = length;
  }
  return held.subarray(0, size);
}

/** Twice as long, or as long as is needed. */
function grown(held: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const longer = new Uint8Array(Math.min(Math.max(2 * held.byteLength, length), MAX_BYTES));
  longer.set(held);
  return longer;
}
