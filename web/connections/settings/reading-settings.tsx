import { useSignal } from "@preact/signals";
import type { ConnectionDetail } from "../../../src/contract/connections";
import type { Answer } from "../../api/client";
import { t } from "./texts";
import { useApp } from "../../shell/app";
import { useResource } from "../../data/use-resource";
import { Button } from "../../ui/button";
import { SelectField } from "../../ui/select-field";
import { Card } from "../../ui/page";
import { onSubmit } from "../../data/submission";
import { KnownChoices } from "./known-choices";
import { SaveProblem } from "./save-problem";
import { useUnsaved } from "./unsaved";
import { useSave } from "./use-save";

type Choices = Answer<"GET /api/connections/:id/reading-choices">;

/** Whose prices, in which currency, and which language's texts are read from the store. */
export function ReadingSettings({ detail }: { detail: ConnectionDetail }) {
  const { client } = useApp();
  const choices = useResource(
    () => client.call("GET /api/connections/:id/reading-choices", { params: { id: detail.id } }),
    [client, detail.id],
  );
  return (
    <Card title={t("settings.reading")} id="reading">
      <KnownChoices resource={choices}>
        {(value) => <ReadingForm detail={detail} choices={value} />}
      </KnownChoices>
    </Card>
  );
}

/** A choice that the store does not name any more stays to be seen. */
function optionsOf(auto: string, named: Choices["groups"], chosen: string) {
  const isNamed = chosen === "" || named.some(({ id }) => id === chosen);
  return [
    { value: "", label: auto },
    ...named.map(({ id, name }) => ({ value: id, label: name })),
    ...(isNamed ? [] : [{ value: chosen, label: chosen }]),
  ];
}

function ReadingForm({ detail, choices }: { detail: ConnectionDetail; choices: Choices }) {
  const { settings } = detail;
  const group = useSignal(settings.priceGroupId ?? "");
  const currency = useSignal(settings.priceCurrency ?? "");
  const language = useSignal(settings.contentLanguageId ?? "");
  const fill = ({ settings: fresh }: ConnectionDetail) => {
    group.value = fresh.priceGroupId ?? "";
    currency.value = fresh.priceCurrency ?? "";
    language.value = fresh.contentLanguageId ?? "";
  };
  const saving = useSave({ detail, fill });
  const submit = () =>
    saving.save({
      settings: {
        priceGroupId: group.value || null,
        priceCurrency: currency.value || null,
        contentLanguageId: language.value || null,
      },
    });
  const held = [group.value, currency.value, language.value];
  useUnsaved(saving, held, { section: t("settings.reading"), submit });
  return (
    <form class="form" noValidate onSubmit={onSubmit(() => void submit())}>
      <SelectField
        label={t("settings.priceGroupId")}
        hint={t("settings.priceGroupHint")}
        value={group.value}
        onChange={(value) => (group.value = value)}
        options={optionsOf(t("settings.priceGroupAuto"), choices.groups, group.value)}
      />
      <SelectField
        label={t("settings.priceCurrency")}
        hint={t("settings.priceCurrencyHint")}
        value={currency.value}
        onChange={(value) => (currency.value = value)}
        options={optionsOf(t("settings.storeDefault"), choices.currencies, currency.value)}
      />
      <SelectField
        label={t("settings.contentLanguageId")}
        hint={t("settings.contentLanguageHint")}
        value={language.value}
        onChange={(value) => (language.value = value)}
        options={optionsOf(t("settings.storeDefault"), choices.languages, language.value)}
      />
      <SaveProblem of={saving} />
      <div class="form-actions">
        <Button
          type="submit"
          isBusy={saving.isBusy.value}
          label={`${t("common.save")}: ${t("settings.reading")}`}
        >
          {t("common.save")}
        </Button>
      </div>
    </form>
  );
}
