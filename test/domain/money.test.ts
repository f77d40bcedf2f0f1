import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalsOf, formatMinor, parseMinor, spreadMinor } from "../../src/domain/money";

const currency = () => fc.constantFrom("GBP", "EUR", "USD", "JPY", "VND", "KWD");
const amount = () => fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });

describe("parseMinor and formatMinor", () => {
  it("give back the amount they were given, in every currency", () =>
    fc.assert(
      fc.property(amount(), currency(), (minor, code) => {
        expect(parseMinor(formatMinor(minor, code), code)).toBe(minor === 0 ? 0 : minor);
      }),
    ));

  it("write as many decimals as the currency has", () =>
    fc.assert(
      fc.property(amount(), currency(), (minor, code) => {
        const [, fraction = ""] = formatMinor(minor, code).split(".");
        expect(fraction).toHaveLength(decimalsOf(code));
      }),
    ));

  it("read amounts no float can hold", () => {
    expect(parseMinor("0.29", "GBP")).toBe(29);
    expect(parseMinor("1.15", "GBP")).toBe(115);
    expect(parseMinor("90071992547409.91", "EUR")).toBe(Number.MAX_SAFE_INTEGER);
  });

  it("round surplus digits half away from zero", () => {
    expect(parseMinor("24.905000", "EUR")).toBe(2491);
    expect(parseMinor("24.904999", "EUR")).toBe(2490);
    expect(parseMinor("-24.905", "EUR")).toBe(-2491);
    expect(parseMinor("0.5", "JPY")).toBe(1);
    expect(parseMinor("-0.004", "EUR")).toBe(0);
  });

  it("ignore trailing zeros, however many", () =>
    fc.assert(
      fc.property(amount(), fc.integer({ min: 0, max: 8 }), (minor, zeros) => {
        expect(parseMinor(formatMinor(minor, "GBP") + "0".repeat(zeros), "GBP")).toBe(
          minor === 0 ? 0 : minor,
        );
      }),
    ));

  it.each(["", "abc", "1,50", "1e3", "--1", "1.2.3", "NaN", ".5", "£1"])(
    "refuse %j, which is no decimal amount",
    (text) => expect(() => parseMinor(text, "GBP")).toThrow(RangeError),
  );

  it("refuse an amount beyond what an integer can hold", () =>
    expect(() => parseMinor("90071992547409.92", "EUR")).toThrow(RangeError));
});

describe("spreadMinor", () => {
  const weights = () => fc.array(fc.nat({ max: 10_000_000 }), { minLength: 1, maxLength: 40 });

  it("loses and invents no cent", () =>
    fc.assert(
      fc.property(amount(), weights(), (minor, parts) => {
        const sum = spreadMinor(minor, parts).reduce((total, part) => total + part, 0);
        expect(sum).toBe(minor === 0 ? 0 : minor);
      }),
    ));

  it("keeps each part within one cent of its exact share", () =>
    fc.assert(
      fc.property(fc.nat({ max: 100_000_000 }), weights(), (minor, parts) => {
        const sum = parts.reduce((total, part) => total + part, 0);
        fc.pre(sum > 0);
        spreadMinor(minor, parts).forEach((part, index) => {
          expect(Math.abs(part - (minor * (parts[index] ?? 0)) / sum)).toBeLessThan(1);
        });
      }),
    ));

  it("gives nothing to a weight of zero while another weight is there", () =>
    fc.assert(
      fc.property(amount(), weights(), (minor, parts) => {
        fc.pre(parts.some((weight) => weight > 0));
        spreadMinor(minor, parts).forEach((part, index) => {
          if (parts[index] === 0) expect(part).toBe(0);
        });
      }),
    ));

  it("mirrors for a negative amount", () =>
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), weights(), (minor, parts) => {
        const positive = spreadMinor(minor, parts);
        expect(spreadMinor(-minor, parts)).toEqual(
          positive.map((part) => (part === 0 ? 0 : -part)),
        );
      }),
    ));

  it("hands leftover cents to the largest remainders, earlier ones first", () => {
    expect(spreadMinor(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(spreadMinor(10, [50, 30, 20])).toEqual([5, 3, 2]);
    expect(spreadMinor(1, [1, 2])).toEqual([0, 1]);
    expect(spreadMinor(5, [0, 0])).toEqual([3, 2]);
    expect(spreadMinor(5, [])).toEqual([]);
  });
});
