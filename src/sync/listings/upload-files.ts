/** Files that a merchant adds to a listing: recognised by their bytes, kept by the channel. */
import { imageKind, type ImageKind } from "../../domain/listings/image-kind";
import { pictureFacts } from "../../domain/listings/picture-facts";
import { SyncError } from "../../domain/errors/sync-error";
import type { CertificateFile } from "../../domain/listings/listing-details";
import { fromBase64 } from "../../lib/base64";
import { sha256Bytes } from "../../lib/sha256-bytes";
import type { ChannelSession } from "../../platforms/channel";

/** The channel's minimum for the shorter side of a size chart, in pixels. */
const MIN_SIDE = 1024;
const MAX_CERTIFICATE_BYTES = 10 * 1024 * 1024;

/** What whoever examines papers can open; as the form takes them. */
const PAPER_PICTURES: readonly ImageKind["extension"][] = ["jpg", "png"];

const isPdf = (bytes: Uint8Array) => String.fromCharCode(...bytes.subarray(0, 5)) === "%PDF-";

/** A file as a page sends it. */
export interface SentFile {
  fileName: string;
  base64: string;
}

/**
 * Uploads a PNG or JPEG as a size chart and answers what the channel calls it. SyncError merchant
 * `size_chart.invalid`, `size_chart.too_small`.
 */
export async function uploadSizeChart(
  deps: { openChannel(): Promise<Pick<ChannelSession, "uploadImage">> },
  { base64, fileName }: SentFile,
): Promise<{ uri: string }> {
  const bytes = toBytes(base64);
  const kind = imageKind(bytes);
  const size = pictureFacts(bytes);
  if (!kind || !size || !PAPER_PICTURES.includes(kind.extension))
    throw new SyncError("merchant", "size_chart.invalid", { fileName });
  const { width, height } = size;
  if (Math.min(width, height) < MIN_SIDE)
    throw new SyncError("merchant", "size_chart.too_small", { width, height, minimum: MIN_SIDE });
  const channel = await deps.openChannel();
  const { uri } = await channel.uploadImage(bytes, await nameOf(bytes, kind), "size_chart");
  return { uri };
}

/**
 * Uploads a PDF, PNG or JPEG that proves something. SyncError merchant `request.too_large`,
 * `certificate.invalid`.
 */
export async function uploadCertificate(
  deps: { openChannel(): Promise<Pick<ChannelSession, "uploadCertificate">> },
  { base64, fileName }: SentFile,
): Promise<CertificateFile> {
  const bytes = toBytes(base64);
  if (bytes.length > MAX_CERTIFICATE_BYTES)
    throw new SyncError("merchant", "request.too_large", { limit: MAX_CERTIFICATE_BYTES });
  const kind = imageKind(bytes);
  if (!isPdf(bytes) && !(kind && PAPER_PICTURES.includes(kind.extension)))
    throw new SyncError("merchant", "certificate.invalid", { fileName });
  const channel = await deps.openChannel();
  // The name of a PDF is how people know it again; the port makes it one that the channel takes.
  return channel.uploadCertificate(bytes, kind ? await nameOf(bytes, kind) : fileName);
}

/** Named by its bytes: the merchant's file name may hold anything. */
async function nameOf(bytes: Uint8Array<ArrayBuffer>, { extension }: { extension: string }) {
  return `${(await sha256Bytes(bytes)).slice(0, 16)}.${extension}`;
}

/** No bytes where the text is not base64. */
function toBytes(base64: string): Uint8Array<ArrayBuffer> {
  try {
    return fromBase64(base64);
  } catch {
    return new Uint8Array();
  }
}
