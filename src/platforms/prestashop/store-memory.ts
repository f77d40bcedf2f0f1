/** What is kept of a store between sessions, so that a pull need not ask for it again. */
import * as z from "zod";
import type { Pack } from "../../domain/stock/pack";
import type { DictionaryNames } from "./dictionary";
import type { StoreShop } from "./store-shop";

/** What reading products needs to know of the store. */
export interface ProductFacts {
  currency: string;
  currencyId: string;
  /** The customer group whose prices are read. */
  priceGroupId: string;
  /** What the store takes off every price for the group: "10.00"; "" or absent: nothing. */
  groupPercent?: string | undefined;
  /** What the store does with amounts between two cents; absent: the nearest. */
  rounding?: "nearest" | "up" | "down" | undefined;
  timeZone: string;
  languageId: string;
  /** Grams of one weight unit and millimetres of one length unit. */
  gramsPerUnit: number;
  mmPerUnit: number;
  /** The shop of several that the address answers for. */
  shop?: Pick<StoreShop, "id" | "groupId" | "sharesStock"> | undefined;
  /** Other languages whose texts are read with a product; undefined until the store was asked. */
  languages?: readonly StoreLanguage[] | undefined;
  /** How the store counts packs that do not say it themselves; "": it has none. */
  packStockType?: string | undefined;
  /** Packs that are counted by their parts; undefined until the store was asked. */
  packs?: readonly Pack[] | undefined;
}

/** An active language of the store. */
export interface StoreLanguage {
  id: string;
  /** "fr-FR" */
  code: string;
}

export interface StoreMemory {
  facts: ProductFacts;
  /** For whom products were read, by `choiceKey`; absent in what versions before 0.3 wrote. */
  choice?: string | undefined;
  names: DictionaryNames;
  /** Whether the store takes its key in addresses only; absent in what versions before 0.3 wrote. */
  keyInQuery?: boolean | undefined;
}

/**
 * A store with more names than this is asked for them; the memory is read with every connection.
 */
const NAMES_KEPT = 300;
/** A store with more packs that are counted by their parts is asked for them by each session. */
const PACKS_KEPT = 300;

const Names = z.record(z.string(), z.string()).transform((names) => new Map(Object.entries(names)));
const Memory = z.object({
  facts: z.object({
    currency: z.string(),
    // Missing in what versions before 0.3 wrote, which is no longer fresh.
    currencyId: z.string().default(""),
    priceGroupId: z.string().default(""),
    groupPercent: z.string().optional(),
    rounding: z.enum(["nearest", "up", "down"]).optional(),
    timeZone: z.string(),
    languageId: z.string(),
    gramsPerUnit: z.number(),
    mmPerUnit: z.number(),
    // Missing in what versions before 0.3 wrote.
    shop: z.object({ id: z.string(), groupId: z.string(), sharesStock: z.boolean() }).optional(),
    languages: z.array(z.object({ id: z.string(), code: z.string() })).optional(),
    packStockType: z.string().optional(),
    packs: z
      .array(
        z.object({
          productId: z.string(),
          countsOwn: z.boolean(),
          parts: z.array(
            z.object({ productId: z.string(), variantId: z.string(), units: z.number() }),
          ),
        }),
      )
      .optional(),
  }),
  names: z.object({ options: Names, features: Names }),
  choice: z.string().optional(),
  keyInQuery: z.boolean().optional(),
});

export function fromMemory({ facts, names, choice, keyInQuery }: StoreMemory): string {
  const { currency, timeZone, languageId, gramsPerUnit, mmPerUnit, shop, languages, packs } = facts;
  const { currencyId, priceGroupId, groupPercent, rounding, packStockType } = facts;
  const few = (all: ReadonlyMap<string, string>) =>
    all.size <= NAMES_KEPT ? Object.fromEntries(all) : {};
  return JSON.stringify({
    facts: {
      currency,
      currencyId,
      priceGroupId,
      groupPercent,
      rounding,
      timeZone,
      languageId,
      gramsPerUnit,
      mmPerUnit,
      ...(shop && {
        shop: { id: shop.id, groupId: shop.groupId, sharesStock: shop.sharesStock },
      }),
      languages,
      packStockType,
      ...(packs && packs.length <= PACKS_KEPT && { packs }),
    },
    names: { options: few(names.options), features: few(names.features) },
    choice,
    keyInQuery,
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
