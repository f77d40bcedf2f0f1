import { describe, expect, it } from "vitest";
import {
  changeOf,
  shortText,
  toItemChange,
  toShownFields,
} from "../../../src/domain/tasks/item-change";

const price = (minMinor: number, currency = "GBP") => ({ minMinor, maxMinor: minMinor, currency });

describe("the change of an item", () => {
  it("has the fields that differ and no other", () => {
    const before = { status: "live", quantity: 4, price: price(990) };
    const after = { status: "paused", quantity: 4, price: price(990) };
    expect(changeOf(before, after)).toEqual({
      before: { status: "live" },
      after: { status: "paused" },
    });
    expect(changeOf(before, before)).toBeUndefined();
    expect(changeOf({ price: price(990) }, { price: price(990, "EUR") })).toBeDefined();
  });

  it("leaves out what is unknown and keeps what is known to be nothing", () => {
    expect(changeOf({ title: null }, { title: "Mug", quantity: 3 })).toEqual({
      before: { title: null },
      after: { title: "Mug", quantity: 3 },
    });
  });

  it("stays small whatever it is made of", () => {
    const fields = Object.fromEntries(
      Array.from({ length: 50 }, (_, n) => [`f${n}`, "🧵".repeat(4_000)]),
    );
    const { after } = toItemChange({}, fields, Object.keys(fields));
    expect(Object.keys(after)).toHaveLength(20);
    for (const value of Object.values(after)) expect([...String(value)]).toHaveLength(120);
  });

  it("cuts no character in half and leaves a short text alone", () => {
    expect(shortText("Mug")).toBe("Mug");
    expect(shortText("🧵".repeat(200)).isWellFormed()).toBe(true);
  });
});

describe("stored fields", () => {
  it("of 0.2 are none", () => {
    for (const stored of [null, undefined, {}, [], "live"])
      expect(toShownFields(stored)).toBeNull();
  });

  it("are read without what this version cannot show", () => {
    const stored = { status: "live", price: price(1), odd: { a: 1 }, list: [1], gone: null };
    expect(toShownFields(stored)).toEqual({ status: "live", price: price(1), gone: null });
  });
});
