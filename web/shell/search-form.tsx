import { t } from "../i18n/t";
import { Button } from "../ui/button";
import { TextField } from "../ui/field";
import "./search-form.css";
import { onSubmit } from "../data/submission";

interface SearchFormProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  onSearch: (value: string) => void;
}

/** A search that is sent on Enter or by its button, and at once when emptied. */
export function SearchForm({ label, value, onInput, onSearch }: SearchFormProps) {
  return (
    <form
      class="search-form"
      role="search"
      aria-label={label}
      onSubmit={onSubmit(() => onSearch(value.trim()))}
    >
      <TextField
        label={label}
        isLabelHidden
        type="search"
        placeholder={label}
        value={value}
        onInput={(next) => {
          onInput(next);
          if (!next) onSearch("");
        }}
      />
      <Button type="submit" icon="search" label={t("common.search")}>
        <span class="search-word">{t("common.search")}</span>
      </Button>
    </form>
  );
}
