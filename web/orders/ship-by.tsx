import { formatDateTime, formatSince } from "../i18n/format";
import { t } from "./texts";
import { Badge, type Tone } from "../ui/badge";

const HOUR_MS = 3_600_000;
const SOON_MS = 24 * HOUR_MS;
const URGENT_MS = 6 * HOUR_MS;

/** How urgent an order is: red in the last six hours and after them, amber in the last day. */
export function shipByTone(shipBy: number, now: number): Tone {
  const leftMs = shipBy - now;
  if (leftMs < URGENT_MS) return "bad";
  return leftMs < SOON_MS ? "warn" : "plain";
}

/** The time left to ship, counted down; the moment itself is in its tip. */
export function ShipBy({ shipBy, now }: { shipBy: number; now: number }) {
  const when = formatDateTime(shipBy);
  const since = formatSince(shipBy, now);
  return (
    <span class="order-deadline" title={t("orders.shipBy", { when })}>
      <Badge tone={shipByTone(shipBy, now)}>
        {t(shipBy < now ? "orders.shipLate" : "orders.shipIn", { since })}
      </Badge>
    </span>
  );
}
