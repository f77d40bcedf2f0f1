/** Passwords that are guessed first: among the commonest, of a simple shape, or made of what is known of a person. */

export type Weakness = "common" | "simple" | "personal";

/** So many different signs a password has at least. */
const FEWEST_SIGNS = 5;
/** What is left of a password without its guessable parts has to be so long. */
const SHORTEST_REST = 6;
const OF_WEFT = ["weft", "prestashop", "tiktok"];
/** Words that most of the commonest passwords are, with digits behind them. */
const CORES = new Set(
  `admin administrator baseball batman changeme computer dragon flower football freedom iloveyou letmein login
  master michael monkey motdepasse password passwort princess qwerty qwertyuiop secret shadow starwars sunshine
  superman trustno welcome whatever azerty contrasena`.split(/\s+/),
);

/** Why a password is refused; null where it is not. `common`: the commonest ones, in lower case. */
export function weaknessOf(
  password: string,
  person: { email?: string | undefined; name?: string | undefined },
  common: ReadonlySet<string>,
): Weakness | null {
  const text = password.normalize("NFKC").toLowerCase();
  if (common.has(text) || CORES.has(text.replace(/^[\W\d_]+|[\W\d_]+$/g, ""))) return "common";
  if (new Set(text.replace(/\s/g, "")).size < FEWEST_SIGNS) return "simple";
  if (/^(.{1,5})\1+.{0,3}$/su.test(text)) return "simple";
  if (withoutRuns(text).length < SHORTEST_REST) return "simple";
  const known = [...OF_WEFT, ...partsOf(person.email), ...partsOf(person.name)];
  const rest = known.reduce((left, part) => left.replaceAll(part, ""), text);
  return rest.replace(/[\W_]/g, "").length < SHORTEST_REST ? personalIf(rest !== text) : null;
}

/** Too few letters are left, but only what is personal was taken away. */
const personalIf = (isShortened: boolean): Weakness | null => (isShortened ? "personal" : null);

const partsOf = (text = "") =>
  [text, ...text.split(/[^\p{L}\p{N}]+/u)]
    .map((part) => part.toLowerCase())
    .filter((part) => part.length >= 4)
    .toSorted((a, b) => b.length - a.length);

/** Without stretches of four signs and more that go up, go down or stay, such as "1234" or "aaaa". */
function withoutRuns(text: string): string {
  const codes = [...text].map((sign) => sign.codePointAt(0) ?? 0);
  const isInRun = codes.map(() => false);
  let start = 0;
  for (let at = 1; at <= codes.length; at += 1) {
    const step = stepTo(codes, at);
    const isSame = at - start < 2 || step === stepTo(codes, at - 1);
    if (at < codes.length && step !== undefined && isSame) continue;
    if (at - start >= 4) isInRun.fill(true, start, at);
    start = step === undefined ? at : at - 1;
    if (at === codes.length) break;
  }
  return [...text].filter((_, index) => !isInRun[index]).join("");
}

function stepTo(codes: readonly number[], at: number): number | undefined {
  const step = (codes[at] ?? NaN) - (codes[at - 1] ?? NaN);
  return Math.abs(step) <= 1 ? step : undefined;
}
