import { describe, expect, it } from "vitest";
import { proposeAttributes } from "../../../src/domain/proposals/propose-attributes";
import { storeLines } from "../../../src/domain/proposals/store-lines";

interface Said {
  name?: string;
  description?: string;
  features?: Record<string, string>;
}

interface Asked {
  isMultiple?: boolean;
  isCustomizable?: boolean;
  format?: "positive_number";
}

const attribute = (name: string, values: string[], asked: Asked = {}) => ({
  id: name,
  name,
  isMultiple: false,
  isCustomizable: false,
  values: values.map((value) => ({ id: value, name: value })),
  ...asked,
});

const linesOf = ({ name = "Thing", description = "", features = {} }: Said) =>
  storeLines({
    name,
    description,
    features: Object.entries(features).map(([label, value]) => ({ name: label, value })),
  });

/** "Cotton, Wool (sure)" of the first attribute; "" without a proposal. */
function proposed(said: Said, ...attributes: ReturnType<typeof attribute>[]): string {
  const [first] = attributes;
  const found = proposeAttributes(linesOf(said), attributes, (id) => id === first?.id)[0];
  return found ? `${found.values.map(({ name }) => name).join(", ")} (${found.level})` : "";
}

const material = attribute("Material", ["Cotton", "Wool", "Silk", "Leather", "Polyester", "Wood"]);
const stoffe = attribute("Material", ["Baumwolle", "Wolle", "Seide", "Leder", "Polyester", "Holz"]);
const matieres = attribute("Matière", ["Coton", "Laine", "Soie", "Cuir", "Polyester", "Bois"]);

