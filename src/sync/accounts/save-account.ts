import {
  planAccountChange,
  type ChangeableAccount,
  type PlannedAccount,
  type WantedAccount,
} from "../../domain/accounts/account-change";
import type { Facts } from "../../domain/facts";
import { saveVersioned } from "../save-versioned";

/** An account as it stands, with the version of what its owners set. */
export interface StandingAccount<Settings> extends ChangeableAccount<Settings> {
  version: number;
}

export interface SaveAccountDeps<Settings> {
  read(): Promise<StandingAccount<Settings>>;
  /** False where another version stands. */
  saveOver(version: number, change: PlannedAccount<Settings>["change"]): Promise<boolean>;
  record(kind: PlannedAccount<Settings>["activities"][number]["kind"], facts: Facts): Promise<void>;
}

/** Saves name and settings over the version the owner saw, and records it. Throws what `saveVersioned` throws. */
export async function saveAccount<Settings extends object>(
  { read, saveOver, record }: SaveAccountDeps<Settings>,
  seenVersion: number,
  wanted: WantedAccount<Settings>,
): Promise<void> {
  const { standing } = await saveVersioned(
    {
      read: async () => {
        const account = await read();
        return { version: account.version, values: fieldsOf(account), standing: account };
      },
      write: ({ version, standing: over }) =>
        saveOver(version, planAccountChange(over, wanted).change),
    },
    seenVersion,
    fieldsOf(wanted),
  );
  for (const { kind, facts } of planAccountChange(standing, wanted).activities)
    await record(kind, facts);
}

/** Name and settings side by side, under the names a conflict is told by. */
function fieldsOf({ name, settings }: WantedAccount<object>) {
  return { ...(name === undefined ? {} : { name }), ...settings };
}
