import type { OrderDetail } from "../../src/contract/orders";
import { FactsLine } from "../activity/facts-line";
import { formatDateTime } from "../i18n/format";
import { t, tValue } from "./order-texts";

type Entry = OrderDetail["timeline"][number];

/** Where an entry of the history happened; all others are Weft's own. */
const SIDES: Readonly<Record<string, "channel" | "store">> = {
  received: "channel",
  state: "channel",
  address: "channel",
  cancelled: "channel",
  return: "channel",
  shipped: "channel",
  tracking: "channel",
  handed_over: "channel",
  cancel_asked: "channel",
  part_cancelled: "channel",
  imported: "store",
  address_sent: "store",
  shipped_in_store: "store",
  delivered_in_store: "store",
  source_cancelled: "store",
  store_refund: "store",
};

/** What happened to an order, with the facts of it, on which side, and when. */
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
          <span class="soft small">{t(`order.side.${SIDES[entry.kind] ?? "weft"}`)} · </span>
          <time class="soft small" dateTime={new Date(entry.at).toISOString()}>
            {formatDateTime(entry.at)}
          </time>
        </li>
      ))}
    </ol>
  );
}
