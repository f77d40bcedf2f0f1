/**
 * Words that the project gave up because they meant several things or hid the field's own term
 * (glossary in CONTRIBUTING.md). Names of code, file names, comments and test titles are free of them;
 * what is stored or crosses the wire keeps its name, and so do texts for merchants.
 */

/** Nowhere: neither in names nor in comments. */
const ANYWHERE = [
  "door doors room rooms desk desks lane lanes doctor doctors scene scenes seat seats",
  "reckon reckons reckoned reckoning mend mends mended mending cure cures cured blame blames blamed",
  "urge urges urged hurry hurried heed heeds heeded story stories heard muted",
  "settle settles settled settling unsettled",
].flatMap((line) => line.split(" "));

/** Not as a part of a name; in a sentence they are plain English. */
const IN_NAMES =
  "book books way ways via word words worded look looks looked looking told tell".split(" ");

const anywhere = new Set(ANYWHERE);
const inNames = new Set([...ANYWHERE, ...IN_NAMES]);

/** "openStoreDoor" -> ["open", "store", "door"] */
export const partsOf = (name) =>
  name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .split(/[^A-Za-z]+/)
    .filter(Boolean)
    .map((part) => part.toLowerCase());

const COMMENT = /\/\*[\s\S]*?\*\/|(?<![:"'`\w])\/\/[^\n]*/g;
const TEXT = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g;

/**
 * The retired words of a source file, each once. `kept`: words that this file may hold.
 * @param {string} source
 * @param {readonly string[]} kept
 */
export function retiredOf(source, kept = []) {
  const comments = (source.match(COMMENT) ?? []).join("\n");
  const code = source
    .replace(COMMENT, " ")
    .replace(TEXT, " ")
    // The language's own names.
    .replace(/\b(allSettled|PromiseSettledResult)\b/g, " ");
  const found = [
    ...partsOf(code).filter((part) => inNames.has(part)),
    ...partsOf(comments).filter((part) => anywhere.has(part)),
  ];
  return [...new Set(found)].filter((word) => !kept.includes(word));
}

/** The retired words of a path's own names. */
export function retiredOfPath(path) {
  return partsOf(path).filter((part) => inNames.has(part));
}
