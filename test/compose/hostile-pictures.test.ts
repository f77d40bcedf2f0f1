/** Pictures as stores have them, through our planner and the images service with its real codecs. */
import sharp, { type Sharp } from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pictureFacts } from "../../src/domain/listings/picture-facts";
import { MAX_PICTURE_BYTES, planPicture } from "../../src/domain/listings/plan-picture";
import { preparePicture } from "../../src/sync/listings/prepare-picture";
import { openImagesService, type ImagesService } from "../support/images-service";

const RED = { r: 200, g: 30, b: 30 };
const canvas = (width: number, height: number, alpha?: number): Sharp =>
  sharp({
    create: {
      width,
      height,
      channels: alpha === undefined ? 3 : 4,
      background: alpha === undefined ? RED : { ...RED, alpha },
    },
  });

/** Noise that no codec makes small. */
function noise(width: number, height: number): Sharp {
  const raw = Buffer.alloc(width * height * 3);
  let seed = 1;
  for (let at = 0; at < raw.length; at += 1) {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7f_ff_ff_ff;
    raw[at] = seed >> 16;
  }
  return sharp(raw, { raw: { width, height, channels: 3 } });
}

type Kind = "jpeg" | "png" | "webp" | "gif" | "avif";
const KINDS: readonly Kind[] = ["jpeg", "png", "webp", "gif", "avif"];
const SIZES: readonly (readonly [number, number])[] = [
  [800, 800],
  [120, 160],
  [250, 250],
  [4800, 4700],
  [1500, 400],
  [300, 1600],
  [1000, 750],
];

/** What is slow to make is made with little care. */
const as = (picture: Sharp, kind: Kind) =>
  kind === "avif" ? picture.avif({ effort: 0 }) : picture.toFormat(kind);

const made = async (picture: Sharp) => new Uint8Array(await picture.toBuffer());

/** Name and bytes of 100 pictures; those that nobody can use are in `NAMED`. */
async function hostile(): Promise<[string, Uint8Array][]> {
  const found: [string, Uint8Array][] = [];
  const add = async (name: string, picture: Sharp) => {
    found.push([name, await made(picture)]);
  };
  for (const kind of KINDS)
    for (const [width, height] of SIZES)
      await add(`${kind} ${width} x ${height}`, as(canvas(width, height), kind));
  for (const kind of ["png", "webp", "gif"] as const)
    for (const alpha of [0, 0.5, 0.9])
      for (const [width, height] of [
        [800, 800],
        [900, 300],
        [150, 150],
      ] as const)
        await add(
          `${kind} seen through ${alpha} ${width} x ${height}`,
          canvas(width, height, alpha).toFormat(kind),
        );
  for (const orientation of [2, 3, 4, 5, 6, 7, 8])
    for (const [width, height] of [
      [900, 700],
      [1600, 500],
    ] as const)
      await add(
        `turned ${orientation} ${width} x ${height}`,
        canvas(width, height).withMetadata({ orientation }).jpeg(),
      );
  for (const [width, height] of [
    [800, 800],
    [400, 1300],
    [200, 200],
    [4500, 4500],
  ] as const)
    await add(
      `printers' colours ${width} x ${height}`,
      canvas(width, height).toColourspace("cmyk").jpeg(),
    );
  for (const progressive of [true, false])
    await add(`progressive ${progressive}`, canvas(640, 640).jpeg({ progressive }));
  await add("palette", canvas(640, 640).png({ palette: true }));
  await add("grey", canvas(640, 640).greyscale().jpeg());
  await add("16 bit", canvas(640, 640).toColourspace("rgb16").png());
  await add("lossless WebP", canvas(640, 640).webp({ lossless: true }));
  await add("heavy PNG", noise(2000, 1800).png({ compressionLevel: 0 }));
  await add("heavy JPEG", noise(3000, 2900).jpeg({ quality: 100 }));
  const frames = Buffer.concat([0, 90, 180].map((level) => Buffer.alloc(300 * 300 * 3, level)));
  const moving = () =>
    sharp(frames, { raw: { width: 300, height: 900, channels: 3, pageHeight: 300 } });
  await add("moving GIF", moving().gif());
  await add("moving WebP", moving().webp());
  const whole = await made(noise(900, 900).jpeg());
  found.push(["under another name", whole]);
  found.push(["with a tail", new Uint8Array([...whole, ...new Uint8Array(5000)])]);
  await add("1 x 5000", canvas(1, 5000).png());
  found.push(["truncated header", whole.subarray(0, 40)]);
  found.push(["a text", new TextEncoder().encode("<html>Not found</html>")]);
  for (let index = found.length; index < 100; index += 1)
    await add(
      `any ${index}`,
      as(canvas(200 + index * 37, 1500 - index * 11), KINDS[index % 5] ?? "png"),
    );
  return found;
}

