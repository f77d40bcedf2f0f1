/** What a picture is for; the channel converts each use differently, so each is its own upload. */
export type ImageUse = "main" | "option";

export interface ImageKind {
  extension: "jpg" | "png" | "webp" | "bmp" | "heic";
}

/**
 * The kind of picture by its first bytes, among those a channel takes; a name or header proves
 * nothing.
 */
export function imageKind(bytes: Uint8Array): ImageKind | undefined {
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return { extension: "jpg" };
  if (text(0, 8) === "\u0089PNG\r\n\u001a\n") return { extension: "png" };
  if (text(0, 4) === "RIFF" && text(8, 12) === "WEBP") return { extension: "webp" };
  if (text(0, 2) === "BM") return { extension: "bmp" };
  if (text(4, 8) === "ftyp" && ["heic", "heix", "mif1"].includes(text(8, 12)))
    return { extension: "heic" };
  return undefined;
}
