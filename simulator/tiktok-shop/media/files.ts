import { nextId, type Context } from "../context";
import { ApiError } from "../envelope";
import { sellerRoute, type ApiRequest, type Route } from "../request";

/** An uploaded document or film. */
export interface StoredFile {
  id: string;
  name: string;
  format: string;
}

/** One dot only, no spaces, no symbol in front. */
const NAME = /^[\p{L}\p{N}][^\s.]*\.\w+$/u;
const PDF_BYTES = 20 * 1024 * 1024;
const VIDEO_BYTES = 100 * 1024 * 1024;

const startsWith = (bytes: Uint8Array, marker: string, offset = 0) =>
  String.fromCharCode(...bytes.subarray(offset, offset + marker.length)) === marker;

function formatOf(bytes: Uint8Array): "PDF" | "MP4" | undefined {
  if (startsWith(bytes, "%PDF-")) return "PDF";
  return startsWith(bytes, "ftyp", 4) ? "MP4" : undefined;
}

function uploadFile(context: Context, request: ApiRequest): unknown {
  const name = request.texts["name"] ?? "";
  if (name === "") throw new ApiError(12019104, "The file name is empty.");
  const bytes = request.files["data"]?.bytes ?? new Uint8Array();
  if (bytes.length === 0) throw new ApiError(12019103, "Couldn't upload file, the file is empty.");
  const format = formatOf(bytes);
  if (!format || !NAME.test(name) || !name.toUpperCase().endsWith(`.${format}`))
    throw new ApiError(
      12019105,
      "Failed to process the file. The format or content is not supported.",
    );
  if (bytes.length > (format === "PDF" ? PDF_BYTES : VIDEO_BYTES))
    throw new ApiError(12038005, "The file size exceeds the maximum allowed size.");
  const file: StoredFile = { id: nextId(context, "file"), name, format };
  context.storage.put("tts:file", file.id, file);
  return { ...file, url: `${context.settings().origin}/files/${file.id}` };
}

export const fileRoutes: readonly Route[] = [
  sellerRoute("POST", "/product/202309/files/upload", "seller.product.basic", uploadFile, true),
];
