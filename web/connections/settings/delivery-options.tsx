import type { Signal } from "@preact/signals";
import type { ConnectionSettings } from "../../../src/contract/connection-settings";
import type { Answer } from "../../api/client";
import { SelectField } from "../../ui/select-field";
import { t } from "./texts";

type Choices = Answer<"GET /api/connections/:id/carriers">;
type OptionMap = ConnectionSettings["deliveryOptionMap"];

interface DeliveryOptionsProps {
  choices: Choices;
  map: Signal<OptionMap>;
}

/** Each delivery option of TikTok Shop, and the carrier of the store's orders for it. */
export function DeliveryOptions({ choices, map }: DeliveryOptionsProps) {
  const lines = toLines(choices, map.value);
  if (lines.length === 0) return null;
  const choose = (id: string, name: string, carrierReference: string) => {
    const others = map.value.filter(({ deliveryOptionId }) => deliveryOptionId !== id);
    const chosen = { deliveryOptionId: id, deliveryOptionName: name, carrierReference };
    map.value = carrierReference ? [...others, chosen] : others;
  };
  return (
    <>
      <p class="soft">{t("settings.deliveryOptionsText")}</p>
      <div class="table-frame">
        <table class="table table-dense">
          <caption class="visually-hidden">{t("settings.deliveryOptionMap")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("settings.deliveryOptionCol")}</th>
              <th scope="col">{t("settings.carrierCol")}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ id, name, label, reference }) => (
              <tr key={id}>
                <th scope="row">{label}</th>
                <td>
                  <SelectField
                    label={t("settings.carrierFor", { option: name })}
                    isLabelHidden
                    value={reference}
                    options={[
                      { value: "", label: t("settings.deliveryOptionDefault") },
                      ...carriersOf(choices, reference),
                    ]}
                    onChange={(chosen) => choose(id, name, chosen)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** The options of now, then those that were mapped and are gone. */
function toLines({ deliveryOptions }: Choices, map: OptionMap) {
  const mapped = new Map(map.map((one) => [one.deliveryOptionId, one.carrierReference]));
  const known = new Set(deliveryOptions.map(({ id }) => id));
  const gone = map.filter(({ deliveryOptionId }) => !known.has(deliveryOptionId));
  return [
    ...deliveryOptions.map(({ id, name }) => {
      return { id, name, label: name, reference: mapped.get(id) ?? "" };
    }),
    ...gone.map(({ deliveryOptionId: id, deliveryOptionName: name, carrierReference }) => {
      const label = t("settings.deliveryOptionGone", { name });
      return { id, name, label, reference: carrierReference };
    }),
  ];
}

/** A chosen carrier that the store has no more stays visible. */
function carriersOf({ carriers }: Choices, chosen: string) {
  const options = carriers.map(({ reference, name }) => ({ value: reference, label: name }));
  const isGone = chosen !== "" && !carriers.some(({ reference }) => reference === chosen);
  return isGone
    ? [...options, { value: chosen, label: t("settings.carrierGone", { name: chosen }) }]
    : options;
}
