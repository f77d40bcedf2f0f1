import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { t } from "../i18n/t";
import { Button } from "./button";

/** A value to carry elsewhere: read-only, selectable, with a copy button that tells it worked. */
export function CopyField({ label, value, hint }: { label: string; value: string; hint?: string }) {
  const id = useId();
  const isCopied = useSignal(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    isCopied.value = true;
  };
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      <div class="field-box">
        <input
          id={id}
          class="input mono"
          readOnly
          value={value}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button
          icon={isCopied.value ? "check" : "copy"}
          onClick={copy}
          label={t("common.copyNamed", { label })}
        >
          {isCopied.value ? t("common.copied") : t("common.copy")}
        </Button>
      </div>
      {hint && <p class="field-hint">{hint}</p>}
      <p class="visually-hidden" role="status">
        {isCopied.value ? t("common.copied") : ""}
      </p>
    </div>
  );
}
