import { useSignal } from "@preact/signals";
import type { OrderDetail } from "../../src/contract/orders";
import type { ShippingLabel } from "../../src/contract/shipping";
import { HANDOVER_METHODS, type HandoverMethod } from "../../src/domain/orders/channel-order";
import { useSubmission } from "../data/submission";
import { SubmitProblem } from "../problems/problem-notice";
import { useApp } from "../shell/app";
import { Button, LinkButton } from "../ui/button";
import { Card } from "../ui/page";
import { SelectField } from "../ui/select-field";
import type { OrderModel } from "./orders";
import { t } from "./order-texts";

interface ShippingProps {
  order: Pick<OrderDetail, "channelState" | "hasCancelRequest" | "sourceOrderId" | "shipping">;
  model: Pick<InstanceType<typeof OrderModel>, "handOver" | "readLabels">;
}

const OPEN_STATES = ["awaiting_shipment", "partially_shipped", "awaiting_collection"];

/** What a merchant does for a parcel of the channel's own carrier: arrange it, then print its label. */
export function ShippingCard({ order, model }: ShippingProps) {
  const { isByChannel, canArrange, hasLabel } = order.shipping;
  if (!isByChannel || !OPEN_STATES.includes(order.channelState)) return null;
  return (
    <Card title={t("order.shipping")}>
      {canArrange && <Arrange model={model} />}
      {hasLabel && <Labels model={model} />}
      {!canArrange && !hasLabel && <p>{t(`order.shipping.${whyNot(order)}`)}</p>}
    </Card>
  );
}

function whyNot({ hasCancelRequest, sourceOrderId }: ShippingProps["order"]) {
  if (sourceOrderId === null) return "waits";
  return hasCancelRequest ? "asked" : "elsewhere";
}

function Arrange({ model }: Pick<ShippingProps, "model">) {
  const { say } = useApp();
  const { isBusy, refusal, send } = useSubmission();
  const method = useSignal<HandoverMethod>("agreed");
  const arrange = async () => {
    await send(async () => {
      const result = await model.handOver(method.value);
      if (result.ok)
        say(t(`order.shipping.${result.value.shipping.canArrange ? "tried" : "done"}`));
      return result;
    });
  };
  return (
    <>
      <p>{t("order.shipping.arrange")}</p>
      <SelectField
        label={t("order.shipping.method")}
        value={method.value}
        options={HANDOVER_METHODS.map((value) => ({
          value,
          label: t(`order.shipping.method.${value}`),
        }))}
        onChange={(value) => {
          method.value = HANDOVER_METHODS.find((known) => known === value) ?? method.value;
        }}
      />
      <SubmitProblem of={refusal} />
      <div>
        <Button isBusy={isBusy.value} onClick={() => void arrange()}>
          {t("order.shipping.do")}
        </Button>
      </div>
    </>
  );
}

function Labels({ model }: Pick<ShippingProps, "model">) {
  const { isBusy, refusal, send } = useSubmission();
  const labels = useSignal<readonly ShippingLabel[]>([]);
  const read = async () => {
    await send(async () => {
      const result = await model.readLabels();
      if (result.ok) labels.value = result.value.labels;
      return result;
    });
  };
  return (
    <>
      <p>{t("order.shipping.ready")}</p>
      <SubmitProblem of={refusal} />
      <div class="row" aria-live="polite">
        <Button isBusy={isBusy.value} onClick={() => void read()}>
          {t("order.shipping.get")}
        </Button>
        {labels.value.map(({ packageId, url, trackingNumber }) => (
          <LinkButton key={packageId} icon="out" isExternal href={url}>
            {t("order.shipping.open", { number: trackingNumber ?? packageId })}
          </LinkButton>
        ))}
      </div>
    </>
  );
}
