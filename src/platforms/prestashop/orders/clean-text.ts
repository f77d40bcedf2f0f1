/**
 * What the store's validators refuse is taken out of a buyer's texts; a whole address is never
 * refused for it.
 */

const FALLBACK = "-";

/**
 * A first or last name: the store refuses digits and ! < > , ; ? = + ( ) @ # " { } _ $ % : and more
 * (400 code 85), and a dot with no space behind it. Asterisks that hide the rest of a name become an
 * ellipsis, or half of a name would be another one.
 */
export function cleanName(name: string): string {
  const shown = name.replaceAll(/\*+/g, "…");
  const allowed = shown.replaceAll(/[0-9!<>,;?=+()/\\@#"°`{}_^$%:¤[\]|]/g, " ");
  return tidy(allowed.replaceAll(/[.。](?=\S)/g, ". "), 120);
}

/**
 * First and last name, both always filled: the store demands both and the channel may know only
 * one.
 */
export function cleanNames(person: { name: string; firstName: string; lastName: string }): {
  firstname: string;
  lastname: string;
} {
  const names = person.name.trim().split(/\s+/);
  const last = names.length > 1 ? names.pop() : undefined;
  const first = names.join(" ");
  return {
    firstname: cleanName(person.firstName || first),
    lastname: cleanName(person.lastName || last || first),
  };
}

/** A line of an address, however long; "" where no sign is left. */
export function cleanAddress(line: string): string {
  return tidy(line.replaceAll(/[!<>?=+@{}_$%]/g, " "), Infinity, "");
}

export function cleanCity(city: string): string {
  return tidy(city.replaceAll(/[!<>;?=+@#"°{}_$%]/g, " "), 64);
}

/** "" where a sign or the length is not a postcode's: a part of one is another one. */
export function cleanPostcode(postcode: string): string {
  return /^[a-zA-Z0-9 -]{1,12}$/.test(postcode) ? postcode : "";
}

/**
 * The number in front of an extension or a remark; "" where the channel hides digits with asterisks, or
 * where what is left is too short to be one: half of a number is another one.
 */
export function cleanPhone(phone: string): string {
  if (phone.includes("*")) return "";
  const number = /^[+0-9. ()/-]{0,32}(?![+0-9. ()/-])/.exec(phone)?.[0].trim() ?? "";
  return number.replaceAll(/\D/g, "").length >= 5 ? number : "";
}

/** A remark for the merchant, without markup. */
export function cleanNote(note: string): string {
  return tidy(note.replaceAll(/[<>{}]/g, " "), 4000, "");
}

/** One blank between words and none around them, as the store keeps texts. */
export const inOneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

function tidy(value: string, longest: number, fallback = FALLBACK): string {
  const short = inOneLine(value);
  return [...short].slice(0, longest).join("").trim() || fallback;
}
