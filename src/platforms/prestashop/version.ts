/** What a version of PrestaShop can and cannot do; "" is taken for a new one. */

/** Below this neither the module nor the webservice way was ever tried. */
const OLDEST = "1.7.6";

export function isSupported(version: string): boolean {
  return !isBefore(version, OLDEST);
}

/** PATCH came with 8.0; before it an entity is changed by writing all of it back. */
export function knowsPatch(version: string): boolean {
  return !isBefore(version, "8");
}

export function hasOrderNote(version: string): boolean {
  return !isBefore(version, "1.7.8");
}

/** Whether a version is older than another; never where it is not known. */
export function isBefore(version: string, than: string): boolean {
  if (version === "") return false;
  const parts = (text: string) => text.split(".").map((part) => Number.parseInt(part, 10) || 0);
  const [found, wanted] = [parts(version), parts(than)];
  for (let at = 0; at < Math.max(found.length, wanted.length); at += 1) {
    const difference = (found[at] ?? 0) - (wanted[at] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
