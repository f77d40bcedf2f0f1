// The picture of an image id: a plain ground with one shape on it, the same every time.
import { encodeBlocks, type Colour } from "./jpeg";

const BLOCK_PIXELS = 8;

function colour(hue: number, lightness: number): Colour {
  const channel = (shift: number) => {
    const wave = Math.cos(((hue + shift) / 360) * 2 * Math.PI);
    return Math.round(255 * Math.min(1, Math.max(0, lightness + 0.22 * wave)));
  };
  return [channel(0), channel(240), channel(120)];
}

type Shape = (x: number, y: number) => boolean;

const shirt: Shape = (x, y) =>
  (Math.abs(x) < 0.42 && y > -0.55 && y < 0.7) || (Math.abs(x) < 0.75 && y > -0.55 && y < -0.15);

const mug: Shape = (x, y) =>
  (x > -0.55 && x < 0.3 && Math.abs(y) < 0.5) ||
  (Math.hypot(x - 0.32, y) < 0.36 && Math.hypot(x - 0.32, y) > 0.2);

const frame: Shape = (x, y) => {
  const far = Math.max(Math.abs(x), Math.abs(y));
  return (far < 0.72 && far > 0.6) || Math.hypot(x, y) < 0.34;
};

const cushion: Shape = (x, y) => Math.abs(x) ** 4 + Math.abs(y) ** 4 < 0.24;

const notebook: Shape = (x, y) =>
  Math.abs(y) < 0.7 && x < 0.5 && (x > -0.36 || (x > -0.52 && x < -0.44));

const named: [RegExp, Shape][] = [
  [/shirt|sweater/i, shirt],
  [/mug/i, mug],
  [/poster|graphics/i, frame],
  [/cushion/i, cushion],
  [/notebook/i, notebook],
];

const shapes = named.map(([, shape]) => shape);

const shapeFor = (subject: string, seed: number): Shape =>
  named.find(([pattern]) => pattern.test(subject))?.[1] ?? shapes[seed % shapes.length] ?? mug;

/**
 * JPEG of an image, `sizePixels` wide and high, rounded up to a multiple of 8. `subject` is the
 * product's name and chooses the shape where it says one.
 */
export function pictureOf(
  imageId: string,
  sizePixels: number,
  subject: string,
): Uint8Array<ArrayBuffer> {
  const blocks = Math.ceil(sizePixels / BLOCK_PIXELS);
  const seed = Number(imageId) || 0;
  const ground = colour((seed * 47) % 360, 0.86);
  const ink = colour((seed * 47 + 170) % 360, 0.42);
  const shape = shapeFor(subject, seed);
  const scale = (index: number) => ((index + 0.5) / blocks) * 2 - 1;
  return encodeBlocks(blocks, blocks, (column, row) =>
    shape(scale(column), scale(row)) ? ink : ground,
  );
}
