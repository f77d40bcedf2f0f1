import { useSignal } from "@preact/signals";
import type { ConnectionDetail } from "../../../src/contract/connections";
import { CANCEL_REASONS } from "../../../src/domain/orders/cancel-reason";
import type { Answer } from "../../api/client";
import { t } from "./texts";
import { useApp } from "../../shell/app";
import { useResource } from "../../data/use-resource";
import { Button } from "../../ui/button";
import { TextField } from "../../ui/field";
import { CheckField } from "../../ui/check-field";
import { Choice } from "../../ui/choice";
import { SelectField } from "../../ui/select-field";
import { Card } from "../../ui/page";
import { onSubmit } from "../../data/submission";
import { StateMeanings } from "./state-meanings";
import { KnownChoices } from "./known-choices";
import { SaveProblem } from "./save-problem";
import { useUnsaved } from "./unsaved";
import { useSave } from "./use-save";

type Answered = Answer<"GET /api/connections/:id/order-states">;
type States = Answered["states"];

/** How orders from TikTok Shop look in the store: which money, which name, which state. */
export function OrderSettings({ detail }: { detail: ConnectionDetail }) {
  const { client } = useApp();
  const states = useResource(
    () => client.call("GET /api/connections/:id/order-states", { params: { id: detail.id } }),
    [client, detail.id],
  );
  return (
    <Card title={t("settings.orders")} id="orders">
      <KnownChoices resource={states}>
        {(value) => <OrderForm detail={detail} answered={value} />}
      </KnownChoices>
    </Card>
  );
}

function OrderForm({ detail, answered }: { detail: ConnectionDetail; answered: Answered }) {
  const { states, unmarked } = answered;
  const { settings } = detail;
  const money = useSignal(settings.orderMoney);
  const label = useSignal(settings.orderPaymentLabel ?? "");
  const state = useSignal(settings.orderStateId ?? "");
  const reason = useSignal(settings.cancelReason);
  const rules = useSignal(settings.orderStateMap);
  const shipped = useSignal(settings.writesShipped);
  const delivered = useSignal(settings.writesDelivered);
  const days = useSignal(String(settings.forgetBuyersDays));
  const fill = ({ settings: fresh }: ConnectionDetail) => {
    money.value = fresh.orderMoney;
    label.value = fresh.orderPaymentLabel ?? "";
    state.value = fresh.orderStateId ?? "";
    reason.value = fresh.cancelReason;
    rules.value = fresh.orderStateMap;
    shipped.value = fresh.writesShipped;
    delivered.value = fresh.writesDelivered;
    days.value = String(fresh.forgetBuyersDays);
  };
  const saving = useSave({ detail, fill });
  const { isBusy, save } = saving;
  const isLabelFine = /^[^<>={};#]{0,64}$/.test(label.value);
  const areDaysFine = /^\d{1,4}$/.test(days.value) && +days.value >= 7 && +days.value <= 3650;
  const held = [money, label, state, reason, rules, days, shipped, delivered].map(
    ({ value }) => value,
  );
  const saveAll = () =>
    save({
      settings: {
        forgetBuyersDays: Number(days.value),
        orderMoney: money.value,
        orderPaymentLabel: label.value.trim() || null,
        orderStateId: state.value || null,
        cancelReason: reason.value,
        orderStateMap: rules.value,
        writesShipped: shipped.value,
        writesDelivered: delivered.value,
      },
    });
  const submit = () => (isLabelFine && areDaysFine ? saveAll() : undefined);
  useUnsaved(saving, held, { section: t("settings.orders"), submit });
  return (
    <form class="form" noValidate onSubmit={onSubmit(() => void submit())}>
      <Choice
        legend={t("settings.orderMoney")}
        name="order-money"
        value={money.value}
        options={[
          { value: "paid", label: t("settings.paid"), hint: t("settings.paidHint") },
          { value: "owed", label: t("settings.owed"), hint: t("settings.owedHint") },
        ]}
        onChange={(value) => {
          money.value = value === "owed" ? "owed" : "paid";
        }}
      />
      <TextField
        label={t("settings.orderPaymentLabel")}
        hint={t("settings.paymentLabelHint")}
        error={isLabelFine ? undefined : t("settings.paymentLabelInvalid")}
        placeholder="TikTok Shop"
        maxLength={64}
        value={label.value}
        onInput={(value) => {
          label.value = value;
        }}
      />
      <SelectField
        label={t("settings.orderStateId")}
        hint={t("settings.orderStateHint")}
        value={state.value}
        options={stateOptions(states, settings.orderStateId)}
        onChange={(value) => {
          state.value = value;
        }}
      />
      <StateMeanings states={unmarked} rules={rules} />
      <CheckField
        label={t("settings.writesShipped")}
        hint={t("settings.writesShippedHint")}
        isChecked={shipped.value}
        onChange={(isChosen) => {
          shipped.value = isChosen;
        }}
      />
      <CheckField
        label={t("settings.writesDelivered")}
        hint={t("settings.writesDeliveredHint")}
        isChecked={delivered.value}
        onChange={(isChosen) => {
          delivered.value = isChosen;
        }}
      />
      <SelectField
        label={t("settings.cancelReason")}
        hint={t("settings.cancelReasonHint")}
        value={reason.value}
        options={CANCEL_REASONS.map((value) => ({
          value,
          label: t(`settings.cancelReason.${value}`),
        }))}
        onChange={(value) => {
          reason.value = CANCEL_REASONS.find((known) => known === value) ?? reason.value;
        }}
      />
      <TextField
        label={t("settings.forgetBuyersDays")}
        hint={t("settings.forgetBuyersDaysHint")}
        error={areDaysFine ? undefined : t("settings.forgetBuyersDaysInvalid")}
        type="number"
        min="7"
        max="3650"
        value={days.value}
        onInput={(value) => {
          days.value = value;
        }}
      />
      <SaveProblem of={saving} />
      <div class="form-actions">
        <Button type="submit" isBusy={isBusy.value}>
          {t("settings.saveOrders")}
        </Button>
      </div>
    </form>
  );
}

/** A state that is gone stays visible, so that a merchant sees what has to be chosen anew. */
function stateOptions(states: States, chosen: string | null) {
  const isGone = chosen !== null && !states.some(({ id }) => id === chosen);
  return [
    { value: "", label: t("settings.orderStateAuto") },
    ...states.map(({ id, name }) => ({
      value: id,
      label: name || t("settings.orderStateNameless", { id }),
    })),
    ...(isGone ? [{ value: chosen, label: t("settings.orderStateGone", { id: chosen }) }] : []),
  ];
}
