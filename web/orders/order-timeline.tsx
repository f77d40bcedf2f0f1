import type { OrderDetail } from "../../src/contract/orders";
import { FactsLine } from "../activity/facts-line";
import { formatDateTime } from "../i18n/format";
import { t, tValue } from "./order-texts";

type Entry = OrderDetail["timeline"][number];

/** What happened to an order, with the facts of it, and when. */
export function OrderTimeline({
  entries,
  currency,
}: {
  entries: readonly Entry[];
  currency: string;
}) {
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
