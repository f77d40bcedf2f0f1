/**
 * Text as searches compare it: without case, accents, ligatures and the signs that keyboards and
 * printers write differently. SQLite folds ASCII only, so what is searched is kept folded beside
 * what is shown.
 */

/** Letters that are not a plain letter with a mark, and signs that are typed in more than one form. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: "ss",
  ø: "o",
  æ: "ae",
  œ: "oe",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ŧ: "t",
  ı: "i",
  ĸ: "k",
  ŋ: "n",
  ς: "σ",
  "’": "'",
  "‘": "'",
  ʼ: "'",
  "‐": "-",
  "‑": "-",
  "–": "-",
  "—": "-",
  "−": "-",
};
const SPECIAL = new RegExp(`[${Object.keys(PLAIN).join("")}]`, "g");

/** Signs that have no other form; most texts hold no others, and are folded in a tenth of the time. */
const PLAIN_ONLY = /^[\x20-\x7e]*$/;

/** Lower case, without marks and invisible signs, spaces as one each; folding twice changes nothing. */
export function foldText(text: string): string {
  if (PLAIN_ONLY.test(text)) return text.toLowerCase().replace(/ {2,}/g, " ").trim();
  return text
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]+/gu, "")
    .replace(SPECIAL, (sign) => PLAIN[sign] ?? sign)
    .replace(/\s+/g, " ")
    .trim();
}

/** The texts folded, each once; lines part them, so that no term is found across two of them. */
export function searchText(texts: readonly (string | null | undefined)[]): string {
  return [...new Set(texts.map((text) => foldText(text ?? "")))].filter(Boolean).join("\n");
}

/** A database is asked for each term alone. */
const MOST_TERMS = 8;

/** The terms a text must hold to be found; none: nothing is searched for. */
export function searchTerms(typed: string): string[] {
  return foldText(typed).split(" ").filter(Boolean).slice(0, MOST_TERMS);
}
