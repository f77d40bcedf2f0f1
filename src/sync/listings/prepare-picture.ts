/** A picture of the store as it goes to the channel: as it is, or made anew. */
import type { Reason } from "../../domain/errors/reason";
import { asSyncError } from "../../domain/errors/sync-error";
import { imageKind } from "../../domain/listings/image-kind";
import { pictureFacts } from "../../domain/listings/picture-facts";
import {
  MAX_PICTURE_BYTES,
  planPicture,
  type PictureFault,
  type PictureRemedy,
} from "../../domain/listings/plan-picture";

export interface PreparePictureDeps {
  /** Absent: this Weft makes no pictures anew. Throws SyncError as `RepairPicture`. */
  repairPicture?: (bytes: Uint8Array, remedy: PictureRemedy) => Promise<Uint8Array>;
}

export interface PreparedPicture {
  bytes: Uint8Array;
  extension: string;
  /** What was wrong with it and is repaired. */
  repaired: readonly PictureFault[];
}

/** What cannot be sent is a reason with the picture's address; throws SyncError("retry") for a passing fault. */
export async function preparePicture(
  { repairPicture }: PreparePictureDeps,
  url: string,
  bytes: Uint8Array,
): Promise<PreparedPicture | { reason: Reason }> {
  const facts = pictureFacts(bytes);
  const plan = facts && planPicture(facts);
  if (plan?.act === "refuse") {
    const { width, height } = facts ?? {};
    return { reason: { code: plan.code, facts: { url, width, height } } };
  }
  // The header is damaged, or nothing is wrong: the channel judges.
  if (plan?.act !== "repair" || !repairPicture) return asItIs(url, bytes);
  try {
    const made = await repairPicture(bytes, plan.remedy);
    const extension = plan.remedy.format === "image/png" ? "png" : "jpg";
    if (made.byteLength <= MAX_PICTURE_BYTES)
      return { bytes: made, extension, repaired: plan.remedy.faults };
    return plan.mayGoAsIs ? asItIs(url, bytes) : tooLarge(url);
  } catch (caught) {
    if (plan.mayGoAsIs) return asItIs(url, bytes);
    const error = asSyncError(caught);
    if (error.remedy !== "merchant") throw error;
    return { reason: { code: error.code, facts: { ...error.facts, url } } };
  }
}

function asItIs(url: string, bytes: Uint8Array): PreparedPicture | { reason: Reason } {
  const kind = imageKind(bytes);
  if (!kind) return { reason: { code: "listing.image_unsupported", facts: { url } } };
  if (bytes.byteLength > MAX_PICTURE_BYTES) return tooLarge(url);
  return { bytes, extension: kind.extension, repaired: [] };
}

const tooLarge = (url: string) => ({
  reason: { code: "listing.image_too_large", facts: { url, limit: MAX_PICTURE_BYTES } },
});
