/** What a picture's own bytes say of it; its name and the header it came with prove nothing. */
import { BMP } from "image-size/types/bmp";
import { GIF } from "image-size/types/gif";
import { HEIF } from "image-size/types/heif";
import { JPG } from "image-size/types/jpg";
import { PNG } from "image-size/types/png";
import { WEBP } from "image-size/types/webp";
import { imageKind, type ImageKind } from "./image-kind";

export interface PictureFacts {
  /** Two of them no channel takes as they are. */
  kind: ImageKind["extension"] | "gif" | "avif";
  /** As it is looked at: a camera's turn is counted. */
  width: number;
  height: number;
  isTurned: boolean;
  /** Parts of it may be seen through. */
  hasAlpha: boolean;
  /** Colours as printers mix them. */
  isCmyk: boolean;
  isAnimated: boolean;
  bytes: number;
}

/** From here on a camera's note swaps the sides. */
const ON_ITS_SIDE = 5;

/** Undefined: no picture of a kind that is known, or its header is damaged. */
export function pictureFacts(bytes: Uint8Array): PictureFacts | undefined {
  const kind = pictureKind(bytes);
  const read = kind && sizeOf(kind, bytes);
  // The library takes fewer JPEGs than there are; what a camera noted is read by it alone.
  const frame = kind === "jpg" ? frameOf(bytes) : undefined;
  const size = frame ?? read;
  if (!kind || !size || size.width <= 0 || size.height <= 0) return undefined;
  const { width, height } = size;
  const orientation = read?.orientation ?? 1;
  const isOnSide = orientation >= ON_ITS_SIDE;
  return {
    kind,
    width: isOnSide ? height : width,
    height: isOnSide ? width : height,
    isTurned: orientation > 1,
    hasAlpha: hasAlpha(kind, bytes),
    isCmyk: frame?.components === 4,
    isAnimated: isAnimated(kind, bytes),
    bytes: bytes.byteLength,
  };
}

const textOf = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, to));

function pictureKind(bytes: Uint8Array): PictureFacts["kind"] | undefined {
  const taken = imageKind(bytes);
  if (taken) return taken.extension;
  if (textOf(bytes, 0, 4) === "GIF8") return "gif";
  const isAvif = ["avif", "avis"].includes(textOf(bytes, 8, 12));
  return textOf(bytes, 4, 8) === "ftyp" && isAvif ? "avif" : undefined;
}

const READERS = { jpg: JPG, png: PNG, webp: WEBP, bmp: BMP, gif: GIF, heic: HEIF, avif: HEIF };

/** The library throws at what it cannot read. */
function sizeOf(kind: PictureFacts["kind"], bytes: Uint8Array) {
  try {
    return READERS[kind].calculate(bytes);
  } catch {
    return undefined;
  }
}

function isAnimated(kind: PictureFacts["kind"], bytes: Uint8Array): boolean {
  if (kind === "webp") return (webpFlags(bytes) & 0x02) !== 0;
  return kind === "gif" || (kind === "png" && chunksOf(bytes).includes("acTL"));
}

function hasAlpha(kind: PictureFacts["kind"], bytes: Uint8Array): boolean {
  if (kind === "gif") return true;
  if (kind === "webp") return (webpFlags(bytes) & 0x10) !== 0;
  if (kind !== "png") return false;
  // Palettes say it in a chunk of their own.
  return ((bytes[25] ?? 0) & 4) !== 0 || chunksOf(bytes).includes("tRNS");
}

const PNG_SIGNATURE = 8;
/** Length, name and checksum. */
const PNG_FRAME = 12;

/** Names of a PNG's chunks before the picture itself. */
function chunksOf(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names: string[] = [];
  for (let at = PNG_SIGNATURE; at + PNG_FRAME <= view.byteLength;) {
    const name = textOf(bytes, at + 4, at + 8);
    if (name === "IDAT") break;
    names.push(name);
    at += PNG_FRAME + view.getUint32(at);
  }
  return names;
}

/** Of the extended kind; a lossless one has its bit for alpha elsewhere. */
function webpFlags(bytes: Uint8Array): number {
  const chunk = textOf(bytes, 12, 16);
  if (chunk === "VP8X") return bytes[20] ?? 0;
  return chunk === "VP8L" && ((bytes[24] ?? 0) & 0x10) !== 0 ? 0x10 : 0;
}

interface Frame {
  width: number;
  height: number;
  components: number;
}

/** Of a JPEG: its segments are walked to the frame header (C0 to CF without three tables in between). */
function frameOf(bytes: Uint8Array): Frame | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 10 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    // Any number of FF may fill up the space before a marker.
    if (marker === 0xff) at += 1;
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return {
        height: view.getUint16(at + 5),
        width: view.getUint16(at + 7),
        components: view.getUint8(at + 9),
      };
    else at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}