const NAMED = ["1 x 5000", "a text"];
/** Its header tells too little to judge it: the channel does, and names it. */
const UNJUDGED = "truncated header";

describe("a hundred hostile pictures", () => {
  let service: ImagesService;
  beforeAll(async () => {
    service = await openImagesService();
  }, 60_000);
  afterAll(() => service.end());

  it("are usable afterwards, whole and in their colours, or named", async () => {
    const pictures = await hostile();
    expect(pictures).toHaveLength(100);
    const named: string[] = [];
    for (const [name, bytes] of pictures) {
      const url = `https://shop.example/${name}`;
      if (name.startsWith("heavy")) expect(bytes.byteLength).toBeGreaterThan(MAX_PICTURE_BYTES);
      const prepared = await preparePicture({ repairPicture: service.repair }, url, bytes);
      if ("reason" in prepared) {
        expect(prepared.reason.facts["url"]).toBe(url);
        named.push(name);
        continue;
      }
      const facts = pictureFacts(prepared.bytes);
      // What comes out needs nothing more; what may be seen through is white in the service alone.
      const left = facts && planPicture({ ...facts, hasAlpha: false });
      if (name === UNJUDGED) expect(prepared).toMatchObject({ bytes, repaired: [] });
      else expect([name, left]).toEqual([name, { act: "send" }]);
      expect(prepared.bytes.byteLength).toBeLessThanOrEqual(MAX_PICTURE_BYTES);
    }
    expect(named.toSorted()).toEqual(NAMED);
  }, 180_000);

  it("keep what is on them: nothing is cut off, and what a camera turned stands upright", async () => {
    const left = canvas(300, 400).jpeg();
    const wide = sharp({ create: { width: 1600, height: 400, channels: 3, background: "#0000ff" } })
      .composite([{ input: await left.toBuffer(), left: 0, top: 0 }])
      .jpeg();
    const prepared = await preparePicture(
      { repairPicture: service.repair },
      "https://shop.example/wide.jpg",
      await made(wide),
    );
    if ("reason" in prepared) throw new Error(prepared.reason.code);
    expect(prepared.repaired).toEqual(["shape"]);
    const { data, info } = await sharp(prepared.bytes).raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([1600, 1600]);
    const pixel = (x: number, y: number) =>
      [...data.subarray((y * info.width + x) * info.channels)].slice(0, 3);
    expect(pixel(10, 10).every((part) => part > 240)).toBe(true);
    expect(pixel(50, 800)[0]).toBeGreaterThan(150);
    expect(pixel(1500, 800)[2]).toBeGreaterThan(200);
  });

  it("that are damaged within go as they are where the channel takes their kind, else they are named", async () => {
    const whole = await made(noise(900, 300).png());
    const damaged = whole.subarray(0, 3_000);
    expect(
      await preparePicture(
        { repairPicture: service.repair },
        "https://shop.example/d.png",
        damaged,
      ),
    ).toMatchObject({ bytes: damaged, repaired: [] });
    const gif = (await made(canvas(500, 500).gif())).subarray(0, 60);
    expect(
      await preparePicture({ repairPicture: service.repair }, "https://shop.example/d.gif", gif),
    ).toMatchObject({ reason: { code: "listing.image_unreadable" } });
  });
});
