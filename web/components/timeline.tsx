import type { OrderDetail } from "../../src/http/api";
import { formatDateTime } from "../i18n/format";
import { hasWords, wordProblem } from "../i18n/problems";
import { t, tWord } from "../i18n/t";
import "./timeline.css";

const PLAIN = new Set(["string", "number", "boolean"]);

type Entry = OrderDetail["timeline"][number];

/** A story in order: what happened, with its facts, and when. */
export function Timeline({ entries }: { entries: readonly Entry[] }) {
  if (entries.length === 0) return <p class="soft">{t("order.noTimeline")}</p>;
  return (
    <ol class="timeline">
      {entries.map((entry, index) => (
        <li key={`${entry.at}-${index}`} class="timeline-entry">
          <p>{tWord("order.event.", entry.kind)}</p>
          <FactsLine facts={entry.facts} />
          <time class="soft small" dateTime={new Date(entry.at).toISOString()}>
            {formatDateTime(entry.at)}
          </time>
        </li>
      ))}
    </ol>
  );
}

/** Facts of an entry in one line; a problem's code is put in words. */
export function FactsLine({ facts }: { facts: Record<string, unknown> }) {
  const parts = Object.entries(facts)
    .filter(([name, value]) => name !== "task" && PLAIN.has(typeof value) && value !== "")
    .map(([name, value]) => {
      if (name === "code" && hasWords(String(value)))
        return wordProblem({ code: String(value), facts }).what;
      if (name === "state" || name === "to" || name === "from")
        return tWord("order.state.", String(value));
      return `${name.replace(/([A-Z])/g, " $1").toLowerCase()}: ${String(value)}`;
    });
  return parts.length > 0 ? <p class="soft small timeline-facts">{parts.join(" · ")}</p> : null;
}
