import { useSignal } from "@preact/signals";
import type { ConnectionDetail } from "../../../src/contract/connections";
import { onSubmit } from "../../data/submission";
import { t } from "./texts";
import { Button } from "../../ui/button";
import { TextField } from "../../ui/field";
import { SaveProblem } from "./save-problem";
import { useUnsaved } from "./unsaved";
import { useSave } from "./use-save";

/** Where the store's back office is, by which its pages are linked: its module tells it, else the merchant. */
export function AdminAddress({ detail }: { detail: ConnectionDetail }) {
  if (detail.adminUrl === null) return <TypedAddress detail={detail} />;
  return (
    <p id="back-office">
      {t("settings.adminUrl")}: {detail.adminUrl}
    </p>
  );
}

function TypedAddress({ detail }: { detail: ConnectionDetail }) {
  const typed = useSignal(detail.settings.adminUrl ?? "");
  const fill = ({ settings }: ConnectionDetail) => {
    typed.value = settings.adminUrl ?? "";
  };
  const saving = useSave({ detail, fill });
  const submit = () => saving.save({ settings: { adminUrl: typed.value.trim() || null } });
  useUnsaved(saving, typed.value, { section: t("settings.adminUrl"), submit });
  return (
    <form class="form" id="back-office" noValidate onSubmit={onSubmit(() => void submit())}>
      <TextField
        label={t("settings.adminUrl")}
        hint={t("settings.adminUrlHint")}
        type="url"
        maxLength={500}
        placeholder={t("settings.adminUrlExample")}
        value={typed.value}
        onInput={(value) => {
          typed.value = value;
        }}
      />
      <SaveProblem of={saving} />
      <div class="form-actions">
        <Button type="submit" isBusy={saving.isBusy.value}>
          {t("settings.saveAdminUrl")}
        </Button>
      </div>
    </form>
  );
}
