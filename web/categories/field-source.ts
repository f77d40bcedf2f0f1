/** Where a field is read from in the store, as a form shows it. Pure. */
import type { MappingSource } from "../../src/contract/demands";

export type ValueTable = NonNullable<MappingSource["values"]>;

export const UNITS = ["cm", "mm", "m", "in", "kg", "g", "lb"] as const;
const SIDES = ["length", "width", "height", "weight"] as const;

/** "feature:Composition", "dimension:weight:kg", "manufacturer"; "constant" has its text beside it. */
export function toSourceKey(source: MappingSource | null): string {
  if (!source) return "";
  if (source.kind === "feature" || source.kind === "option") return `${source.kind}:${source.name}`;
  if (source.kind === "dimension") return `dimension:${source.of}:${source.unit}`;
  return source.kind;
}

/** Null of "" and of a constant without a text. */
export function fromSourceKey(
  key: string,
  constant: string,
  values: ValueTable = {},
): MappingSource | null {
  const [kind = "", ...rest] = key.split(":");
  const table = Object.keys(values).length > 0 ? { values } : {};
  if (kind === "feature" || kind === "option") return { kind, name: rest.join(":"), ...table };
  if (kind === "manufacturer" || kind === "reference") return { kind, ...table };
  if (kind === "constant")
    return constant.trim() ? { kind, value: constant.trim(), ...table } : null;
  const of = SIDES.find((one) => one === rest[0]);
  const unit = UNITS.find((one) => one === rest[1]);
  return kind === "dimension" && of && unit ? { kind, of, unit, ...table } : null;
}

/** The keys of measures: lengths in units of length, weight in units of weight. */
export const DIMENSION_KEYS: readonly { of: (typeof SIDES)[number]; unit: string }[] = [
  ...SIDES.slice(0, 3).flatMap((of) => ["cm", "mm", "m", "in"].map((unit) => ({ of, unit }))),
  ...["kg", "g", "lb"].map((unit) => ({ of: "weight" as const, unit })),
];
