import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { EXPIRY_DAYS, startOfDay } from "../../src/domain/listings/asked-fields";
import { TextField } from "../ui/field";
import { fromDay, toDay } from "./form-level";
import { t } from "./texts";

interface ExpiryFieldProps {
  isRequired: boolean;
  /** What is saved, epoch ms. */
  expiresAt: number | undefined;
  /** What is wrong with what is saved. */
  fault: string | undefined;
  onSave: (expiresAt: number | undefined) => void;
}

const DAY_MS = 86_400_000;

/**
 * The day on which a certificate expires. While somebody types the year it is "0002" for a moment:
 * such a day is kept in the field and never saved.
 */
export function ExpiryField({ isRequired, expiresAt, fault, onSave }: ExpiryFieldProps) {
  const saved = toDay(expiresAt);
  const typed = useSignal(saved);
  const isOutside = useSignal(false);
  useEffect(() => {
    typed.value = saved;
    isOutside.value = false;
  }, [saved]);
  const first = startOfDay(Date.now()) + DAY_MS;
  const take = ({ value, validity }: HTMLInputElement) => {
    // A day half typed is no day that was taken away.
    if (value === saved || validity.badInput) return;
    const day = fromDay(value);
    isOutside.value = day !== undefined && (day < first || day > EXPIRY_DAYS.last);
    if (!isOutside.value) onSave(day);
  };
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const field = input.current;
    const done = () => field && take(field);
    // Each browser has its own mind of when a date is changed; once it is left it is.
    field?.addEventListener("change", done);
    field?.addEventListener("blur", done);
    return () => {
      field?.removeEventListener("change", done);
      field?.removeEventListener("blur", done);
    };
  });
  return (
    <TextField
      type="date"
      label={t("details.expiry")}
      isRequired={isRequired}
      min={toDay(first)}
      max={toDay(EXPIRY_DAYS.last)}
      error={isOutside.value ? t("details.expiryOutside") : fault}
      value={typed.value}
      onInput={(day) => {
        typed.value = day;
      }}
      inputRef={input}
    />
  );
}
