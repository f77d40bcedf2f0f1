import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pictureFacts } from "../../../src/domain/listings/picture-facts";

const imageSize = (bytes: Uint8Array) => {
  const facts = pictureFacts(bytes);
  return facts && { width: facts.width, height: facts.height };
};

const side = fc.integer({ min: 1, max: 20_000 });
const two = (number: number) => [number >> 8, number & 255];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52];
const png = (width: number, height: number) =>
  new Uint8Array([...PNG, 0, 0, ...two(width), 0, 0, ...two(height)]);

/** A table and a filler, as they may stand before a frame. */
const TABLE = [0xff, 0xc4, 0, 4, 1, 2, 0xff];
/** A JPEG with an application segment, a table and a filler before its frame of the given kind. */
function jpeg(width: number, height: number, frame: number, rest: readonly number[]) {
  const segment = [0xff, 0xe0, ...two(rest.length + 2), ...rest];
  const sides = [0xff, frame, 0, 17, 8, ...two(height), ...two(width), 3];
  return new Uint8Array([0xff, 0xd8, ...segment, ...TABLE, ...sides]);
}

describe("the size of a picture", () => {
  it("is what the header of a PNG says", () => {
    fc.assert(
      fc.property(side, side, (width, height) => {
        expect(imageSize(png(width, height))).toEqual({ width, height });
      }),
    );
  });

  it("is what the frame of a JPEG says, whatever segments stand before it", () => {
    const rest = fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 300 });
    fc.assert(
      fc.property(side, side, fc.constantFrom(0xc0, 0xc2), rest, (width, height, frame, more) => {
        expect(imageSize(jpeg(width, height, frame, more))).toEqual({ width, height });
      }),
    );
  });

  it("is unknown of anything else, and nothing makes the reading fail or hang", () => {
    expect(imageSize(png(0, 5))).toBeUndefined();
    expect(imageSize(jpeg(5, 5, 0xc0, []).subarray(0, 14))).toBeUndefined();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        expect(imageSize(bytes)).toBeUndefined();
        imageSize(new Uint8Array([0xff, 0xd8, 0xff, ...bytes]));
      }),
    );
  });

  it("knows a palette to look through and a moving PNG, whatever chunks stand before", () => {
    const chunk = (name: string, length: number) => [
      0,
      0,
      ...two(length),
      ...[...name].map((letter) => letter.charCodeAt(0)),
      ...Array.from({ length: length + 4 }, () => 1),
    ];
    const head = [...png(600, 600), 8, 3, 0, 0, 0, 0, 0, 0, 0];
    const facts = (...names: string[]) =>
      pictureFacts(
        new Uint8Array([...head, ...[...names, "IDAT"].flatMap((name) => chunk(name, 3_000))]),
      );
    expect(facts("iCCP", "tRNS")).toMatchObject({ hasAlpha: true, isAnimated: false });
    expect(facts("iCCP", "acTL")).toMatchObject({ hasAlpha: false, isAnimated: true });
    expect(facts("iCCP")).toMatchObject({ hasAlpha: false, isAnimated: false });
    expect(facts("IDAT", "tRNS")).toMatchObject({ hasAlpha: false });
  });
});
