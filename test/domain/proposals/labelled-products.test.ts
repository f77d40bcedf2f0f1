import { describe, expect, it } from "vitest";
import { proposeAttributes } from "../../../src/domain/proposals/propose-attributes";
import { storeLines } from "../../../src/domain/proposals/store-lines";
import { GERMAN_CATEGORIES, GERMAN_PRODUCTS } from "./labelled/de";
import { ENGLISH_CATEGORIES, ENGLISH_PRODUCTS } from "./labelled/en";
import { FRENCH_CATEGORIES, FRENCH_PRODUCTS } from "./labelled/fr";

type Categories = typeof ENGLISH_CATEGORIES;

/** "Material=Cotton;Season=Summer" */
const pairsOf = (text: string): [string, string][] =>
  text
    .split(";")
    .filter(Boolean)
    .map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]);

const attributesOf = (category: Readonly<Record<string, string>>) =>
  Object.entries(category).map(([key, values]) => ({
    id: key.replace(/[+*]$/, ""),
    name: key.replace(/[+*]$/, ""),
    isMultiple: key.endsWith("+"),
    isCustomizable: key.endsWith("*"),
    values: values
      .split("|")
      .filter(Boolean)
      .map((name) => ({ id: name, name })),
  }));

/** Of several values the order says nothing. */
const sorted = (values: readonly string[]) => values.toSorted().join(",");

/** How many are stated, proposed as stated, and rightly so. */
function judge(categories: Categories, products: string) {
  const lines = products.trim().split("\n");
  const found = { products: lines.length, stated: 0, sure: 0, right: 0 };
  for (const line of lines) {
    const [category = "", name = "", description = "", features = "", labels = ""] =
      line.split("|");
    const attributes = attributesOf(categories[category] ?? {});
    const labelled = new Map(pairsOf(labels));
    expect([...labelled.keys()].filter((id) => !attributes.some((one) => one.id === id))).toEqual(
      [],
    );
    const said = pairsOf(features).map(([label, value]) => ({ name: label, value }));
    const texts = storeLines({ name, description, features: said });
    const sure = proposeAttributes(texts, attributes, () => true).filter(
      ({ level }) => level === "sure",
    );
    found.stated += labelled.size;
    found.sure += sure.length;
    found.right += sure.filter(({ attributeId, values }) => {
      const proposed = sorted(values.map((value) => value.name ?? ""));
      const label = labelled.get(attributeId) ?? "";
      return proposed === label || proposed === sorted(label.split(","));
    }).length;
  }
  return found;
}

describe("a hundred labelled products of each language", () => {
  it.each([
    ["English", ENGLISH_CATEGORIES, ENGLISH_PRODUCTS],
    ["German", GERMAN_CATEGORIES, GERMAN_PRODUCTS],
    ["French", FRENCH_CATEGORIES, FRENCH_PRODUCTS],
  ])(
    "are proposed rightly nineteen times in twenty, and most of what they state (%s)",
    (_, ...given) => {
      const { products, stated, sure, right } = judge(...given);
      expect(products).toBe(100);
      expect(right / sure).toBeGreaterThanOrEqual(0.95);
      expect(right / stated).toBeGreaterThanOrEqual(0.8);
    },
  );
});
