import type { OrderDetail } from "../../src/contract/orders";
import { formatMoney } from "../i18n/format";
import { t } from "./order-texts";
import { Card } from "../ui/page";

/** Returns, refunds and replacements of an order, and what is left to do in the store. */
export function OrderReturns({ order }: { order: Pick<OrderDetail, "returns" | "currency"> }) {
  const { returns, currency } = order;
  if (returns.length === 0) return null;
  return (
    <Card title={t("order.returns")}>
      <ul>
        {returns.map(({ id, kind, state, reason, refundMinor }) => (
          <li key={id}>
            {t(`order.returnKind.${kind}`)}: {t(`order.return.${state}`)}
            {refundMinor !== null && ` · ${formatMoney(refundMinor, currency)}`}
            {reason && <span class="soft small"> {reason}</span>}
          </li>
        ))}
      </ul>
      <p class="soft small">{t("order.returnsText")}</p>
    </Card>
  );
}
