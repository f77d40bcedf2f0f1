// Where the versions behave differently beyond which fields they have.
import type { Json } from "./row";
import type { Flavour, Kind } from "./schema";

export const is17 = (flavour: Flavour): boolean => flavour.startsWith("1.7.");
export const is9 = (flavour: Flavour): boolean => flavour.startsWith("9.");

/** A scalar column in the type PHP gives it: integers are numbers from 9 on, text before. */
export function typed(kind: Kind, value: Json, flavour: Flavour): Json {
  if (typeof value !== "string") return value;
  const isNumber = kind === "number" || (kind === "int" && is9(flavour));
  return isNumber && /^-?\d+$/.test(value) ? Number(value) : value;
}
