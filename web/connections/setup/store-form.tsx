import { useSignal } from "@preact/signals";
import type { ConnectionDetail } from "../../../src/contract/connections";
import type { SourceCheck } from "../../../src/contract/wizard";
import { t } from "./texts";
import type { ConnectionModel } from "../connection";
import { useDraft } from "../../data/draft";
import { Button } from "../../ui/button";
import { TextField } from "../../ui/field";
import { onSubmit, useSubmission } from "../../data/submission";
import { later } from "../../shell/later";
import { SubmitProblem } from "../../problems/problem-notice";

const PermissionTable = later(() => import("./permission-table"));

interface StoreFormProps {
  detail: ConnectionDetail;
  model: InstanceType<typeof ConnectionModel>;
  submitLabel: string;
  /** The page recommends the module instead. */
  isSecondary?: boolean;
  onChecked: (check: SourceCheck) => void;
}

/** Address and key of the store. The address survives a reload, the key is never written down. */
export function StoreForm({ detail, model, submitLabel, isSecondary, onChecked }: StoreFormProps) {
  const form = useDraft(`store-${detail.id}`, { url: detail.sourceUrl ?? "" });
  const key = useSignal("");
  const { isBusy, refusal, send } = useSubmission();
  const isChecked = useSignal(false);
  const { hasSourceKey } = detail;
  const address = () => form.draft.value.url.trim();
  const lacksKey = () => !hasSourceKey && !key.value.trim();
  const submit = () => {
    isChecked.value = true;
    if (address() && !lacksKey()) void connect();
  };
  const connect = () =>
    send(async () => {
      const result = await model.connectStore(address(), key.value.trim());
      if (result.ok) {
        form.forget();
        form.set({ url: result.value.check.url });
        key.value = "";
        isChecked.value = false;
        onChecked(result.value.check);
      }
      return result;
    });
  return (
    <form class="form" onSubmit={onSubmit(submit)} noValidate>
      <TextField
        label={t("wizard.storeUrl")}
        hint={t("wizard.storeUrlHint")}
        type="url"
        inputMode="url"
        isRequired
        placeholder="https://shop.example"
        error={isChecked.value && !address() ? t("wizard.storeUrlMissing") : undefined}
        value={form.draft.value.url}
        onInput={(value) => form.set({ url: value })}
      />
      <TextField
        label={t("wizard.key")}
        hint={hasSourceKey ? t("wizard.keyKept") : t("wizard.keyHint")}
        error={isChecked.value && lacksKey() ? t("wizard.keyMissing") : undefined}
        type="password"
        name="webservice-key"
        autoComplete="off"
        isRequired={!hasSourceKey}
        value={key.value}
        onInput={(value) => {
          key.value = value;
        }}
      />
      <SubmitProblem of={refusal} />
      <div class="form-actions">
        <Button type="submit" variant={isSecondary ? "secondary" : "primary"} isBusy={isBusy.value}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}

/** Where to find address and key, and which boxes to tick. */
export function StoreHelp() {
  const isOpened = useSignal(false);
  return (
    <details class="disclosure" onToggle={() => (isOpened.value = true)}>
      <summary>{t("wizard.where")}</summary>
      <div class="stack">
        <ol class="numbered">
          <li>{t("wizard.whereKey1")}</li>
          <li>{t("wizard.whereKey2")}</li>
          <li>{t("wizard.whereKey3")}</li>
          <li>{t("wizard.whereKey4")}</li>
        </ol>
        <h3>{t("wizard.permissions")}</h3>
        {isOpened.value && <PermissionTable />}
      </div>
    </details>
  );
}
