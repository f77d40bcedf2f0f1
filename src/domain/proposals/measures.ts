/** Amounts with a unit in a text: "0.5 l" and "500 ml" are one. */

export const DIMENSIONS = [
  "volume",
  "mass",
  "length",
  "power",
  "voltage",
  "time",
  "memory",
  "count",
  "share",
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export interface Measure {
  dimension: Dimension;
  /** In the smallest unit: millilitres, grams, millimetres, watts, volts, days, megabytes, pieces, per cent. */
  amount: number;
  /** As it is written. */
  text: string;
  /** Where it begins among the words of the text, and how many words it takes. */
  at: number;
  length: number;
}

const UNITS: Readonly<Record<string, readonly [Dimension, number]>> = Object.fromEntries(
  (
    [
      ["volume", 1, "ml milliliter millilitre millilitres millilitros"],
      ["volume", 10, "cl"],
      ["volume", 100, "dl"],
      ["volume", 1000, "l liter litre litres liters litern litro litros litri"],
      ["mass", 1, "g gr gram grams gramm gramme grammes gramos"],
      ["mass", 0.001, "mg"],
      ["mass", 1000, "kg kilo kilos kilogram kilogramm kilogrammes kilogramme"],
      ["mass", 28.3495, "oz ounce ounces"],
      ["mass", 453.592, "lb lbs pound pounds"],
      ["length", 1, "mm millimeter millimetre millimetres"],
      ["length", 10, "cm centimeter centimetre centimetres zentimeter centimetros"],
      ["length", 1000, "m meter metre metres meters metern metros metri"],
      ["length", 25.4, "in inch inches zoll pouces pouce pulgadas"],
      ["power", 1, "w watt watts"],
      ["power", 1000, "kw"],
      ["voltage", 1, "v volt volts"],
      ["time", 1, "day days tag tage tagen jour jours"],
      ["time", 7, "week weeks woche wochen semaine semaines"],
      ["time", 30.4375, "month months monat monate monaten mois mes meses mesi"],
      ["time", 365.25, "year years yr yrs jahr jahre jahren an ans annee annees ano anos anni"],
      ["memory", 1, "mb mo"],
      ["memory", 1000, "gb go"],
      ["memory", 1_000_000, "tb to"],
      [
        "count",
        1,
        "pieces piece pcs pc pack packs set sets stuck teilig teiliges teilige er stk pieces pezzi piezas units count pairs sheets tablets capsules paar blatt tabletten kapseln unites paires feuilles gelules bags beutel sachets",
      ],
      ["share", 1, "% percent prozent"],
    ] as const
  ).flatMap(([dimension, factor, names]) =>
    names.split(" ").map((name) => [name, [dimension, factor] as const]),
  ),
);

/** Small numbers as words. */
const SPELLED: Readonly<Record<string, number>> = Object.fromEntries(
  [
    "one ein eine einen une uno una",
    "two zwei deux dos due twin doppelpack duo pair",
    "three drei trois tres tre trio",
    "four vier quatre cuatro quattro",
    "five funf cinq cinco cinque",
    "six sechs seis sei",
    "seven sieben sept siete sette",
    "eight acht huit ocho otto",
    "nine neun neuf nueve nove",
    "ten zehn dix diez dieci",
    "eleven elf onze once undici",
    "twelve zwolf douze doce dodici dozen dutzend douzaine",
  ].flatMap((names, at) => names.split(" ").map((name) => [name, at + 1] as const)),
);

const COUNTED_BEFORE =
  /^(?:set|pack|lot|box|pair|bundle|jeu|boite|juego|confezione|coffret|paquet)$/;
const BETWEEN = new Set(["of", "de", "da", "von", "mit"]);

/** "1.500", "0,5" and "1 500" read as people write them. */
export function toNumber(text: string): number | undefined {
  if (!/^\d/.test(text)) return SPELLED[text];
  const plain =
    /^\d{1,3}[.,]\d{3}$/.test(text) && !text.startsWith("0")
      ? text.replace(/[.,]/, "")
      : text.replace(",", ".");
  const number = Number(plain);
  return Number.isFinite(number) ? number : undefined;
}

/** @param terms as `termsOf` gives them */
export function measuresOf(terms: readonly string[]): Measure[] {
  const found: Measure[] = [];
  for (let at = 0; at < terms.length; at += 1) {
    const measure = measureAt(terms, at) ?? countAt(terms, at);
    if (!measure) continue;
    found.push(measure);
    at += measure.length - 1;
  }
  return found;
}

function measureAt(terms: readonly string[], at: number): Measure | undefined {
  const [first = "", second = ""] = terms.slice(at, at + 2);
  const number = toNumber(first);
  if (number === undefined) return undefined;
  const unit = Object.hasOwn(UNITS, second) ? UNITS[second] : undefined;
  if (!unit) return undefined;
  const [dimension, factor] = unit;
  if (dimension === "count" && !/^\d/.test(first) && number === 1) return undefined;
  // "one year" is an amount, "a set" and "eine Tasche in" are none.
  if (!/^\d/.test(first) && dimension !== "time" && dimension !== "count") return undefined;
  return { dimension, amount: number * factor, text: `${first} ${second}`, at, length: 2 };
}

/** "set of 4", "lot de deux". */
function countAt(terms: readonly string[], at: number): Measure | undefined {
  const [first = "", second = "", third = ""] = terms.slice(at, at + 3);
  if (!COUNTED_BEFORE.test(first) || !BETWEEN.has(second)) return undefined;
  const amount = toNumber(third);
  if (amount === undefined) return undefined;
  return { dimension: "count", amount, text: `${first} ${second} ${third}`, at, length: 3 };
}

/** What names of attributes and labels measure, by the beginnings of their words. */
const NAMES: readonly (readonly [Dimension, RegExp])[] = [
  [
    "count",
    /\b(?:quantity|count|pieces|pack size|number of|pcs|stuckzahl|anzahl|menge|packungsgrosse|inhalt stuck|nombre|quantite|nb|cantidad|numero|quantita)\b/,
  ],
  [
    "time",
    /\b(?:warrant|guarantee|garantie|gewahrleist|garantia|garanzia|shelf life|haltbarkeit|duree|burn time|brenndauer|laufzeit)/,
  ],
  ["power", /\b(?:wattage|power|leistung|puissance|potencia|potenza)\b/],
  ["voltage", /\b(?:voltage|spannung|tension|voltaje)\b/],
  ["memory", /\b(?:storage|memory|speicher\p{L}*|stockage|memoire|memoria)\b/u],
  [
    "volume",
    /\b(?:capacity|volume|volumen|fassungsvermogen|inhalt|fullmenge|fullvolumen|contenance|capacite|capacidad|capacita|content|net content|contenu)\b/,
  ],
  ["mass", /\b(?:weight|gewicht|nettogewicht|poids|peso)\b/],
  [
    "length",
    /\b(?:length|width|height|diameter|depth|size|screen|lange|breite|hohe|durchmesser|tiefe|grosse|longueur|largeur|hauteur|diametre|profondeur|taille|altura|largo)\b/,
  ],
];

/** @param name folded */
export function dimensionOf(name: string): Dimension | undefined {
  return NAMES.find(([, pattern]) => pattern.test(name))?.[0];
}

/** Whether two amounts are one, written in different units. */
export const isSameAmount = (one: number, other: number) =>
  Math.abs(one - other) <= 0.01 * Math.max(one, other);
