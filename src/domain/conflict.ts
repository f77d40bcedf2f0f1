/** Why a save is refused: somebody else saved since it was read, and what stands there now. Pure. */

/** Values by the names of their fields, with the number that grows with each save of any. */
export interface Versioned {
  version: number;
  values: Readonly<Record<string, unknown>>;
}

export interface Conflict {
  /** The version that stands: a save that has seen it goes through. */
  version: number;
  /** What the refused save would have written, by field. */
  yours: Record<string, unknown>;
  /** What the same fields hold. */
  current: Record<string, unknown>;
}

/** Null where the save saw what stands. Fields that nobody else touched are told as well. */
export function findConflict(
  current: Versioned,
  seenVersion: number,
  yours: Readonly<Record<string, unknown>>,
): Conflict | null {
  if (current.version === seenVersion) return null;
  const fields = Object.keys(yours);
  return {
    version: current.version,
    yours: { ...yours },
    current: Object.fromEntries(fields.map((field) => [field, current.values[field] ?? null])),
  };
}
