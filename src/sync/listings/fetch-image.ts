import type { Reason } from "../../domain/errors/reason";
import { asSyncError, SyncError } from "../../domain/errors/sync-error";
import type { Facts } from "../../domain/facts";

/** A Worker holds a picture of this size, and what is made of it, at once. */
const MAX_BYTES = 30 * 1024 * 1024;

export interface FetchImageDeps {
  /** Refuses hosts that are not public. */
  fetch(request: Request): Promise<Response>;
  /** A signal that aborts after `ms`. */
  deadline(ms: number): AbortSignal;
  timeoutMs: number;
}

/**
 * Downloads a product picture: no redirects, 30 MB at most. What the merchant must repair is a
 * reason; a passing fault throws SyncError("retry").
 */
export async function fetchImage(
  deps: FetchImageDeps,
  url: string,
): Promise<{ bytes: Uint8Array } | { reason: Reason }> {
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

/** Undefined as soon as the picture is known to be too large; the rest is not read. */
async function readCapped(response: Response): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const isTooLong = Number(response.headers.get("content-length") ?? 0) > MAX_BYTES;
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array();
  for (let part = isTooLong ? null : await reader.read(); !part?.done; part = await reader.read()) {
    size += part?.value.byteLength ?? 0;
    if (!part || size > MAX_BYTES) {
      // Not awaited: an endless body would block the next picture.
      reader.cancel().catch(() => undefined);
      return undefined;
    }
    chunks.push(part.value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
