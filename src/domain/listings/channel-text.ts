/**
 * The one rule for every text a channel shows: title, description, names and values of options, free values of
 * attributes. TikTok Shop refuses (12052931 to 12052935) HTML escapes, emoji, control characters, a text of symbols
 * only, and more than nine equal characters in a row, of which its own examples show nine.
 */
import { decodeHTML, decodeHTMLStrict } from "entities/decode";

/** Equal characters in a row that no reading of the rule refuses. */
const MAX_RUN = 8;

/** Escapes of escapes are unpacked this often; what is left is taken apart. */
const MAX_ROUNDS = 5;

const KEYCAP = /([#*0-9])\ufe0f?\u20e3/g;
/** Signs of trade are words of a name, also where an editor asked for their coloured form. */
const EMOJI =
  /\p{Regional_Indicator}|\p{Emoji_Modifier}|\p{Emoji_Presentation}|(?![©®™])\p{Extended_Pictographic}\ufe0f|\u200d\p{Extended_Pictographic}/gu;
const LINE_END = /\r\n?|[\u0085\u2028\u2029]/g;
const BLANK = /[\t\v\f\p{Zs}]/gu;
/** Control, format (soft hyphen, joiners, direction), halves of a pair, and what chooses a form. */
const UNSEEN = /(?!\n)\p{Cc}|\p{Cf}|\p{Cs}|[\ufe00-\ufe0f\u20e3]/gu;
/** Most texts: nothing to drop, and quickly seen. */
const PRINTABLE = /^[\n\x20-\x7e]*$/;
const ESCAPE = /&(?:#x?[0-9a-f]+|[a-z][a-z0-9]*);?/gi;
const OPEN_ESCAPE = /&[#a-z0-9]{0,40}$/i;
const READABLE = /[\p{L}\p{N}]/u;

/** How the text so far ends, where a text continues behind a tag. */
export interface TextEnd {
  sign: string;
  /** How often `sign` stands there in a row. */
  run: number;
  /** What could become an escape with what follows. */
  open: string;
}

export const atStart = (): TextEnd => ({ sign: "", run: 0, open: "" });

/** At least one letter or digit of any script. */
export function isReadable(text: string): boolean {
  return READABLE.test(text);
}

/** A text in one line: a title, the name or value of an option, a value of an attribute. */
export function cleanLine(text: string): string {
  return cleanText(text.replace(/\s+/g, " "), atStart()).replace(/\s+/g, " ").trim();
}

/**
 * The text as the rule allows it, its lines kept. Words stay whole but for letters or digits beyond eight equal ones,
 * which a space divides. `end` is read and moved on.
 */
export function cleanText(text: string, end: TextEnd): string {
  const closed = closeEscape(divideEscapes(unpack(text)), end);
  return limitRuns(closed, end);
}

/** Unpacks escapes and drops signs until neither finds more: what stood apart may meet. */
function unpack(text: string): string {
  let after = dropSigns(text);
  for (let round = 0; round < MAX_ROUNDS && after.includes("&"); round += 1) {
    const before = after;
    after = dropSigns(decodeHTMLStrict(before));
    if (after === before) break;
  }
  return after;
}

function dropSigns(text: string): string {
  if (PRINTABLE.test(text)) return text;
  return text
    .replace(KEYCAP, "$1")
    .replace(EMOJI, "")
    .replace(LINE_END, "\n")
    .replace(BLANK, " ")
    .replace(UNSEEN, "");
}

/** "R&D;" is no escape to whoever wrote it, but to whoever reads markup. */
function divideEscapes(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(ESCAPE, (found) =>
    found.endsWith(";") || decodeHTML(found) !== found ? `& ${found.slice(1)}` : found,
  );
}

/** The same where a tag stands in the middle, for a reader who takes tags away first. */
function closeEscape(text: string, end: TextEnd): string {
  const isEscape = end.open !== "" && /^&#?[a-z0-9]+;/i.test(end.open + text.slice(0, 40));
  const closed = isEscape ? ` ${text}` : text;
  end.open =
    OPEN_ESCAPE.exec(closed.length > 41 ? closed.slice(-41) : end.open + closed)?.[0] ?? "";
  return closed;
}

function limitRuns(text: string, end: TextEnd): string {
  let out = "";
  for (const sign of text) {
    end.run = sign === end.sign ? end.run + 1 : 1;
    end.sign = sign;
    if (end.run <= MAX_RUN) out += sign;
    else if (isReadable(sign)) {
      out += ` ${sign}`;
      end.run = 1;
    }
  }
  return out;
}
