// The formatting rule that title, description, names and values of sales attributes and free values of product
// attributes share (12052931 to 12052935), in its strictest reading: nine equal characters are too many, as in the
// platform's own examples.
import { when, type Issue } from "./issue";

const ESCAPE = /&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/i;
const EMOJI = /\p{Emoji_Presentation}|\ufe0f|\u20e3/u;
// eslint-disable-next-line no-control-regex -- the rule is about control characters
const CONTROL = /[\u0000-\u001f\u007f]/;
// eslint-disable-next-line no-control-regex -- a description may have lines
const CONTROL_BUT_LINES = /[\u0000-\u0009\u000b-\u001f\u007f]/;
const REPEATED = /(.)\1{8}/su;
const READABLE = /[\p{L}\p{N}]/u;

const FIELDS = {
  12052931: "title",
  12052932: "description",
  12052933: "sales attribute name",
  12052934: "sales attribute value name",
  12052935: "product attribute value name",
} as const;

export type TextCode = keyof typeof FIELDS;

/** An empty text is another rule's matter. */
export function checkTextRule(code: TextCode, value: string): Issue[] {
  const readings = code === 12052932 ? [value, value.replace(/<[^>]*>/g, "")] : [value];
  const control = code === 12052932 ? CONTROL_BUT_LINES : CONTROL;
  const isBroken = readings.some(
    (text) =>
      ESCAPE.test(text) ||
      EMOJI.test(text) ||
      control.test(text) ||
      REPEATED.test(text) ||
      (text.trim() !== "" && !READABLE.test(text)),
  );
  return when(
    isBroken,
    code,
    `The ${FIELDS[code]} must follow these formatting rules: it cannot contain HTML escape characters (e.g., &nbsp;), emojis, or ASCII control characters. It also cannot consist solely of symbols, nor can it have more than 9 consecutive repeated characters.`,
  );
}
