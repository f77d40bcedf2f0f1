import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromEntities, parseXml } from "../../../src/platforms/prestashop/xml";

describe("XML to the store", () => {
  it("carries any text unchanged", () =>
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const xml = fromEntities("customer", [{ id: 1, note: `x${text}x` }]);
        const between = /<note>([\s\S]*)<\/note>/.exec(xml)?.[1] ?? "";
        expect(between).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|apos);)/);
        expect(parseXml(xml)).toMatchObject({ prestashop: { customer: { id: "1" } } });
      }),
    ));

  it("writes several entities in one body and leaves out what is null", () => {
    expect(
      fromEntities("a", [
        { id: 1, b: null },
        { id: 2, c: [{ d: "<" }, { d: "&" }] },
      ]),
    ).toBe(
      "<prestashop><a><id>1</id></a><a><id>2</id><c><d>&lt;</d></c><c><d>&amp;</d></c></a></prestashop>",
    );
  });
});
