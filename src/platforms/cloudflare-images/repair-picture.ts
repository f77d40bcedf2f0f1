/**
 * Makes pictures anew by Cloudflare Images, beside the Worker and not in its memory. It turns what a camera held on its
 * side by itself, takes the first picture of a moving one, and mixes colours as screens do.
 * https://developers.cloudflare.com/images/transform-images/bindings/
 */
import { SyncError } from "../../domain/errors/sync-error";
import type { PictureRemedy } from "../../domain/listings/plan-picture";

export type RepairPicture = (bytes: Uint8Array, remedy: PictureRemedy) => Promise<Uint8Array>;

const QUALITY = 90;

/**
 * Throws SyncError("merchant", "listing.image_unreadable") for what is no whole picture, and
 * SyncError("retry", "listing.image_not_repaired") where the service does not do it now.
 */
export const repairingBy =
  (images: ImagesBinding): RepairPicture =>
  async (bytes, { width, height, format }) => {
    // Handed on as they are: a copy of the largest would fill half of a Worker's memory.
    const source = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(bytes);
        controller.close();
      },
    });
    try {
      const made = await images
        .input(source)
        .transform({ width, height, fit: "pad", background: "#ffffff" })
        .output({ format, quality: QUALITY, anim: false });
      return new Uint8Array(await made.response().arrayBuffer());
    } catch (caught) {
      throw toError(caught);
    }
  };

/** Too large, no picture, of too many pixels, of another kind, damaged: it is the picture and not the service. */
const OF_PICTURE: readonly unknown[] = [9402, 9412, 9413, 9520, 9523];
/** The account's pictures of this month are used up, or its plan knows no such service. */
const NOT_SERVED: readonly unknown[] = [9422, 9432];

function toError(caught: unknown): SyncError {
  const { code = 0 } = (caught ?? {}) as Partial<ImagesError>;
  if (OF_PICTURE.includes(code))
    return new SyncError("merchant", "listing.image_unreadable", { code });
  const remedy = NOT_SERVED.includes(code) ? "merchant" : "retry";
  return new SyncError(remedy, "listing.image_not_repaired", { code }, { cause: caught });
}
