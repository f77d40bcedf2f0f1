import { useModel, useSignal } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";
import type { OrderDetail } from "../../src/contract/orders";
import { useSubmission } from "../data/submission";
import { ChooseVariant } from "./choose-variant";
import { ForgetBuyer } from "./forget-buyer";
import { OrderAddress } from "./order-address";
import { OrderLines } from "./order-lines";
import { OrderSum } from "./order-sum";
import { ProblemList } from "../problems/problem-list";
import { SubmitProblem } from "../problems/problem-notice";
import { StoreLink } from "../problems/store-link";
import { StoreOrder } from "./store-order";
import { StoreSum } from "./store-sum";
import { ShippingCard } from "./shipping-card";
import { OrderRefunds } from "./order-refunds";
import { OrderReturns } from "./order-returns";
import { OrderTimeline } from "./order-timeline";
import { later } from "../shell/later";
import { orderTone } from "../shell/tones";
import { formatDateTime } from "../i18n/format";
import { useLive } from "../data/live";
import { t, tValue } from "./order-texts";
import { useApp } from "../shell/app";
import { useConnection } from "../connections/connection";
import { OrderModel, paymentOf } from "./orders";
import { Badge } from "../ui/badge";
import { Button, LinkButton } from "../ui/button";
import { ConfirmDialog } from "../ui/later-confirm-dialog";
import { Card, PageHead } from "../ui/page";
import { Loaded } from "../data/loaded";
import { Skeleton } from "../ui/states";
import "./order-page.css";

const ParcelsCard = later(() => import("./parcels-card"));
const SupportButton = later(() => import("./support-button"));
const ArchiveButton = later(() => import("./archive-button"));

/** One TikTok order: its lines, its money, where it stands in the store, and its timeline. */
export default function Order({ params }: { params: { orderId: string } }) {
  return <OrderOf key={params.orderId} orderId={params.orderId} />;
}

function OrderOf({ orderId }: { orderId: string }) {
  const { client, say } = useApp();
  const { id, base } = useConnection();
  const model = useModel(() => new OrderModel(client, id, orderId));
  const { isBusy, refusal, send } = useSubmission();
  useLayoutEffect(() => void model.detail.reload(), [model]);
  useLive(["orders"], model.detail.reload);
  const order = model.detail.value.value;
  const retry = async () => {
    if (await send(model.retry)) say(t("order.retried"));
  };
  const acknowledge = async () => {
    if (await send(model.acknowledgeRefunds)) say(t("order.refunds.acknowledged"));
  };
  const answer = async (given: "approve" | "decline") => {
    if (await send(() => model.answer(given)))
      say(t(given === "approve" ? "order.request.approved" : "order.request.declined"));
  };
  return (
    <>
      <PageHead
        title={t("order.title", { id: orderId })}
        crumb={{ label: t("nav.orders"), href: `${base}/orders` }}
        subtitle={
          order && (
            <span class="row">
              <Badge tone={orderTone(order.channelState)}>
                {tValue("order.state.", order.channelState)}
              </Badge>
              {order.kind && <Badge tone="info">{t(`order.kind.${order.kind}`)}</Badge>}
              {t(`orders.${paymentOf(order)}`)} · {t(`order.tab.${order.tab}`)}
              {order.isArchived && <Badge tone="plain">{t("order.tab.archived")}</Badge>}
            </span>
          )
        }
        actions={order && <OrderLinks order={order} model={model} />}
      />
      <SubmitProblem of={refusal} />
      <Loaded resource={model.detail} skeleton={<Skeleton lines={8} />}>
        {(value) => (
          <>
            {value.problem && (
              <Card>
                <ProblemList reasons={[value.problem]} base={base} />
                <div>
                  <Button icon="refresh" isBusy={isBusy.value} onClick={() => void retry()}>
                    {t("order.retry")}
                  </Button>
                </div>
              </Card>
            )}
            <ChooseVariant order={value} model={model} />
            {value.hasCancelRequest && (
              <CancelRequest isBusy={isBusy.value} onAnswer={(given) => void answer(given)} />
            )}
            <ShippingCard order={value} model={model} />
            {(value.shipping.canPack || value.parcels.length > 1) && (
              <ParcelsCard order={value} model={model} />
            )}
            <OrderReturns order={value} />
            <OrderRefunds
              order={value}
              isBusy={isBusy.value}
              onAcknowledge={() => void acknowledge()}
            />
            <OrderBody order={value} model={model} />
          </>
        )}
      </Loaded>
    </>
  );
}

interface CancelRequestProps {
  isBusy: boolean;
  onAnswer(answer: "approve" | "decline"): void;
}

/** The buyer asks to cancel: nothing is shipped before the seller answers. */
function CancelRequest({ isBusy, onAnswer }: CancelRequestProps) {
  const isAsking = useSignal(false);
  return (
    <Card title={t("order.request")}>
      <p>{t("order.requestText")}</p>
      <div class="row">
        <Button isBusy={isBusy} onClick={() => (isAsking.value = true)}>
          {t("order.request.approve")}
        </Button>
        <Button isBusy={isBusy} onClick={() => onAnswer("decline")}>
          {t("order.request.decline")}
        </Button>
      </div>
      {isAsking.value && (
        <ConfirmDialog
          title={t("order.request.approve")}
          text={t("order.request.approveText")}
          confirm={t("order.request.approve")}
          onConfirm={() => onAnswer("approve")}
          onClose={() => {
            isAsking.value = false;
          }}
        />
      )}
    </Card>
  );
}

function OrderLinks({ order, model }: OrderBodyProps) {
  return (
    <>
      <ArchiveButton model={model} isArchived={order.isArchived} />
      {order.sourceOrderId && <StoreLink url={order.sourceOrderUrl} />}
      <LinkButton icon="out" isExternal href={order.channelOrderUrl}>
        {t("order.openChannel")}
      </LinkButton>
    </>
  );
}

interface OrderBodyProps {
  order: OrderDetail;
  model: InstanceType<typeof OrderModel>;
}

function OrderBody({ order, model }: OrderBodyProps) {
  const { base } = useConnection();
  return (
    <div class="order">
      <div class="stack">
        <Card title={t("order.lines")}>
          <OrderLines lines={order.lines} currency={order.currency} />
        </Card>
        <Card title={t("order.timeline")}>
          <OrderTimeline entries={order.timeline} currency={order.currency} />
          <a href={`${base}/activity/journal?subject=order:${order.id}`}>{t("order.callByCall")}</a>
          <SupportButton order={order} />
        </Card>
      </div>
      <div class="stack">
        <Card title={t("order.money")}>
          <OrderSum sum={order.sum} currency={order.currency} />
        </Card>
        <Card title={t("order.store")}>
          <StoreSum order={order} />
        </Card>
        <Card title={t("order.delivery")}>
          <dl class="facts">
            <dt>{t("order.address")}</dt>
            <dd>
              <OrderAddress address={order.address} />
              <ForgetBuyer order={order} onForget={model.forgetBuyer} />
            </dd>
            <dt>{t("order.tracking")}</dt>
            <dd class="number">{order.trackingNumber ?? t("order.noTracking")}</dd>
            <dt>{t("order.storeOrder")}</dt>
            <dd>
              <StoreOrder order={order} none={t("order.noStoreOrder")} />
            </dd>
            <dt>{t("order.placedAt")}</dt>
            <dd>{formatDateTime(order.placedAt)}</dd>
            {order.paidAt && <dt>{t("order.paidAt")}</dt>}
            {order.paidAt && <dd>{formatDateTime(order.paidAt)}</dd>}
          </dl>
        </Card>
      </div>
    </div>
  );
}
