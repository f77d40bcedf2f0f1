import type { ConnectionDetail } from "../../src/contract/connections";
import type { Facts } from "../../src/domain/facts";
import { settingLabel, settingText } from "../connections/settings/setting-text";
import { activity } from "../../src/i18n/en/ui/activity";
import { settings } from "../../src/i18n/en/ui/settings";
import { speaking } from "../i18n/speaking";

const { t } = speaking({ activity, settings });

interface SettingChangesProps {
  facts: Facts;
  /** What names of warehouses and carriers are taken from; null: of the account, or not read yet. */
  detail: ConnectionDetail | null;
}

/** The settings of a change: each with what it was and what it is; one too long for that, its name. */
export function SettingChanges({ facts, detail }: SettingChangesProps) {
  const fields = String(facts["fields"] ?? "").split(", ");
  const [before, after] = [recordOf(facts["before"]), recordOf(facts["after"])];
  const textOf = (field: string, json: unknown) => shownValue(field, json, detail);
  return (
    <ul class="soft small timeline-facts">
      {fields.filter(Boolean).map((field) => (
        <li key={field}>
          {field in after
            ? t("activity.changed", {
                what: settingLabel(field),
                before: textOf(field, before[field]),
                after: textOf(field, after[field]),
              })
            : settingLabel(field)}
        </li>
      ))}
    </ul>
  );
}

const recordOf = (fact: unknown): Record<string, unknown> =>
  typeof fact === "object" && fact !== null ? (fact as Record<string, unknown>) : {};

const NOTHING_KNOWN = { warehouses: [], settings: { carrierMap: [] } };

function shownValue(field: string, json: unknown, detail: ConnectionDetail | null): string {
  try {
    const value: unknown = JSON.parse(String(json));
    const known = detail ?? (NOTHING_KNOWN as unknown as ConnectionDetail);
    return settingText(field, value, known);
  } catch {
    return t("settings.nothingSet");
  }
}
