/**
 * Names behind ids: option values with their axis ("Size", "M"), feature values with their feature
 * ("Composition", "Cotton"). Values are read anew by every piece of work, whose sessions share them; the few
 * names of axes and features may come from what is remembered of the store, and one not found there is read.
 */
import { asSyncError, type SyncError } from "../../domain/errors/sync-error";
import { onceFor } from "../../lib/once-for";
import { text, localized, type Row } from "./json";
import { listApart, readByIds } from "./list-apart";
import { once } from "./once";
import { mayBeOne } from "./read-apart";
import type { Query, StoreClient } from "./request";

export interface NamedPair {
  name: string;
  value: string;
}

/** Looks a pair up by the id of its value. */
export type PairsById = ReadonlyMap<string, NamedPair>;

/** Names of axes or of features by their id. */
export type Names = ReadonlyMap<string, string>;

/**
 * Pairs of at least the given values. `all` reads the store's first values when one is missing, which
 * are all of them in most stores and pay for themselves over a pull; what is missing still, and with
 * `some` always, is read by id.
 */
type ReadPairs = (valueIds: readonly string[], breadth: "all" | "some") => Promise<FoundPairs>;

export interface FoundPairs {
  pairs: PairsById;
  /** Values that exist but cannot be read, or of which the name cannot: by the id of the value. */
  unreadable: ReadonlyMap<string, SyncError>;
}

export interface Dictionary {
  options: ReadPairs;
  features: ReadPairs;
}

export interface DictionaryNames {
  options: Names;
  features: Names;
}

/** Where the names and values of one kind stand in the webservice. */
interface Kind {
  names: string;
  nameFields: readonly string[];
  values: string;
  valueField: string;
  link: string;
}

const OPTIONS: Kind = {
  names: "product_options",
  nameFields: ["public_name", "name"],
  values: "product_option_values",
  valueField: "name",
  link: "id_attribute_group",
};
const FEATURES: Kind = {
  names: "product_features",
  nameFields: ["name"],
  values: "product_feature_values",
  valueField: "value",
  link: "id_feature",
};

/** A store may hold a value for each product: more of them than these are read as they are met. */
const FIRST_VALUES = 1_000;

/** More values than these are not carried on to the next session of a work. */
const MOST_VALUES = 5_000;

type LanguageId = () => Promise<string>;

/** Values of one kind as sessions of one work share them. */
interface ReadValues {
  /** Of which they are read. */
  language: string;
  values: Map<string, { nameId: string; value: string }>;
  /** Whether the store's first values are among them. */
  hasFirst: boolean;
}

const nothingRead = (): ReadValues => ({ language: "", values: new Map(), hasFirst: false });

const readBy = onceFor<object, { options: ReadValues; features: ReadValues }>(() => ({
  options: nothingRead(),
  features: nothingRead(),
}));

/**
 * `known` answers what is known of the names when asked. `work`: stands for the piece of work whose
 * sessions share the values; absent: this session alone.
 */
export function openDictionary(
  client: StoreClient,
  languageId: LanguageId,
  known: () => DictionaryNames | undefined,
  work: object = {},
): Dictionary {
  const { options, features } = readBy(work);
  for (const read of [options, features])
    if (read.values.size > MOST_VALUES) Object.assign(read, nothingRead());
  return {
    options: pairReader(client, languageId, OPTIONS, () => known()?.options, options),
    features: pairReader(client, languageId, FEATURES, () => known()?.features, features),
  };
}

/** Names of every axis and every feature. Two requests, or one per 500 of them. */
export async function readNames(client: StoreClient, languageId: string): Promise<DictionaryNames> {
  const [options, features] = await Promise.all([
    readNamesOf(client, languageId, OPTIONS),
    readNamesOf(client, languageId, FEATURES),
  ]);
  return { options: options.names, features: features.names };
}

interface FoundNames {
  names: Names;
  unreadable: ReadonlyMap<string, SyncError>;
}

async function readNamesOf(
  client: StoreClient,
  languageId: string,
  kind: Kind,
): Promise<FoundNames> {
  const display = `[${["id", ...kind.nameFields].join(",")}]`;
  const query = { display, language: languageId };
  const { rows, unreadable } = await listApart(client, kind.names, query);
  const nameOf = (row: (typeof rows)[number]) =>
    kind.nameFields.map((field) => localized(row, field, languageId)).find(Boolean) ?? "";
  return { names: new Map(rows.map((row) => [text(row, "id"), nameOf(row)])), unreadable };
}

function pairReader(
  client: StoreClient,
  languageId: LanguageId,
  kind: Kind,
  known: () => Names | undefined,
  read: ReadValues,
): ReadPairs {
  /** Ids the store was asked for; what it did not answer then does not exist. */
  const asked = new Set<string>();
  const failed = new Map<string, SyncError>();
  const readFirst = once(() => readFirstValues());
  const allNames = once(async () => readNamesOf(client, await languageId(), kind));

  async function valuesQuery(): Promise<Query> {
    return {
      display: `[id,${kind.link},${kind.valueField}]`,
      language: await languageId(),
    };
  }

  async function keep(rows: readonly Row[]): Promise<void> {
    const language = await languageId();
    for (const row of rows) {
      const value = localized(row, kind.valueField, language);
      read.values.set(text(row, "id"), { nameId: text(row, kind.link), value });
    }
  }

  /** Where one of them fails, all that are wanted are read by id. */
  async function readFirstValues(): Promise<void> {
    const query = { ...(await valuesQuery()), sort: "[id_ASC]", limit: FIRST_VALUES };
    try {
      await keep(await client.list(kind.values, query));
      read.hasFirst = true;
    } catch (caught) {
      if (!mayBeOne(asSyncError(caught))) throw caught;
    }
  }

  const missingOf = (ids: Iterable<string>) =>
    [...ids].filter((id) => !read.values.has(id) && !asked.has(id));

  return async (valueIds, breadth) => {
    const wanted = new Set(valueIds);
    const language = await languageId();
    if (read.language !== language) Object.assign(read, nothingRead(), { language });
    if (breadth === "all" && !read.hasFirst && missingOf(wanted).length > 0) await readFirst();
    const missing = missingOf(wanted);
    if (missing.length > 0) {
      const { rows, unreadable } = await readByIds(
        client,
        kind.values,
        await valuesQuery(),
        missing,
      );
      await keep(rows);
      for (const id of missing) asked.add(id);
      for (const [id, error] of unreadable) failed.set(id, error);
    }
    const found = [...wanted].flatMap((id) => {
      const value = read.values.get(id);
      return value ? [{ id, ...value }] : [];
    });
    let names = known() ?? new Map<string, string>();
    const unreadable = new Map([...failed].filter(([id]) => wanted.has(id)));
    if (found.some(({ nameId }) => !names.has(nameId))) {
      const all = await allNames();
      names = all.names;
      for (const { id, nameId } of found) {
        const error = all.unreadable.get(nameId);
        if (error) unreadable.set(id, error);
      }
    }
    const pairs = new Map(
      found.map(({ id, nameId, value }) => [id, { name: names.get(nameId) ?? "", value }]),
    );
    return { pairs, unreadable };
  };
}
