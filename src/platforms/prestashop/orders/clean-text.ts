/**
 * What the store's validators refuse is taken out of a buyer's texts; a whole address is never
 * refused for it.
 */

const FALLBACK = "-";

/**
 * A first or last name: the store refuses digits and ! < > , ; ? = + ( ) @ # " { } _ $ % : and more
 * (400 code 85), and a dot with no space behind it.
 */
export function cleanName(name: string): string {
  const allowed = name.replaceAll(/[0-9!<>,;?=+()/\\@#"°*`{}_^$%:¤[\]|]/g, " ");
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

/** A line of an address. */
export function cleanAddress(line: string): string {
  return tidy(line.replaceAll(/[!<>?=+@{}_$%]/g, " "), 128);
}

export function cleanCity(city: string): string {
  return tidy(city.replaceAll(/[!<>;?=+@#"°{}_$%]/g, " "), 64);
}

export function cleanPostcode(postcode: string): string {
  return tidy(postcode.replaceAll(/[^a-zA-Z0-9 -]/g, ""), 12, "");
}

/** The channel masks digits with asterisks; the store refuses them. */
export function cleanPhone(phone: string): string {
  return tidy(phone.replaceAll(/[^+0-9. ()/-]/g, ""), 32, "");
}

/** A remark for the merchant, without markup. */
export function cleanNote(note: string): string {
  return tidy(note.replaceAll(/[<>{}]/g, " "), 1000, "");
}

function tidy(value: string, longest: number, fallback = FALLBACK): string {
  const short = value.replaceAll(/\s+/g, " ").trim();
  return [...short].slice(0, longest).join("").trim() || fallback;
}
