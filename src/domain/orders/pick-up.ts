/**
 * Patterns of texts by which stores call a carrier that brings nothing to an address: the buyer fetches the goods at
 * the store or at a point chosen in its cart. PrestaShop has no mark for it but the texts.
 */
export const PICK_UP_PATTERNS: readonly string[] = [
  "click\\W*(and|et|&|n|e|y|und|en)?\\W*collect",
  "pick\\W*up",
  "collect(ion)? (in|at|from)",
  "in\\W*store",
  "retrait",
  "en magasin",
  "point relais",
  "relay point",
  "parcel ?shop",
  "paket ?shop",
  "packstation",
  "locker",
  "ritiro",
  "in negozio",
  "recogida",
  "recoger",
  "en tienda",
  "abhol",
  "afhalen",
  "ophalen",
  "odbi[oó]r osobisty",
  "levantamento",
  "recolha",
  "retirada na loja",
  "osobn[ií] odb[eě]r",
  "ridicare",
  "h[aä]mta i butik",
  "avh[aä]mtning",
];

const PICK_UP = new RegExp(PICK_UP_PATTERNS.join("|"), "iu");

/** Whether the texts of a carrier, its name and its delay, say that the buyer fetches the goods. */
export const isPickUp = (...texts: readonly string[]): boolean =>
  texts.some((text) => PICK_UP.test(text));
