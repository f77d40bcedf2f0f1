import { nextNumber, type Context } from "../context";
import { ApiError } from "../envelope";
import { sellerRoute, type ApiRequest, type Route } from "../request";
import { isOtherImage, readImageHeader, type ImageHeader } from "./image-header";

const USE_CASES = [
  "MAIN_IMAGE",
  "ATTRIBUTE_IMAGE",
  "DESCRIPTION_IMAGE",
  "CERTIFICATION_IMAGE",
  "SIZE_CHART_IMAGE",
] as const;
export type UseCase = (typeof USE_CASES)[number];

/** An uploaded picture. */
export interface Image {
  uri: string;
  useCase: UseCase;
  format: ImageHeader["format"];
  width: number;
  height: number;
  /** Base64 of the bytes, kept only while a storage row can hold them. */
  bytes: string;
}

const IMAGE_BYTES = 10 * 1024 * 1024;
const KEPT_BYTES = 600 * 1024;
const MINIMUM_PIXELS = 100;
const MAXIMUM_PIXELS = 20_000;
const SIZE_CHART_PIXELS = 1024;

/** The picture of a uri. */
export const findImage = (context: Context, uri: string): Image | undefined =>
  context.storage.get<Image>("tts:image", uri);

/** The address of a picture. */
export const imageUrl = (context: Context, uri: string): string =>
  `${context.settings().origin}/images/${uri}`;

/** The picture as product answers print it. */
export function imageView(context: Context, uri: string): Record<string, unknown> {
  const image = findImage(context, uri);
  const url = imageUrl(context, uri);
  const size = { height: image?.height ?? 0, width: image?.width ?? 0 };
  return { uri, ...size, urls: [url], thumb_urls: [url] };
}

function checkSize(header: ImageHeader, useCase: UseCase): void {
  const short = Math.min(header.width, header.height);
  const minimum = useCase === "SIZE_CHART_IMAGE" ? SIZE_CHART_PIXELS : MINIMUM_PIXELS;
  if (short >= minimum && Math.max(header.width, header.height) <= MAXIMUM_PIXELS) return;
  throw new ApiError(
    12038014,
    `The image dimensions exceed the allowed limits. Allowed dimensions (width x height in pixels): ${minimum} x ${minimum} to ${MAXIMUM_PIXELS} x ${MAXIMUM_PIXELS}.`,
  );
}

function readHeader(bytes: Uint8Array): ImageHeader {
  if (bytes.length === 0)
    throw new ApiError(
      12038002,
      "Invalid upload file. Please ensure you are passing the correct file data.",
    );
  if (bytes.length > IMAGE_BYTES)
    throw new ApiError(12038005, "The file size exceeds the maximum allowed size.");
  const header = readImageHeader(bytes);
  if (header) return header;
  const message = "Failed to process the image. The format or content is not supported.";
  if (!isOtherImage(bytes)) throw new ApiError(12038004, message);
  throw new ApiError(12038015, `${message} Supported formats: JPG, JPEG, PNG, WEBP, HEIC, BMP.`);
}

/** Main and attribute pictures outside 3:4 to 4:3 come back square. */
function convertedSize(header: ImageHeader, useCase: UseCase): { width: number; height: number } {
  const ratio = header.width / header.height;
  const shown = useCase === "MAIN_IMAGE" || useCase === "ATTRIBUTE_IMAGE";
  if (!shown || (ratio >= 3 / 4 && ratio <= 4 / 3))
    return { width: header.width, height: header.height };
  const side = Math.max(header.width, header.height);
  return { width: side, height: side };
}

function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let start = 0; start < bytes.length; start += 8192)
    binary += String.fromCharCode(...bytes.subarray(start, start + 8192));
  return btoa(binary);
}

function uploadImage(context: Context, request: ApiRequest): unknown {
  const given = request.texts["use_case"] ?? "MAIN_IMAGE";
  const useCase = USE_CASES.find((known) => known === given);
  if (!useCase) throw new ApiError(11050001, "invalid param: use_case");
  const bytes = request.files["data"]?.bytes ?? new Uint8Array();
  const header = readHeader(bytes);
  checkSize(header, useCase);
  const name = nextNumber(context).toString(16).padStart(32, "0");
  const image: Image = {
    uri: `tos-useast2a-i-o3syd03w52-no1a/${name}`,
    useCase,
    format: header.format,
    ...convertedSize(header, useCase),
    bytes: bytes.length <= KEPT_BYTES ? toBase64(bytes) : "",
  };
  context.storage.put("tts:image", image.uri, image);
  const { uri, width, height } = image;
  return { uri, url: imageUrl(context, uri), width, height, use_case: useCase };
}

/** Serves a picture's bytes, or a grey plate of its size where they were too large to keep. */
export function serveImage(context: Context, uri: string): Response {
  const image = findImage(context, uri);
  if (!image) return new Response("", { status: 404 });
  const cache = { "cache-control": "public, max-age=86400" };
  if (image.bytes !== "") {
    const bytes = Uint8Array.from(atob(image.bytes), (char) => char.charCodeAt(0));
    const type = `image/${image.format.toLowerCase()}`;
    return new Response(bytes, { headers: { ...cache, "content-type": type } });
  }
  const plate = `<svg xmlns="http://www.w3.org/2000/svg" width="${image.width}" height="${image.height}"><rect width="100%" height="100%" fill="#ccc"/></svg>`;
  return new Response(plate, { headers: { ...cache, "content-type": "image/svg+xml" } });
}

export const imageRoutes: readonly Route[] = [
  sellerRoute("POST", "/product/202309/images/upload", "seller.product.basic", uploadImage, true),
];
