import type { OrderDetail } from "../../src/contract/orders";
import { formatDateTime, formatMoney } from "../i18n/format";
import { t } from "./order-texts";
import { Button } from "../ui/button";
import { Card } from "../ui/page";

interface OrderRefundsProps {
  order: Pick<OrderDetail, "store" | "currency" | "problem">;
  isBusy: boolean;
  onAcknowledge(): void;
}

/** What was given back in the store, and the word of a person that the buyer has it. */
export function OrderRefunds({ order, isBusy, onAcknowledge }: OrderRefundsProps) {
  const { store, currency, problem } = order;
  const refunds = store?.refunds ?? [];
  if (refunds.length === 0) return null;
  return (
    <Card title={t("order.refunds")}>
      <ul>
        {refunds.map(({ id, totalMinor, at }) => (
          <li key={id}>
            {t("order.refund", { id, amount: formatMoney(totalMinor, currency) })}
            {at > 0 && <span class="soft small"> {formatDateTime(at)}</span>}
          </li>
        ))}
      </ul>
      <p class="soft small">{t("order.refundsText")}</p>
      {problem?.code === "order.refunded_in_store" && (
        <div>
          <Button isBusy={isBusy} onClick={onAcknowledge}>
            {t("order.refunds.acknowledge")}
          </Button>
        </div>
      )}
    </Card>
  );
}
