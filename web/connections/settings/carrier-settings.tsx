import { useSignal, type Signal } from "@preact/signals";
import type { ConnectionDetail } from "../../../src/contract/connections";
import type { Answer } from "../../api/client";
import { t } from "./texts";
import { useApp } from "../../shell/app";
import { fromCarrierLines, toCarrierLines, type CarrierLine } from "./carrier-map";
import { useResource } from "../../data/use-resource";
import { Button } from "../../ui/button";
import { SelectField } from "../../ui/select-field";
import { Card } from "../../ui/page";
import { onSubmit } from "../../data/submission";
import { DeliveryOptions } from "./delivery-options";
import { KnownChoices } from "./known-choices";
import { SaveProblem } from "./save-problem";
import { useUnsaved } from "./unsaved";
import { useSave } from "./use-save";

type Choices = Answer<"GET /api/connections/:id/carriers">;

export function CarrierSettings({ detail }: { detail: ConnectionDetail }) {
  const { client } = useApp();
  const choices = useResource(
    () => client.call("GET /api/connections/:id/carriers", { params: { id: detail.id } }),
    [client, detail.id],
  );
  return (
    <Card title={t("settings.carriers")} id="carriers">
      <p class="soft">{t("settings.carriersText")}</p>
      <KnownChoices
        resource={choices}
        isEmpty={(value) => value.carriers.length === 0}
        empty={<p>{t("settings.noCarriers")}</p>}
      >
        {(value) => <CarrierForm detail={detail} choices={value} />}
      </KnownChoices>
    </Card>
  );
}

function CarrierForm({ detail, choices }: { detail: ConnectionDetail; choices: Choices }) {
  const { settings } = detail;
  const lines = useSignal<readonly CarrierLine[]>(toCarrierLines(choices, settings.carrierMap));
  const orderCarrier = useSignal(settings.orderCarrierReference ?? "");
  const byOption = useSignal(settings.deliveryOptionMap);
  const fill = ({ settings: fresh }: ConnectionDetail) => {
    lines.value = toCarrierLines(choices, fresh.carrierMap);
    orderCarrier.value = fresh.orderCarrierReference ?? "";
    byOption.value = fresh.deliveryOptionMap;
  };
  const saving = useSave({ detail, fill });
  const { isBusy, save } = saving;
  const submit = () =>
    save({
      settings: {
        carrierMap: fromCarrierLines(lines.value, choices),
        orderCarrierReference: orderCarrier.value || null,
        deliveryOptionMap: byOption.value,
      },
    });
  const held = [lines.value, orderCarrier.value, byOption.value];
  useUnsaved(saving, held, { section: t("settings.carriers"), submit });
  return (
    <form class="form" onSubmit={onSubmit(() => void submit())}>
      {settings.carrierMap.length === 0 && lines.value.some(({ providerId }) => providerId) && (
        <p class="soft">{t("settings.carriersProposed")}</p>
      )}
      <CarrierTable lines={lines} providers={choices.providers} />
      <SelectField
        label={t("settings.orderCarrierReference")}
        hint={t("settings.orderCarrierHint")}
        value={orderCarrier.value}
        options={[
          { value: "", label: t("settings.orderCarrierAuto") },
          ...choices.carriers.map(({ reference, name }) => ({ value: reference, label: name })),
        ]}
        onChange={(reference) => {
          orderCarrier.value = reference;
        }}
      />
      <DeliveryOptions choices={choices} map={byOption} />
      <SaveProblem of={saving} />
      <div class="form-actions">
        <Button type="submit" variant="primary" isBusy={isBusy.value}>
          {t("settings.saveCarriers")}
        </Button>
      </div>
    </form>
  );
}

interface CarrierTableProps {
  lines: Signal<readonly CarrierLine[]>;
  providers: Choices["providers"];
}

/** Each carrier of the store, and TikTok's provider for it. */
function CarrierTable({ lines, providers }: CarrierTableProps) {
  const options = [
    { value: "", label: t("settings.notMapped") },
    ...providers.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const choose = (line: CarrierLine, providerId: string) => {
    lines.value = lines.value.map((one) => (one === line ? { ...one, providerId } : one));
  };
  return (
    <div class="table-frame">
      <table class="table table-dense">
        <caption class="visually-hidden">{t("settings.carrierMap")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("settings.carrierCol")}</th>
            <th scope="col">{t("settings.providerCol")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.value.map((line) => (
            <tr key={line.reference}>
              <th scope="row">
                {line.isGone ? t("settings.carrierGone", { name: line.name }) : line.name}
              </th>
              <td>
                <SelectField
                  label={t("settings.providerFor", { carrier: line.name })}
                  isLabelHidden
                  value={line.providerId}
                  options={options}
                  onChange={(providerId) => choose(line, providerId)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
