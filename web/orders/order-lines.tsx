import type { OrderDetail } from "../../src/contract/orders";
import { formatMoney } from "../i18n/format";
import { t } from "../i18n/t";
import { useConnection } from "../connections/connection";
import { Badge } from "../ui/badge";
import { Thumb } from "../ui/thumb";
import "./order-lines.css";

interface OrderLinesProps {
  lines: OrderDetail["lines"];
  currency: string;
}

function linkOf({ isLinked, needsVariant }: OrderDetail["lines"][number]) {
  if (!isLinked) return "unlinked";
  return needsVariant ? "gone" : "linked";
}

export function OrderLines({ lines, currency }: OrderLinesProps) {
  const { base } = useConnection();
  return (
    <ul class="order-lines">
      {lines.map((line) => (
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
          <span class="number nowrap">{formatMoney(line.priceMinor, currency)}</span>
        </li>
      ))}
    </ul>
  );
}
