export interface ImageSize {
  width: number;
  height: number;
}

/**
 * Width and height in pixels as a PNG's or JPEG's header tells them; undefined of anything else.
 */
export function imageSize(bytes: Uint8Array): ImageSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = isPng(view) ? pngSize(view) : isJpeg(view) ? jpegSize(view) : undefined;
  return size && size.width > 0 && size.height > 0 ? size : undefined;
}

const isPng = (view: DataView) =>
  view.byteLength >= 24 &&
  view.getUint32(0) === 0x89_50_4e_47 &&
  view.getUint32(4) === 0x0d_0a_1a_0a;

const isJpeg = (view: DataView) =>
  view.byteLength >= 4 && view.getUint16(0) === 0xff_d8 && view.getUint8(2) === 0xff;

/** The first chunk is always IHDR, which begins with both sides. */
const pngSize = (view: DataView): ImageSize => ({
  width: view.getUint32(16),
  height: view.getUint32(20),
});

/** Segments are walked to the frame header (C0 to CF without the three tables in between). */
function jpegSize(view: DataView): ImageSize | undefined {
  let at = 2;
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    // Any number of FF may fill up the space before a marker.
    if (marker === 0xff) at += 1;
    else if (isFrame(marker))
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    else at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}
