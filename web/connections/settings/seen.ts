/** What a form of the settings saw when it was drawn, and what of it was changed elsewhere. Pure. */
import type { Conflict } from "../../../src/contract/common";
import type { ConnectionDetail } from "../../../src/contract/connections";
import { canonicalText } from "../../../src/domain/canonical-text";

export interface Seen {
  version: number;
  /** Name, warehouse and settings side by side, as a conflict names them. */
  values: Readonly<Record<string, unknown>>;
}

export function toSeen({ name, warehouseId, settings, settingsVersion }: ConnectionDetail): Seen {
  return { version: settingsVersion, values: { name, warehouseId, ...settings } };
}

/** Whether a field that is to be saved was changed elsewhere, to another value than the one typed here. */
export function collides({ values }: Seen, { yours, current }: Conflict): boolean {
  return Object.keys(yours).some((field) => {
    const [mine, theirs] = [canonicalText(yours[field]), canonicalText(current[field])];
    return theirs !== canonicalText(values[field]) && theirs !== mine;
  });
}
