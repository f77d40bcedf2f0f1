import type { TaskDetail } from "../../src/contract/tasks";
import { formatMoneyRange, formatNumber } from "../i18n/format";
import { t, tValue } from "./change-texts";
import "./item-change.css";

type Item = TaskDetail["items"][number];
type Fields = NonNullable<Item["before"]>;

/** What an item changed, a line a field; what stood there before only where that is known. */
export default function ItemChange({ before, after }: Pick<Item, "before" | "after">) {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  if (names.length === 0) return null;
  return (
    <dl class="item-change small">
      {names.map((name) => (
        <div key={name}>
          <dt class="soft">{tValue("task.field.", name)}</dt>
          <dd>{changeText(name, before?.[name], after?.[name])}</dd>
        </div>
      ))}
    </dl>
  );
}

function changeText(
  name: string,
  before: Fields[string] | undefined,
  after: Fields[string] | undefined,
): string {
  if (after === undefined) return valueText(name, before ?? null);
  const to = valueText(name, after);
  return before === undefined ? to : t("task.change", { from: valueText(name, before), to });
}

function valueText(name: string, value: Fields[string]): string {
  if (value === null || value === "") return t("task.value.none");
  if (typeof value === "boolean") return t(value ? "task.value.yes" : "task.value.no");
  if (typeof value === "number") return formatNumber(value);
  if (typeof value === "object")
    return formatMoneyRange(value.minMinor, value.maxMinor, value.currency);
  if (name === "pulled") return tValue("task.pulled.", value);
  return name === "status" ? tValue("listing.status.", value) : value;
}
