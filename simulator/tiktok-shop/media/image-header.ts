// Reads format and size out of the first bytes of a picture. It decodes no pixels.

export interface ImageHeader {
  format: "PNG" | "JPEG" | "WEBP" | "BMP" | "HEIC";
  width: number;
  height: number;
}

const ascii = (bytes: Uint8Array, start: number, length: number) =>
  String.fromCharCode(...bytes.subarray(start, start + length));

const viewOf = (bytes: Uint8Array) =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function png(bytes: Uint8Array): ImageHeader | undefined {
  if (bytes.length < 24 || ascii(bytes, 1, 3) !== "PNG" || bytes[0] !== 0x89) return undefined;
  const view = viewOf(bytes);
  return { format: "PNG", width: view.getUint32(16), height: view.getUint32(20) };
}

const FRAME_MARKERS = new Set([
  0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf,
]);

function jpeg(bytes: Uint8Array): ImageHeader | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  const view = viewOf(bytes);
  let offset = 2;
  while (offset + 9 <= bytes.length) {
    if (bytes[offset] !== 0xff) return undefined;
    const marker = bytes[offset + 1] ?? 0;
    if (FRAME_MARKERS.has(marker))
      return {
        format: "JPEG",
        width: view.getUint16(offset + 7),
        height: view.getUint16(offset + 5),
      };
    offset += 2 + view.getUint16(offset + 2);
  }
  return undefined;
}

function webp(bytes: Uint8Array): ImageHeader | undefined {
  if (bytes.length < 30 || ascii(bytes, 0, 4) !== "RIFF" || ascii(bytes, 8, 4) !== "WEBP")
    return undefined;
  const view = viewOf(bytes);
  const kind = ascii(bytes, 12, 4);
  if (kind === "VP8X") {
    const width = 1 + (view.getUint32(24, true) & 0xffffff);
    const height = 1 + (view.getUint16(27, true) | ((bytes[29] ?? 0) << 16));
    return { format: "WEBP", width, height };
  }
  if (kind === "VP8L") {
    const bits = view.getUint32(21, true);
    return { format: "WEBP", width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
  }
  const width = view.getUint16(26, true) & 0x3fff;
  return { format: "WEBP", width, height: view.getUint16(28, true) & 0x3fff };
}

function bmp(bytes: Uint8Array): ImageHeader | undefined {
  if (bytes.length < 26 || ascii(bytes, 0, 2) !== "BM") return undefined;
  const view = viewOf(bytes);
  const height = Math.abs(view.getInt32(22, true));
  return { format: "BMP", width: view.getInt32(18, true), height };
}

/** HEIC keeps its size in an `ispe` box; the largest one is the picture, the others its tiles. */
function heic(bytes: Uint8Array): ImageHeader | undefined {
  const brands = ["heic", "heix", "mif1", "msf1"];
  if (ascii(bytes, 4, 4) !== "ftyp" || !brands.includes(ascii(bytes, 8, 4))) return undefined;
  const view = viewOf(bytes);
  let found: ImageHeader | undefined;
  for (let offset = 0; offset + 16 <= Math.min(bytes.length, 65_536); offset++) {
    if (bytes[offset] !== 0x69 || ascii(bytes, offset, 4) !== "ispe") continue;
    const width = view.getUint32(offset + 8);
    if (width > (found?.width ?? 0))
      found = { format: "HEIC", width, height: view.getUint32(offset + 12) };
  }
  return found;
}

/** Format and size of a picture; undefined when the bytes are none of the accepted formats. */
export function readImageHeader(bytes: Uint8Array): ImageHeader | undefined {
  const found = png(bytes) ?? jpeg(bytes) ?? webp(bytes) ?? bmp(bytes) ?? heic(bytes);
  return found && found.width > 0 && found.height > 0 ? found : undefined;
}

/** Whether the bytes are a picture of a format that is not accepted. */
export const isOtherImage = (bytes: Uint8Array): boolean =>
  ascii(bytes, 0, 4) === "GIF8" ||
  ascii(bytes, 0, 4) === "II*\0" ||
  ascii(bytes, 4, 8) === "ftypavif" ||
  ascii(bytes, 0, 4) === "<svg";
