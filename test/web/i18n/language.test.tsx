import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ComponentChild } from "preact";
import { createFormat } from "../../../src/i18n/base/format";
import { createGrammar } from "../../../src/i18n/base/grammar";
import { english, type Catalogue } from "../../../src/i18n/en/catalogue";
import { ui } from "../../../src/i18n/en/ui";
import { pickLanguage, pickLocale } from "../../../src/i18n/language";
import Login from "../../../web/accounts/login-page";
import SignUp from "../../../web/accounts/sign-up-page";
import { checkTitle, findingText } from "../../../web/i18n/checks";
import { formatNumber } from "../../../web/i18n/format";
import { formatDuration } from "../../../web/tasks/duration";
import { helpTexts } from "../../../web/i18n/help";
import { speak, translateBrought, withPart } from "../../../web/i18n/language";
import { problemText } from "../../../web/i18n/problems";
import { speaking } from "../../../web/i18n/speaking";
import Developers from "../../../web/help/developers-page";
import Help from "../../../web/help/help-page";
import NotFound from "../../../web/shell/not-found";
import { draw, fakeServer, until } from "../support/render";
import { bracketed, pseudo, pseudoServer } from "./pseudo-language";

// A catalogue that lacks a part, or a part that lacks a key, does not compile.
// @ts-expect-error no help
const _incomplete: Catalogue = { ...pseudo, help: undefined };
const { "home.title": _title, ...rest } = ui.home;
// @ts-expect-error no "home.title"
const _shorter: Catalogue = { ...pseudo, ui: { ...pseudo.ui, home: async () => rest } };
const home = speaking({ home: ui.home });
// @ts-expect-error of a part that is not brought along
const _foreign = () => home.t("orders.title");

/** Any name, so that every message with parameters can be filled. */
const anything = new Proxy(
  { entries: [{ label: "Live", count: 2 }], parts: ["name", "town"] },
  { get: (known, name) => Reflect.get(known, name) ?? 2 },
);

describe("a further language", () => {
  beforeEach(() => speak(pseudo, "de-DE"));
  afterEach(() => speak(english, "en"));

  it("is spoken by every message of the pages, whichever code brings it", async () => {
    const { t, tValue } = speaking(ui);
    await translateBrought();
    for (const key of Object.values(ui).flatMap((part) => Object.keys(part))) {
      const text = (t as (key: string, params: unknown) => string)(key, anything);
      expect(text, key).toMatch(/^⟦.+⟧$/s);
    }
    expect(tValue("task.kind.", "pull-products")).toBe("⟦Pull products⟧");
  });

  it("says no key twice, in whichever part", () => {
    const keys = Object.values(ui).flatMap((part) => Object.keys(part));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it("is spoken by every problem, the unknown one too", async () => {
    const codes = [...Object.keys((await english.problems()).known), "moon.too_far"];
    for (const [code = "", reason] of codes.map((key) => key.split(":"))) {
      const { what, means, act } = problemText({ code, facts: reason ? { reason } : {} });
      for (const part of [what, means, act]) expect(part, code).toMatch(/^⟦.+⟧$/s);
    }
  });

  it("is spoken by every check once a page that shows findings is loaded", async () => {
    await withPart("checks", Promise.resolve());
    for (const check of Object.keys(await english.checks())) {
      expect(checkTitle(check)).toMatch(/^⟦.+⟧$/);
      const finding = { check, verdict: "fail", facts: {}, because: null, canFix: true } as const;
      const { title, why, found = "", act = "", fix = "⟦none⟧" } = findingText(finding);
      for (const part of [title, why, found, act, fix]) expect(part, check).toMatch(/^⟦.+⟧$/s);
    }
  });

  it("changes the parts that pages already use", async () => {
    await speak(english, "en");
    await withPart("help", Promise.resolve());
    await speak(pseudo, "de-DE");
    expect(helpTexts().failing[0]).toMatch(/^⟦.+⟧$/);
  });

  it("is spoken by every mail", () => {
    const link = "https://weft.example/x";
    const mails = Object.values(pseudoServer.mails).map((mail) =>
      mail({
        link,
        inviter: "Ada",
        account: "Oak",
        openDays: 7,
        connection: "Loom",
        days: 7,
        orders: 2,
      }),
    );
    expect(mails).toHaveLength(6);
    for (const { subject, body } of mails) {
      expect(subject).toMatch(/^⟦.+⟧$/);
      expect(body).toMatch(/^⟦.+https:\/\/weft\.example\/x.+⟧$/s);
    }
  });

  it("writes figures as its readers do", () => {
    expect(formatNumber(1234.5)).toBe("1.234,5");
    expect(formatDuration(61_000)).toBe(bracketed("1 min 1 s"));
  });

  const pages: readonly [string, () => ComponentChild][] = [
    ["login", () => <Login />],
    ["sign-up", () => <SignUp />],
    ["not found", () => <NotFound />],
    ["help", () => <Help />],
    ["help for developers", () => <Developers />],
  ];
  it.each(pages)("leaves no English word on the page %s", async (_name, content) => {
    await withPart("help", Promise.resolve());
    draw(content(), fakeServer({}));
    await until(() => document.querySelector("h1") !== null);
    const texts = textsOf(document.body).filter((text) => /\p{L}/u.test(text));
    // The brand is no word of a language.
    expect(texts.filter((text) => !text.includes("⟦") && text !== "Weft")).toEqual([]);
    expect(texts.length).toBeGreaterThan(3);
  });
});

/** What a reader sees and hears: text outside of code, labels, placeholders and titles. */
function textsOf(root: Element): string[] {
  const texts: string[] = [];
  for (const element of root.querySelectorAll("*")) {
    for (const name of ["aria-label", "placeholder", "title"]) {
      const value = element.getAttribute(name);
      if (value) texts.push(value);
    }
    if (element.closest("code, pre")) continue;
    for (const child of element.childNodes)
      if (child.nodeType === Node.TEXT_NODE) texts.push(child.textContent?.trim() ?? "");
  }
  return texts;
}

describe("the choice of a language", () => {
  it("takes the first that Weft speaks, by weight, and English otherwise", () => {
    expect(pickLanguage("en-GB,en;q=0.9")).toBe("en");
    expect(pickLanguage(null, undefined, "")).toBe("en");
    expect(pickLanguage("tlh", "xx;q=0.1, *")).toBe("en");
    expect(pickLanguage("constructor")).toBe("en");
  });

  it("keeps the reader's own way to write figures", () => {
    expect(pickLocale("en", ["de-DE", "en-GB"])).toBe("en-GB");
    expect(pickLocale("en", ["de-DE"])).toBe("en");
  });
});

describe("grammar", () => {
  it("knows the plural forms of its language", () => {
    const { plural } = createGrammar("pl");
    const forms = { one: "plik", few: "pliki", many: "plików", other: "pliku" };
    expect([1, 2, 5].map((count) => plural(count, forms))).toEqual(["plik", "pliki", "plików"]);
    expect(createGrammar("en").plural(0, { one: "order", other: "orders" })).toBe("orders");
  });
});

describe("figures", () => {
  it("follow the locale, not the machine", () => {
    expect(createFormat("en-GB").money(123456, "GBP")).toBe("£1,234.56");
    expect(createFormat("de-DE").money(123456, "EUR")).toBe("1.234,56\u00a0€");
    expect(createFormat("en-US").money(123456, "JPY")).toBe("¥123,456");
  });
});
