import { describe, expect, it } from "vitest";
import { neededPermissions } from "../../../src/platforms/prestashop/access";
import { toPutBody } from "../../../src/platforms/prestashop/put-body";
import { hasOrderNote, isSupported, knowsPatch } from "../../../src/platforms/prestashop/version";

const PRODUCT = `<?xml version="1.0" encoding="UTF-8"?>
<prestashop xmlns:xlink="http://www.w3.org/1999/xlink">
<product>
	<id><![CDATA[8]]></id>
	<manufacturer_name notFilterable="true"><![CDATA[Studio]]></manufacturer_name>
	<quantity notFilterable="true"><![CDATA[0]]></quantity>
	<position_in_category notFilterable="true"><![CDATA[2]]></position_in_category>
	<price><![CDATA[9.900000]]></price>
	<isbn/>
	<name><language id="1"><![CDATA[A <price>9</price> mug]]></language><language id="2"><![CDATA[Une tasse]]></language></name>
<associations>
<categories nodeType="category"><category><id><![CDATA[2]]></id></category></categories>
</associations>
</product>
</prestashop>`;

describe("a PUT of a whole entity", () => {
  const body = toPutBody(PRODUCT, "product", { id: "8", price: "10.5", isbn: null });

  it("sets what was asked for, once, and escapes it", () => {
    expect(body.match(/<price>/g)).toHaveLength(2);
    expect(body).toContain("<price>10.5</price>");
    expect(body).not.toContain("9.900000");
    expect(toPutBody(PRODUCT, "product", { id: "8", price: "<&>" })).toContain("&lt;&amp;&gt;");
  });

  it("keeps translations and associations as the store wrote them, markup in texts included", () => {
    expect(body).toContain("<![CDATA[A <price>9</price> mug]]>");
    expect(body).toContain(`<language id="2"><![CDATA[Une tasse]]></language>`);
    expect(body).toContain("<category><id><![CDATA[2]]></id></category>");
    expect(body).toContain("<isbn/>");
  });

  it("leaves out what the store refuses to read", () => {
    for (const name of ["manufacturer_name", "quantity", "position_in_category"])
      expect(body).not.toContain(`<${name}`);
  });

  it("declares the prefix of the links that come along, or PHP warns of each and the answer is an error", () => {
    const link = `<id_lang xlink:href="https://store.example/api/languages/1"><![CDATA[1]]></id_lang>`;
    const linked = toPutBody(PRODUCT.replace("<isbn/>", link), "product", { id: "8" });
    expect(linked).toContain(link);
    expect(linked).toMatch(/^<prestashop xmlns:xlink="http:\/\/www\.w3\.org\/1999\/xlink">/);
  });

  it("refuses an answer that is not the entity", () => {
    for (const wrong of ["", "<html><body>Hi</body></html>", "<product><id>8</product>"])
      expect(() => toPutBody(wrong, "product", { id: "8" })).toThrow("prestashop.unexpected_shape");
  });
});

describe("what a version can do", () => {
  it.each([
    ["1.6.1.24", false, false, false],
    ["1.7.5.2", false, false, false],
    ["1.7.6.0", true, false, false],
    ["1.7.7.8", true, false, false],
    ["1.7.8.11", true, false, true],
    ["8.0.0", true, true, true],
    ["9.1.4", true, true, true],
    ["10.0.0", true, true, true],
    ["", true, true, true],
  ])("%s: supported %s, PATCH %s, note %s", (version, supported, patch, note) => {
    expect([isSupported(version), knowsPatch(version), hasOrderNote(version)]).toEqual([
      supported,
      patch,
      note,
    ]);
  });

  it("asks a store without PATCH for PUT, and for nothing else beyond the others", () => {
    expect(neededPermissions("1.7.8.11")["orders"]).toEqual(["GET", "POST", "PUT"]);
    expect(neededPermissions("8.2.1")["orders"]).toEqual(["GET", "POST", "PATCH"]);
    expect(Object.keys(neededPermissions("1.7.8.11"))).toEqual(
      Object.keys(neededPermissions("9.1.4")),
    );
  });
});
