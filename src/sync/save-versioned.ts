import { findConflict, type Versioned } from "../domain/conflict";
import { SyncError } from "../domain/errors/sync-error";

export interface VersionedStore<State extends Versioned> {
  read(): Promise<State>;
  /** Writes over the version, which grows by one; false where it is no longer the one that stands. */
  write(over: State): Promise<boolean>;
}

/**
 * Saves what a person saw before it was changed, and answers the state it was written over. Two saves at
 * once cannot both go through, whatever they change. Throws SyncError("merchant",
 * "settings.changed_meanwhile") with both values of each field, and what `write` throws.
 */
export async function saveVersioned<State extends Versioned>(
  { read, write }: VersionedStore<State>,
  seenVersion: number,
  yours: Readonly<Record<string, unknown>>,
): Promise<State> {
  // Whoever was faster made the version grow, so the second round refuses at the latest.
  for (;;) {
    const before = await read();
    refuseConflict(before, seenVersion, yours);
    if (await write(before)) return before;
  }
}

function refuseConflict(
  state: Versioned,
  seenVersion: number,
  yours: Readonly<Record<string, unknown>>,
): void {
  const conflict = findConflict(state, seenVersion, yours);
  if (!conflict) return;
  const facts = { fields: Object.keys(yours) };
  throw new SyncError("merchant", "settings.changed_meanwhile", facts, { conflict });
}
