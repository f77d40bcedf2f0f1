import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { fromEntities, toPermissions } from "../../../src/platforms/prestashop/xml";

describe("XML to the store", () => {
  it("carries any text unchanged", () =>
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const xml = fromEntities("customer", [{ id: 1, note: `x${text}x` }]);
        const between = /<note>([\s\S]*)<\/note>/.exec(xml)?.[1] ?? "";
        expect(between).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|apos);)/);
        expect(XMLValidator.validate(xml)).toBe(true);
        const parsed: unknown = new XMLParser({ parseTagValue: false }).parse(xml);
        expect(parsed).toMatchObject({ prestashop: { customer: { id: "1" } } });
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

describe("the permissions of a key", () => {
  const root = (inner: string) =>
    `<?xml version="1.0"?><prestashop xmlns:xlink="http://www.w3.org/1999/xlink">${inner}</prestashop>`;

  it("are the resources right below the list, with the verbs that are granted", () => {
    const orders = `<orders xlink:href="x" get="true" put="false" post="true"><schema get="true"/></orders>`;
    expect(
      toPermissions(root(`<api shopName="A &amp; B">${orders}<shops get="true"/></api>`)),
    ).toEqual([
      { resource: "orders", verbs: ["GET", "POST"] },
      { resource: "shops", verbs: ["GET"] },
    ]);
    expect(toPermissions(root("<api></api>"))).toEqual([]);
  });

  it("are read behind what PHP remarks on, and are none where no list is", () => {
    const noise = "<br />\n<b>Notice</b>: Undefined index<br>\n";
    expect(toPermissions(noise + root(`<api><orders get="true"/></api>`))).toHaveLength(1);
    for (const text of [
      "",
      "{}",
      "<html><api><orders get='true'/></api></html>",
      root("<orders/>"),
    ])
      expect(toPermissions(text)).toBeUndefined();
  });

  it("of a list without end are not read", () => {
    expect(toPermissions(root(`<api>${"<a/>".repeat(20_000)}</api>`))).toBeUndefined();
  });
});
