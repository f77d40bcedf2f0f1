import type { Facts } from "../../src/domain/facts";
import { formatMoney } from "../i18n/format";
import { hasProblemText, problemText } from "../i18n/problems";
import { facts as factTexts } from "../../src/i18n/en/ui/facts";
import { speaking } from "../i18n/speaking";
import "./timeline.css";

const { tValue } = speaking({ facts: factTexts });

const PLAIN = new Set(["string", "number", "boolean"]);

interface FactsLineProps {
  facts: Facts;
  /** Of amounts among the facts; absent where there are none. */
  currency?: string;
}

/** Facts of an entry in one line: of a problem what happened, of the others name and value. */
export function FactsLine({ facts, currency }: FactsLineProps) {
  const { from, ...rest } = facts;
  const parts = Object.entries(rest)
    .filter(([name, value]) => name !== "task" && PLAIN.has(typeof value) && value !== "")
    .map(([name, value]) => {
      if (name === "code" && hasProblemText(String(value)))
        return problemText({ code: String(value), facts }).what;
      if (name === "to" && from) return `${stateLabel(from)} → ${stateLabel(value)}`;
      if (name === "state" || name === "to") return stateLabel(value);
      return `${tValue("fact.", name)}: ${valueText(name, value, currency)}`;
    });
  return parts.length > 0 ? <p class="soft small timeline-facts">{parts.join(" · ")}</p> : null;
}

const stateLabel = (state: unknown) => tValue("order.state.", String(state));

function valueText(name: string, value: unknown, currency: string | undefined): string {
  if (name.endsWith("Minor") && typeof value === "number" && currency)
    return formatMoney(value, currency);
  return name === "step" ? tValue("order.step.", String(value)) : String(value);
}
