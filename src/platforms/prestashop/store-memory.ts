/** What is kept of a store between sessions, so that a pull need not ask for it again. */
import * as z from "zod";
import type { DictionaryNames } from "./dictionary";

/** What reading products needs to know of the store. */
export interface ProductFacts {
  currency: string;
  timeZone: string;
  languageId: string;
  /** Grams of one weight unit and millimetres of one length unit. */
  gramsPerUnit: number;
  mmPerUnit: number;
}

export interface StoreMemory {
  facts: ProductFacts;
  names: DictionaryNames;
}

/**
 * A store with more names than this is asked for them; the memory is read with every connection.
 */
const NAMES_KEPT = 300;

const Names = z.record(z.string(), z.string()).transform((names) => new Map(Object.entries(names)));
const Memory = z.object({
  facts: z.object({
    currency: z.string(),
    timeZone: z.string(),
    languageId: z.string(),
    gramsPerUnit: z.number(),
    mmPerUnit: z.number(),
  }),
  names: z.object({ options: Names, features: Names }),
});

export function fromMemory({ facts, names }: StoreMemory): string {
  const { currency, timeZone, languageId, gramsPerUnit, mmPerUnit } = facts;
  const few = (all: ReadonlyMap<string, string>) =>
    all.size <= NAMES_KEPT ? Object.fromEntries(all) : {};
  return JSON.stringify({
    facts: { currency, timeZone, languageId, gramsPerUnit, mmPerUnit },
    names: { options: few(names.options), features: few(names.features) },
  });
}

/** Undefined when this code did not write it. */
export function toMemory(text: string): StoreMemory | undefined {
  try {
    return Memory.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
