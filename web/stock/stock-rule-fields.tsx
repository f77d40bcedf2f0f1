import { TextField } from "../ui/field";
import { t } from "./stock-rule-texts";
import { partOf, type StockPart, type TypedStockRule } from "./typed-stock-rule";

interface StockRuleFieldsProps {
  parts: readonly StockPart[];
  typed: TypedStockRule;
  /** What holds where a field is empty, in words. */
  standing?: (part: StockPart) => string;
  onChange: (change: Partial<TypedStockRule>) => void;
}

/** The parts of a stock rule, each of which may be left empty. */
export function StockRuleFields({ parts, typed, standing, onChange }: StockRuleFieldsProps) {
  return (
    <>
      {parts.map((part) => (
        <TextField
          key={part}
          label={t(`stockRule.${part}`)}
          hint={[t(`stockRule.${part}Hint`), standing?.(part)].filter(Boolean).join(" ")}
          error={
            partOf(part, typed[part]) === undefined ? t(`stockRule.${part}Invalid`) : undefined
          }
          inputMode="numeric"
          unit={part === "percent" ? "%" : undefined}
          value={typed[part]}
          onInput={(value) => onChange({ [part]: value })}
        />
      ))}
    </>
  );
}
