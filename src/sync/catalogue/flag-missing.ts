/** Products that are kept although the source does not have them any more. */
import { goneItem, type PulledItem } from "../../domain/catalogue/pulled-product";
import { chunks } from "../../lib/chunks";
import type { SourceSession } from "../../platforms/source";
import type { LedgerApi } from "../ledger-api";

export interface FlagMissingDeps {
  products: {
    /** Ids without a deletion flag that were stored before `seenBefore`, one keyset page. */
    pageOfLiveIds(after: string, seenBefore: number, limit: number): Promise<string[]>;
    namesOf(ids: readonly string[]): Promise<{ id: string; name: string }[]>;
    flagDeleted(ids: readonly string[]): Promise<number>;
    unflagDeleted(ids: readonly string[]): Promise<void>;
  };
  ledger: Pick<LedgerApi, "observe">;
  /** Keeps what was found among the results of a task. */
  report(items: readonly PulledItem[]): Promise<void>;
}

export interface FlagVanishedDeps extends FlagMissingDeps {
  source: Pick<SourceSession, "listProductIds">;
  now(): number;
}

const IDS_PER_STATEMENT = 5_000;

/**
 * Asks the source for every id it has, and flags the others; those that are back lose their flag.
 * `canBeEmpty`: an empty answer is believed. Answers how many were flagged.
 */
export async function flagVanished(deps: FlagVanishedDeps, canBeEmpty: boolean): Promise<number> {
  const seenBefore = deps.now();
  const ids = await deps.source.listProductIds();
  if (ids.length === 0 && !canBeEmpty) return 0;
  const deleted = await flagMissing(deps, new Set(ids), seenBefore);
  for (const part of chunks(ids, IDS_PER_STATEMENT)) await deps.products.unflagDeleted(part);
  return deleted;
}

/** Flags stored products the source does not have; rows stored after `seenBefore` are left alone. */
export async function flagMissing(
  deps: FlagMissingDeps,
  existing: ReadonlySet<string>,
  seenBefore: number,
): Promise<number> {
  let deleted = 0;
  for (let after = ""; ;) {
    const known = await deps.products.pageOfLiveIds(after, seenBefore, IDS_PER_STATEMENT);
    const gone = known.filter((id) => !existing.has(id));
    if (gone.length > 0) {
      // Before the flag: a repeat after a crash in between finds them once more.
      await deps.ledger.observe([], seenBefore, gone);
      await deps.report((await deps.products.namesOf(gone)).map(goneItem));
      deleted += await deps.products.flagDeleted(gone);
    }
    const last = known.at(-1);
    if (known.length < IDS_PER_STATEMENT || last === undefined) return deleted;
    after = last;
  }
}
