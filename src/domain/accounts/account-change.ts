/** What an owner's change of the account comes to. Pure. */
import type { Facts } from "../facts";
import { recordedChange } from "../recorded-change";

export interface ChangeableAccount<Settings> {
  name: string;
  settings: Settings;
}

export interface WantedAccount<Settings> {
  name?: string | undefined;
  /** Fields left out stay as they are. */
  settings?: Partial<Settings> | undefined;
}

export interface PlannedAccount<Settings> {
  /** What is written; empty fields stay. */
  change: { name?: string; settings?: Settings };
  /** What is recorded, by its stable kind. */
  activities: { kind: "account.renamed" | "account.settings_changed"; facts: Facts }[];
}

export function planAccountChange<Settings extends object>(
  current: ChangeableAccount<Settings>,
  { name, settings }: WantedAccount<Settings>,
): PlannedAccount<Settings> {
  const activities: PlannedAccount<Settings>["activities"] = [];
  if (name !== undefined && name !== current.name)
    activities.push({ kind: "account.renamed", facts: { from: current.name, to: name } });
  const facts = settings && recordedChange(current.settings, settings);
  if (facts) activities.push({ kind: "account.settings_changed", facts });
  return {
    change: {
      ...(name === undefined ? {} : { name }),
      ...(settings ? { settings: { ...current.settings, ...settings } } : {}),
    },
    activities,
  };
}
