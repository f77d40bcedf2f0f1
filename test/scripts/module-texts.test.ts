/** The texts of the PrestaShop module: each in English, French and Spanish, for every version of PrestaShop. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const MODULE = "modules/prestashop/weft";
const LOCALES = ["en-US", "fr-FR", "es-ES"];
const read = (name: string) => readFileSync(join(MODULE, name), "utf8");
const unslash = (text: string) => text.replace(/\\(['\\])/g, "$1");
const unescape = (text: string) =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
const md5 = (text: string) => createHash("md5").update(text).digest("hex");

/** Every text the code asks a translation of. */
function usedTexts(): string[] {
  const texts = new Set<string>();
  for (const name of readdirSync(MODULE, { recursive: true, encoding: "utf8" })) {
    if (!/\.(php|tpl)$/.test(name)) continue;
    const calls = name.endsWith(".tpl")
      ? /\{l s='((?:[^'\\]|\\.)*)'/g
      : /->trans\(\s*'((?:[^'\\]|\\.)*)'/g;
    for (const [, text = ""] of read(name).matchAll(calls)) texts.add(unslash(text));
  }
  return [...texts].toSorted();
}

/** The catalogue PrestaShop 1.7.8 and later read: text => translation. */
function catalogue(locale: string): Map<string, string> {
  const units = read(`translations/${locale}/ModulesWeftAdmin.${locale}.xlf`).matchAll(
    /<trans-unit id="(\w{32})">\s*<source>(.*?)<\/source>\s*<target>(.*?)<\/target>\s*<\/trans-unit>/gs,
  );
  return new Map(
    [...units].map(([, id, source = "", target = ""]) => {
      expect(id).toBe(md5(unescape(source)));
      return [unescape(source), unescape(target)];
    }),
  );
}

/** The dictionary PrestaShop 1.7.6 and 1.7.7 read: hash of the text => translation. */
const dictionary = (language: string): Map<string, string> =>
  new Map(
    [
      ...read(`translations/${language}.php`).matchAll(
        /^\$_MODULE\['<\{weft\}prestashop>admin_(\w{32})'\] = '((?:[^'\\]|\\.)*)';$/gm,
      ),
    ].map(([, hash = "", text = ""]) => [hash, unslash(text)]),
  );

const placeholders = (text: string) => (text.match(/%\w+%/g) ?? []).toSorted();
const used = usedTexts();

describe("the texts of the module", () => {
  it("are found in the code", () => expect(used.length).toBeGreaterThan(50));

  it.each(LOCALES)("are all in %s, and no other", (locale) => {
    expect([...catalogue(locale).keys()].toSorted()).toEqual(used);
    expect(read(`translations/${locale}/ModulesWeftAdmin.${locale}.xlf`)).toContain(
      `target-language="${locale}"`,
    );
  });

  it("are in English as they stand in the code", () => {
    for (const [source, target] of catalogue("en-US")) expect(target).toBe(source);
  });

  it.each(["fr-FR", "es-ES"])("keep their values in %s, and their end", (locale) => {
    for (const [source, target] of catalogue(locale)) {
      expect(placeholders(target)).toEqual(placeholders(source));
      expect(target.at(-1) === ".").toBe(source.endsWith("."));
      expect(target).toBe(target.trim());
    }
  });

  it.each([
    ["fr", "fr-FR"],
    ["es", "es-ES"],
  ])("are the same in the dictionary %s as in %s", (language, locale) => {
    // PrestaShop makes the hash of a text with its apostrophes escaped.
    const hashed = [...catalogue(locale)].map(([source, target]) => [
      md5(source.replaceAll("'", "\\'")),
      target,
    ]);
    expect([...dictionary(language)].toSorted()).toEqual(hashed.toSorted());
  });
});
