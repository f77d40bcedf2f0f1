import type { Signal } from "@preact/signals";
import type { ConnectionSettings } from "../../../src/contract/connection-settings";
import { STATE_MEANINGS } from "../../../src/domain/orders/store-changes";
import { t } from "./texts";
import { SelectField } from "../../ui/select-field";

type Rules = ConnectionSettings["orderStateMap"];

/** What states of the store mean to the channel that are neither shipped nor cancelled by their marks. */
export function StateMeanings({
  states,
  rules,
}: {
  states: readonly { id: string; name: string }[];
  rules: Signal<Rules>;
}) {
  const meaningOf = (id: string) =>
    rules.value.find(({ orderStateId }) => orderStateId === id)?.meaning ?? "auto";
  const choose = (id: string, value: string) => {
    const meaning = STATE_MEANINGS.find((known) => known === value);
    const others = rules.value.filter(({ orderStateId }) => orderStateId !== id);
    rules.value = meaning ? [...others, { orderStateId: id, meaning }] : others;
  };
  return (
    <details>
      <summary>{t("settings.orderStateMap")}</summary>
      <p class="soft small">{t("settings.orderStateMapHint")}</p>
      {states.map(({ id, name }) => (
        <SelectField
          key={id}
          label={name || t("settings.orderStateNameless", { id })}
          value={meaningOf(id)}
          options={["auto" as const, ...STATE_MEANINGS].map((value) => ({
            value,
            label: t(`settings.meaning.${value}`),
          }))}
          onChange={(value) => choose(id, value)}
        />
      ))}
    </details>
  );
}
