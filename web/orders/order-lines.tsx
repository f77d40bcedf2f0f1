import type { OrderDetail } from "../../src/contract/orders";
import { withQuery } from "../data/with-query";
import { formatMoney } from "../i18n/format";
import { t } from "./order-texts";
import { useConnection } from "../connections/connection";
import { Badge } from "../ui/badge";
import { Thumb } from "../ui/thumb";
import "./order-lines.css";

interface OrderLinesProps {
  lines: OrderDetail["lines"];
  currency: string;
}

/** Units that do not differ are one line: the channel lists each unit by itself. */
export function groupLines(lines: OrderDetail["lines"]) {
  const groups = new Map<string, { line: OrderDetail["lines"][number]; units: number }>();
  for (const line of lines) {
    const { id: _id, ...shown } = line;
    const key = JSON.stringify(shown);
    const units = (groups.get(key)?.units ?? 0) + 1;
    groups.set(key, { line: groups.get(key)?.line ?? line, units });
  }
  return [...groups.values()];
}

function linkOf({ isLinked, needsVariant }: OrderDetail["lines"][number]) {
  if (!isLinked) return "unlinked";
  return needsVariant ? "gone" : "linked";
}

/** What the listing of a line is found by. */
const nameOf = ({ sellerSku, name }: OrderDetail["lines"][number]) => sellerSku || name;

export function OrderLines({ lines, currency }: OrderLinesProps) {
  const { base } = useConnection();
  return (
    <ul class="order-lines">
      {groupLines(lines).map(({ line, units }) => (
        <li
          key={line.id}
          class={line.isCancelled ? "order-line order-line-cancelled" : "order-line"}
        >
          <Thumb url={line.imageUrl} />
          <div class="order-line-text">
            {line.productId ? (
              <a href={`${base}/products/${encodeURIComponent(line.productId)}`}>{line.name}</a>
            ) : (
              <strong>{line.name}</strong>
            )}
            {!line.isLinked && !line.isCancelled && (
              <a class="small" href={withQuery(`${base}/map`, { search: nameOf(line) })}>
                {t("order.line.map")}
              </a>
            )}
            <span class="soft small">
              {[line.variantName, line.sellerSku || t("product.noSku")].filter(Boolean).join(" · ")}
            </span>
          </div>
          {line.isCancelled ? (
            <Badge tone="plain">{t("order.line.cancelled")}</Badge>
          ) : (
            <Badge tone={line.isLinked && !line.needsVariant ? "good" : "bad"}>
              {t(`order.line.${linkOf(line)}`)}
            </Badge>
          )}
          <span class="number nowrap">
            {units > 1 && <strong>{t("order.line.units", { units })} </strong>}
            {formatMoney(line.priceMinor, currency)}
          </span>
        </li>
      ))}
    </ul>
  );
}
