/**
 * Reads many things at once, and apart where one of them spoils the answer for all: a module of the
 * store that fails for one product makes the webservice answer an error to a whole page.
 */
import { asSyncError, type SyncError } from "../../domain/errors/sync-error";

export interface ReadApart<T> {
  rows: readonly T[];
  /** What could not be read even alone, by id. */
  unreadable: ReadonlyMap<string, SyncError>;
}

/** Answers that one thing of many may cause; a store that is down gives some of them as well. */
const MAY_BE_ONE: ReadonlySet<string> = new Set([
  "prestashop.php_warning",
  "prestashop.refused",
  "prestashop.unavailable",
  "prestashop.html_instead_of_json",
  "prestashop.empty_answer",
  "prestashop.answer_too_large",
  "prestashop.unexpected_shape",
  "prestashop.module_failed",
  "prestashop.module_unclear",
]);

/** Failed requests after which no more of them are made for one page. */
const MOST_FAILURES = 24;

/**
 * Throws what the store answered where it answers nothing at all of these, or where too many of them
 * fail to be told apart.
 */
export async function readApart<T>(
  ids: readonly string[],
  read: (ids: readonly string[]) => Promise<readonly T[]>,
): Promise<ReadApart<T>> {
  const whole = await tryRead(ids, read);
  if (!("error" in whole)) return { rows: whole.rows, unreadable: new Map() };
  return readSingly(ids, read, whole.error);
}

/** Like `readApart`, where reading all of them has failed with `error` already. */
export async function readSingly<T>(
  ids: readonly string[],
  read: (ids: readonly string[]) => Promise<readonly T[]>,
  error: SyncError,
): Promise<ReadApart<T>> {
  // Alone, it may as well be the store that fails.
  if (!mayBeOne(error) || ids.length < 2) throw error;
  const found: T[] = [];
  const unreadable = new Map<string, SyncError>();
  let failures = 0;
  const open: (readonly string[])[] = halves(ids);
  for (let part = open.shift(); part; part = open.shift()) {
    const answer = await tryRead(part, read);
    if (!("error" in answer)) {
      found.push(...answer.rows);
      continue;
    }
    failures += 1;
    const isHopeless = failures === 2 && found.length === 0 && !(await isAnyReadable(ids, read));
    if (!mayBeOne(answer.error) || isHopeless || failures > MOST_FAILURES) throw answer.error;
    const [only] = part;
    if (part.length === 1 && only !== undefined) unreadable.set(only, answer.error);
    else open.unshift(...halves(part));
  }
  return { rows: found, unreadable };
}

/** Both halves failed: two of the things may be broken, or the store is. */
async function isAnyReadable<T>(
  ids: readonly string[],
  read: (ids: readonly string[]) => Promise<readonly T[]>,
): Promise<boolean> {
  for (const id of new Set([ids[0], ids.at(-1)]))
    if (id !== undefined && !("error" in (await tryRead([id], read)))) return true;
  return false;
}

async function tryRead<T>(
  ids: readonly string[],
  read: (ids: readonly string[]) => Promise<readonly T[]>,
): Promise<{ rows: readonly T[] } | { error: SyncError }> {
  try {
    return { rows: await read(ids) };
  } catch (caught) {
    return { error: asSyncError(caught) };
  }
}

/** Whether a failure to read many things may be the fault of one of them, or of their number. */
export const mayBeOne = ({ code }: SyncError) => MAY_BE_ONE.has(code);

function halves(ids: readonly string[]): (readonly string[])[] {
  const middle = Math.ceil(ids.length / 2);
  return [ids.slice(0, middle), ids.slice(middle)];
}
