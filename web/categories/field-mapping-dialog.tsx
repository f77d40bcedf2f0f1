import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { CategoryDemands, MappingPreview, MappingSource } from "../../src/contract/demands";
import { Loaded } from "../data/loaded";
import { useSubmission } from "../data/submission";
import { useResource } from "../data/use-resource";
import { t } from "../listings/texts";
import { SubmitProblem } from "../problems/problem-notice";
import { useApp } from "../shell/app";
import { Button } from "../ui/button";
import { Dialog, DialogActions } from "../ui/dialog";
import { TextField } from "../ui/field";
import { SelectField } from "../ui/select-field";
import type { DemandsModel } from "./demands";
import { sourceText } from "./field-mappings";
import { DIMENSION_KEYS, fromSourceKey, toSourceKey, type ValueTable } from "./field-source";
import { MappingSamples } from "./mapping-samples";
import { ValueTableFields } from "./value-table";

interface FieldMappingDialogProps {
  field: string;
  name: string;
  source: MappingSource | null;
  demands: CategoryDemands;
  model: InstanceType<typeof DemandsModel>;
  onClose: () => void;
}

/** Where one detail is read from, what each text of the store means, and what comes of it. */
export default function FieldMappingDialog(props: FieldMappingDialogProps) {
  const { field, name, source, demands, model, onClose } = props;
  const { say } = useApp();
  const key = useSignal(toSourceKey(source));
  const constant = useSignal(source?.kind === "constant" ? source.value : "");
  const table = useSignal<ValueTable>({ ...source?.values });
  const preview = useSignal<MappingPreview | null>(null);
  const saving = useSubmission();
  const reading = useSubmission();
  const attribute = demands.attributes.find(({ id }) => field === `attribute:${id}`);
  const chosen = () => fromSourceKey(key.value, constant.value, table.value);
  const show = () =>
    reading.send(async () => {
      const asked = chosen();
      if (!asked) return { ok: true, value: null };
      const result = await model.preview(field, asked);
      if (result.ok) preview.value = result.value;
      return result;
    });
  useEffect(() => void show(), []);
  const isEmpty = useSignal(false);
  const save = async () => {
    // Without a text it would say "read from nowhere", which is a choice of its own.
    isEmpty.value = key.value === "constant" && constant.value.trim() === "";
    if (isEmpty.value) return;
    await saving.send(async () => {
      const result = await model.map(field, chosen());
      if (!result.ok) return result;
      say(t("details.mapSaved"));
      onClose();
      return result;
    });
  };
  const choose = (next: string) => {
    key.value = next;
    preview.value = null;
    // What its texts meant says nothing of another source's.
    table.value = next === toSourceKey(source) ? { ...source?.values } : {};
    isEmpty.value = false;
    if (next !== "constant") void show();
  };
  const texts = preview.value?.texts ?? [];
  return (
    <Dialog title={name} onClose={onClose} isWide>
      {attribute?.isSafety && <p class="soft">{t("details.safetyText")}</p>}
      <SourceField model={model} value={key.value} onChange={choose} />
      {key.value === "constant" && (
        <TextField
          label={t("details.constant")}
          isRequired
          maxLength={300}
          error={isEmpty.value ? t("details.constantEmpty") : undefined}
          value={constant.value}
          onInput={(typed) => {
            constant.value = typed;
            isEmpty.value = false;
          }}
        />
      )}
      {key.value !== "" && preview.value && texts.length === 0 && (
        <p class="soft">{t("details.noTexts")}</p>
      )}
      {texts.length > 0 && (
        <ValueTableFields
          texts={texts}
          attribute={attribute}
          categoryId={demands.categoryId}
          table={table.value}
          onChange={(next) => {
            table.value = next;
          }}
        />
      )}
      {key.value !== "" && (
        <div class="form-actions">
          <Button isBusy={reading.isBusy.value} onClick={() => void show()}>
            {t("details.showValues")}
          </Button>
        </div>
      )}
      {preview.value && <MappingSamples samples={preview.value.samples} />}
      <SubmitProblem of={reading.refusal} />
      <SubmitProblem of={saving.refusal} />
      <DialogActions>
        <Button onClick={onClose}>{t("common.cancel")}</Button>
        <Button variant="primary" isBusy={saving.isBusy.value} onClick={() => void save()}>
          {t("details.mapSave")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

interface SourceFieldProps {
  model: InstanceType<typeof DemandsModel>;
  value: string;
  onChange: (key: string) => void;
}

/** Everything of the store that a detail may be read from. */
function SourceField({ model, value, onChange }: SourceFieldProps) {
  const sources = useResource(model.sources, [model]);
  const named = (kind: "feature" | "option", names: readonly string[]) =>
    names.map((name) => ({
      value: `${kind}:${name}`,
      label: t(`details.source.${kind}`, { name }),
    }));
  return (
    <Loaded resource={sources}>
      {({ features, options }) => {
        const known = [
          ...named("feature", features),
          ...named("option", options),
          { value: "manufacturer", label: t("details.source.manufacturer") },
          { value: "reference", label: t("details.source.reference") },
          ...DIMENSION_KEYS.map(({ of, unit }) => ({
            value: `dimension:${of}:${unit}`,
            label: t("details.source.dimension", { of: t(`details.${of}`), unit }),
          })),
          { value: "constant", label: t("details.source.constant") },
        ];
        // A feature that no product has any more is still what is set.
        const set = fromSourceKey(value, "");
        const isKnown = value === "" || known.some((one) => one.value === value);
        return (
          <SelectField
            label={t("details.mapSource")}
            value={value}
            options={[
              { value: "", label: t("details.mapNone") },
              ...(isKnown || !set ? [] : [{ value, label: sourceText(set) }]),
              ...known,
            ]}
            onChange={onChange}
          />
        );
      }}
    </Loaded>
  );
}
