/** Attributes that ask for an amount: capacity, wattage, pieces, months of warranty. */
import { dimensionOf, isSameAmount, measuresOf, toNumber, type Measure } from "./measures";
import type { Candidate, Sought, Statement } from "./shapes";
import { termsOf } from "./terms";

/** "Length" may take "Midi" as well: then words are looked for, and no amount. */
export function isMeasured({ attribute: { values }, dimension }: Sought): boolean {
  if (!dimension) return false;
  return values.length === 0 || values.some(({ name }) => /\d/.test(name));
}

export function statedMeasures(sought: Sought, candidates: readonly Candidate[]): Statement[] {
  return candidates.flatMap((one) =>
    measuresOf(one.clause.terms)
      .filter(({ dimension }) => dimension === sought.dimension)
      .filter(() => isAbout(sought, one))
      .flatMap((measure) => {
        const value = valueOf(sought, measure);
        return value ? [{ value, ...one, isTelling: true }] : [];
      }),
  );
}

/**
 * Amounts of days, lengths and weights are many in a text: the clause must name what is asked for. Of the others it
 * is enough that no other attribute asks for such an amount.
 */
function isAbout(
  { attribute, dimension, isOnlyOfDimension }: Sought,
  { clause, isNamed }: Candidate,
): boolean {
  if (isNamed) return true;
  if (dimension === "time") return dimensionOf(clause.terms.join(" ")) === "time";
  if (dimension === "length" || dimension === "mass" || dimension === "share") {
    const wanted = termsOf(attribute.name);
    return wanted.some((term) => term.length > 3 && clause.terms.includes(term));
  }
  return isOnlyOfDimension;
}

/** The channel's value of that amount, else the amount as it is written where that is taken. */
function valueOf({ attribute, dimension }: Sought, measure: Measure) {
  const known = attribute.values.find(({ name }) => {
    const terms = termsOf(name);
    const [of] = measuresOf(terms);
    if (of) return of.dimension === dimension && isSameAmount(of.amount, measure.amount);
    const numbers = terms.map(toNumber).filter((number) => number !== undefined);
    return dimension === "count" && numbers.length === 1 && numbers[0] === measure.amount;
  });
  if (known) return { id: known.id };
  if (!attribute.isCustomizable) return undefined;
  if (!attribute.format) return { name: measure.text };
  const [unit] = measuresOf(["1", ...termsOf(attribute.name).slice(-1)]);
  if (unit && unit.dimension === dimension)
    return { name: String(Math.round((measure.amount / unit.amount) * 100) / 100) };
  return dimension === "count" ? { name: String(measure.amount) } : undefined;
}
