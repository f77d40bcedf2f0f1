import { useSignal } from "@preact/signals";
import { useLocation } from "preact-iso/router";
import { onSubmit } from "../data/submission";
import { withQuery } from "../data/with-query";
import { Button } from "../ui/button";
import { TextField } from "../ui/field";
import { SelectField } from "../ui/select-field";
import type { JournalFilter } from "./journal";
import { t } from "./texts";

interface JournalFiltersProps {
  path: string;
  filter: JournalFilter;
  isBusy: boolean;
  onReplay: (terms: { subject: string }) => void;
}

/** The filter of the journal, which stands in the address; what it names can be read again. */
export function JournalFilters({ path, filter, isBusy, onReplay }: JournalFiltersProps) {
  const { route } = useLocation();
  const typed = useSignal(filter.subject ?? "");
  const go = (change: Partial<Record<keyof JournalFilter, string>>) =>
    route(withQuery(path, { ...filter, ...change }));
  const { subject } = filter;
  return (
    <form
      class="row"
      noValidate
      onSubmit={onSubmit(() => go({ subject: typed.value.trim() || undefined }))}
    >
      <SelectField
        label={t("journal.kind")}
        value={filter.kind ?? ""}
        onChange={(kind) => go({ kind: kind || undefined })}
        options={[
          { value: "", label: t("journal.kind.all") },
          { value: "event", label: t("journal.kind.event") },
          { value: "write", label: t("journal.kind.write") },
        ]}
      />
      <SelectField
        label={t("journal.outcome")}
        value={filter.outcome ?? ""}
        onChange={(outcome) => go({ outcome: outcome || undefined })}
        options={[
          { value: "", label: t("journal.outcome.all") },
          { value: "failed", label: t("journal.outcome.failed") },
        ]}
      />
      <TextField
        label={t("journal.subject")}
        value={typed.value}
        onInput={(value) => {
          typed.value = value;
        }}
      />
      <Button type="submit">{t("journal.find")}</Button>
      {subject?.includes(":") && (
        <Button icon="refresh" isBusy={isBusy} onClick={() => onReplay({ subject })}>
          {t("journal.replay")}
        </Button>
      )}
    </form>
  );
}
