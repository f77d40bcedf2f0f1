import type { StoreSum as Sum } from "../../src/contract/order-sum";
import type { OrderDetail } from "../../src/contract/orders";
import { formatMoney, formatNumber } from "../i18n/format";
import { t } from "./order-texts";
import { differenceOf, storeLines } from "./order-sum-figures";
import { Badge } from "../ui/badge";
import { Notice } from "../ui/notice";
import { SumList, SumTotal } from "./order-sum";

type Order = Pick<OrderDetail, "sum" | "store" | "currency" | "problem" | "sourceOrderId">;

/** The same order in the store: what it should come to, what the store computes, and the difference. */
export function StoreSum({ order }: { order: Order }) {
  const { store, currency } = order;
  const difference = differenceOf(order);
  return (
    <>
      {store && <Expected order={order} store={store} />}
      {store && <Computed store={store} currency={currency} />}
      {store && store.discountMinor > 0 && <p class="soft small">{t("order.store.oneprice")}</p>}
      {!store && difference === null && (
        <p class="soft">{t(order.sourceOrderId ? "order.store.unkept" : "order.store.none")}</p>
      )}
      {difference !== null && <Difference minor={difference} currency={currency} />}
      {store?.oversold.map(({ productId, variantId, name, short }) => (
        <Notice
          key={`${productId}:${variantId}`}
          tone="warn"
          title={t("order.store.oversold", { name, short })}
        >
          <p>{t("order.store.oversoldText")}</p>
        </Notice>
      ))}
      {store?.recounted.map(({ productId, variantId, name, units }) => (
        <Notice
          key={`${productId}:${variantId}`}
          tone="warn"
          title={t("order.store.recounted", { name, units })}
        >
          <p>{t("order.store.recountedText")}</p>
        </Notice>
      ))}
    </>
  );
}

function Expected({ order, store }: { order: Order; store: Sum }) {
  const { sum, currency } = order;
  const lines = storeLines(sum, store);
  return (
    <>
      <p class="soft">{t(`order.store.${store.moneyChoice}`)}</p>
      <SumList lines={lines.length > 1 ? lines : []} currency={currency}>
        <SumTotal
          label={t("order.store.expected")}
          amountMinor={store.expectedMinor}
          currency={currency}
        />
      </SumList>
    </>
  );
}

function Computed({ store, currency }: { store: Sum; currency: string }) {
  const parts = [
    { label: t("order.store.products"), amountMinor: store.productsMinor },
    { label: t("order.store.shipping"), amountMinor: store.shippingMinor },
    { label: t("order.store.discount"), amountMinor: -store.discountMinor },
  ].filter(({ amountMinor }) => amountMinor !== 0);
  return (
    <dl class="money">
      {parts.map(({ label, amountMinor }) => (
        <div key={label} class="money-line">
          <dt>{label}</dt>
          <dd class="number">{formatMoney(amountMinor, currency)}</dd>
        </div>
      ))}
      <SumTotal label={t("order.store.total")} amountMinor={store.totalMinor} currency={currency} />
      {store.taxes.map(({ rate, netMinor, taxMinor }) => (
        <div key={rate} class="money-line money-tax">
          <dt>
            {t("order.store.tax", {
              rate: formatNumber(Number(rate)),
              net: formatMoney(netMinor, currency),
            })}
          </dt>
          <dd class="number">{formatMoney(taxMinor, currency)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Difference({ minor, currency }: { minor: number; currency: string }) {
  return (
    <>
      <div class="money-line money-difference">
        <span>{t("order.store.difference")}</span>
        <Badge tone={minor === 0 ? "good" : "bad"}>
          <span class="number">{formatMoney(minor, currency)}</span>
        </Badge>
      </div>
      {minor !== 0 && <p class="money-off">{t("order.store.off")}</p>}
    </>
  );
}
