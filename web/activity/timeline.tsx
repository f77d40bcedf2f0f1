import type { OrderDetail } from "../../src/contract/api";
import { formatDateTime, formatMoney } from "../i18n/format";
import { hasProblemText, problemText } from "../i18n/problems";
import { t, tValue } from "../i18n/t";
import "./timeline.css";

const PLAIN = new Set(["string", "number", "boolean"]);

type Entry = OrderDetail["timeline"][number];

/** A story in order: what happened, with its facts, and when. */
export function Timeline({ entries, currency }: { entries: readonly Entry[]; currency: string }) {
  if (entries.length === 0) return <p class="soft">{t("order.noTimeline")}</p>;
  return (
    <ol class="timeline">
      {entries.map((entry, index) => (
        <li key={`${entry.at}-${index}`} class="timeline-entry">
          <p>{tValue("order.event.", entry.kind)}</p>
          <FactsLine facts={entry.facts} currency={currency} />
          <time class="soft small" dateTime={new Date(entry.at).toISOString()}>
            {formatDateTime(entry.at)}
          </time>
        </li>
      ))}
    </ol>
  );
}

interface FactsLineProps {
  facts: Record<string, unknown>;
  /** Of amounts among the facts; absent where there are none. */
  currency?: string;
}

/** Facts of an entry in one line: a problem's code and the names of facts in words. */
export function FactsLine({ facts, currency }: FactsLineProps) {
  const { from, ...rest } = facts;
  const parts = Object.entries(rest)
    .filter(([name, value]) => name !== "task" && PLAIN.has(typeof value) && value !== "")
    .map(([name, value]) => {
      if (name === "code" && hasProblemText(String(value)))
        return problemText({ code: String(value), facts }).what;
      if (name === "to" && from) return `${stateLabel(from)} → ${stateLabel(value)}`;
      if (name === "state" || name === "to") return stateLabel(value);
      return `${tValue("fact.", name)}: ${wordValue(name, value, currency)}`;
    });
  return parts.length > 0 ? <p class="soft small timeline-facts">{parts.join(" · ")}</p> : null;
}

const stateLabel = (state: unknown) => tValue("order.state.", String(state));

function wordValue(name: string, value: unknown, currency: string | undefined): string {
  if (name.endsWith("Minor") && typeof value === "number" && currency)
    return formatMoney(value, currency);
  return name === "step" ? tValue("order.step.", String(value)) : String(value);
}
