/**
 * Who decides what a field of a listing says: the store, a value kept in Weft, or the channel. Rules hold
 * for all products of a connection; a product may have rules of its own, which win.
 */
import type { ListingOrigin } from "./listing-origin";

/** Before the listing exists. "connector": the name kept in Weft; "none": the listing is made without. */
export const CREATE_CHOICES = {
  title: ["source", "connector"],
  barcode: ["source", "none"],
  stock: ["source", "none"],
} as const;

/**
 * Once it exists. "channel": what stands there is never touched. "details" is all that has no rule of its
 * own: category, brand, attributes, variants, measures and proofs.
 */
export const UPDATE_CHOICES = {
  title: ["source", "connector", "channel"],
  description: ["source", "channel"],
  media: ["source", "channel"],
  barcode: ["source", "channel"],
  details: ["source", "channel"],
  price: ["source", "channel"],
  stock: ["source", "channel"],
} as const;

type Table = Readonly<Record<string, readonly string[]>>;
type Chosen<Choices extends Table> = { readonly [Field in keyof Choices]: Choices[Field][number] };

export type CreateRules = Chosen<typeof CREATE_CHOICES>;
export type UpdateRules = Chosen<typeof UPDATE_CHOICES>;
/** What the ledger sends has a rule of its own for each mapped product, chosen when it was mapped. */
export type ContentRules = Omit<UpdateRules, "price" | "stock">;

/** What holds for a listing. */
export interface SyncRules {
  create: CreateRules;
  update: UpdateRules;
}

/** What holds for all products; `mapped`: for listings that the seller made. */
export interface SharedRules extends SyncRules {
  mapped: ContentRules;
}

/** What a merchant chose for the content of one product. */
export interface OwnRules {
  create?: Partial<CreateRules>;
  update?: Partial<ContentRules>;
}

/** All rules of one product; a field left out goes by the rule of all products. */
export interface WantedRules {
  /** The product's name on the channel, for rules that take it; null: none is kept. */
  title: string | null;
  create: Partial<CreateRules>;
  update: Partial<UpdateRules>;
}

/** While a merchant has set none: everything follows the store, a mapped listing stays the seller's. */
export const USUAL_RULES: SharedRules = {
  create: { title: "source", barcode: "source", stock: "source" },
  update: {
    title: "source",
    description: "source",
    media: "source",
    barcode: "source",
    details: "source",
    price: "source",
    stock: "source",
  },
  mapped: {
    title: "channel",
    description: "channel",
    media: "channel",
    barcode: "channel",
    details: "channel",
  },
};

/** `origin`: of the product's listing; "pushed" while it has none. */
export function resolveRules(
  origin: ListingOrigin,
  shared: SharedRules,
  own: OwnRules = {},
): SyncRules {
  const ofOrigin = origin === "mapped" ? shared.mapped : {};
  return {
    create: { ...shared.create, ...own.create },
    update: { ...shared.update, ...ofOrigin, ...own.update },
  };
}

/** The rules while a merchant has set none. */
export const defaultRules = (origin: ListingOrigin): SyncRules => resolveRules(origin, USUAL_RULES);

/** What the rules come to in the phase that a listing is in. */
export interface Ruling {
  /** The title is the name kept in Weft, where there is one. */
  isOwnTitle: boolean;
  /** What is the channel's to say; nothing before the listing exists. */
  kept: readonly (keyof UpdateRules)[];
}

export function rulingOf({ create, update }: SyncRules, isListed: boolean): Ruling {
  if (!isListed) return { isOwnTitle: create.title === "connector", kept: [] };
  const fields = Object.keys(UPDATE_CHOICES) as (keyof UpdateRules)[];
  return {
    isOwnTitle: update.title === "connector",
    kept: fields.filter((field) => update[field] === "channel"),
  };
}

/** The rules of content, which a push carries out. */
export const CONTENT_RULES = (Object.keys(UPDATE_CHOICES) as (keyof UpdateRules)[]).filter(
  (field): field is keyof ContentRules => field !== "price" && field !== "stock",
);

/** Whether an edit of content has nothing to say: all that stands there stays. */
export const keepsAll = ({ kept }: Ruling): boolean =>
  CONTENT_RULES.every((field) => kept.includes(field));