describe("what a store's words say of an attribute", () => {
  it.each<[string, Said, string]>([
    [
      "a feature of the same meaning",
      { features: { Composition: "100% cotton" } },
      "Cotton (sure)",
    ],
    ["a title", { name: "Cotton shirt – blue" }, "Cotton (sure)"],
    ["a line with a label", { description: "<li><b>Fabric:</b> wool</li>" }, "Wool (sure)"],
    [
      "a row of a table",
      { description: "<table><tr><th>Material</th><td>silk</td></tr></table>" },
      "Silk (sure)",
    ],
    ["a sentence", { description: "<p>Knitted of soft wool.</p>" }, "Wool (sure)"],
    ["the greater share", { features: { Fabric: "20% wool, 80 % cotton" } }, "Cotton (sure)"],
    ["a word for it", { name: "Genuine leather belt" }, "Leather (sure)"],
    ["several, of which one is to be chosen", { name: "Silk and wool scarf" }, "Silk (likely)"],
    ["what it is without", { description: "<p>A shirt without wool.</p>" }, ""],
    ["what it is free of", { description: "<p>Plastic and leather free.</p>" }, ""],
    ["what it is softer than", { description: "<p>Softer than silk.</p>" }, ""],
    ["what it looks like", { description: "<p>A wood look and a silk-like touch.</p>" }, ""],
    ["an imitation", { name: "Faux leather bag" }, ""],
    ["another product", { description: "<p>Pairs well with our wool scarf.</p>" }, ""],
    ["a part", { description: "<p>With a polyester lining and leather straps.</p>" }, ""],
    ["a part under a label", { features: { Lining: "Polyester" } }, ""],
    ["another subject", { features: { Style: "Wool" } }, ""],
    ["how to treat it", { description: "<p>Do not wash with wool.</p>" }, ""],
    ["nothing", { name: "Mug" }, ""],
  ])("reads %s", (_, said, expected) => {
    expect(proposed(said, material)).toBe(expected);
  });

  it.each<[Said, ReturnType<typeof attribute>, string]>([
    [{ name: "Baumwollkleid für Damen" }, stoffe, "Baumwolle (sure)"],
    [{ name: "Handtasche in Lederoptik" }, stoffe, ""],
    [{ name: "Tasche aus Kunstleder" }, stoffe, ""],
    [{ description: "<p>Ohne Wolle, aus reiner Seide.</p>" }, stoffe, "Seide (sure)"],
    [{ description: "<p>Weicher als Seide.</p>" }, stoffe, ""],
    [{ features: { Obermaterial: "Echtleder", Futter: "Polyester" } }, stoffe, "Leder (sure)"],
    [{ description: "<p>Passt gut zu unserem Schal aus Wolle.</p>" }, stoffe, ""],
    [{ name: "Robe en soie" }, matieres, "Soie (sure)"],
    [{ description: "<p>Un sac sans cuir.</p>" }, matieres, ""],
    [{ features: { Composition: "100 % laine mérinos" } }, matieres, ""],
    [{ description: "<p>Aspect bois, très doux.</p>" }, matieres, ""],
    [{ features: { Motif: "à rayures" } }, attribute("Motif", ["Rayé", "Uni"]), "Rayé (sure)"],
    [
      { features: { Muster: "geblümt" } },
      attribute("Pattern", ["Floral", "Plain"]),
      "Floral (sure)",
    ],
    [
      { features: { Ärmel: "langarm" } },
      attribute("Ärmellänge", ["Langarm", "Kurzarm"]),
      "Langarm (sure)",
    ],
  ])("reads %o", (said, asked, expected) => {
    expect(proposed(said, asked)).toBe(expected);
  });

  it("takes all values where an attribute takes several", () => {
    const several = { ...material, isMultiple: true };
    expect(proposed({ features: { Material: "cotton, silk" } }, several)).toBe(
      "Cotton, Silk (sure)",
    );
  });

  it("reads the lining where the lining is asked for", () => {
    const lining = attribute("Lining material", ["Cotton", "Polyester"]);
    const said = { description: "<p>Outside cotton, with a polyester lining.</p>" };
    expect(proposed(said, lining)).toBe("Polyester (sure)");
    expect(proposed({ features: { Material: "Cotton" } }, lining)).toBe("");
  });

  it.each<[Said, ReturnType<typeof attribute>, string]>([
    [{ name: "Bottle 0.5 l" }, attribute("Capacity", ["250 ml", "500 ml"]), "500 ml (sure)"],
    [
      { name: "Bottle 0.5 l" },
      attribute("Capacity (ml)", [], { isCustomizable: true, format: "positive_number" }),
      "500 (sure)",
    ],
    [{ name: "Lot de 4 verres" }, attribute("Nombre de pièces", ["2", "4"]), "4 (sure)"],
    [
      { description: "<p>Mit 2 Jahren Garantie.</p>" },
      attribute("Garantie", ["1 Jahr", "2 Jahre"]),
      "2 Jahre (sure)",
    ],
    [
      { description: "<p>Made two years ago.</p>" },
      attribute("Warranty", ["1 year", "2 years"]),
      "",
    ],
    [{ name: "Kettle 1,500 W" }, attribute("Wattage", ["1500 W", "15 W"]), "1500 W (sure)"],
    [{ name: "Lamp, 30 cm" }, attribute("Height", ["30 cm"]), ""],
    [
      { description: "<p>The height is 30 cm.</p>" },
      attribute("Height", ["30 cm"]),
      "30 cm (sure)",
    ],
  ])("reads the amount of %o", (said, asked, expected) => {
    expect(proposed(said, asked)).toBe(expected);
  });

  it.each([
    ["Dishwasher safe.", "Yes (sure)"],
    ["Not dishwasher safe.", "No (sure)"],
    ["Dishwasher safe: no", "No (sure)"],
    ["A fine mug.", ""],
  ])("answers whether %s", (sentence, expected) => {
    const asked = attribute("Dishwasher safe", ["Yes", "No"]);
    expect(proposed({ description: `<p>${sentence}</p>` }, asked)).toBe(expected);
  });

  it("says where the store says so, once each and not at length", () => {
    const long = `${"A very long story. ".repeat(9)}`.replaceAll(".", "");
    const said = { name: "Wool hat", description: `<p>${long} of wool</p>`, features: {} };
    const [found] = proposeAttributes(linesOf(said), [material], () => true);
    expect(found?.evidence).toEqual([{ place: "title", text: "Wool hat" }]);
    const [stated] = proposeAttributes(linesOf({ ...said, name: "Hat" }), [material], () => true);
    expect(stated?.evidence[0]?.text).toHaveLength(160);
  });

  it("proposes nothing that is not open", () => {
    expect(proposeAttributes(linesOf({ name: "Wool hat" }), [material], () => false)).toEqual([]);
  });
});
