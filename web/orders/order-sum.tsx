import type { ComponentChildren } from "preact";
import type { OrderSum as Sum } from "../../src/contract/order-sum";
import { formatMoney } from "../i18n/format";
import { t, tValue } from "./order-texts";
import { bearersOf, sumLines, type Bearer, type SumLine } from "./order-sum-figures";
import type { Tone } from "../ui/badge";
import { ShareBar } from "../ui/share-bar";
import "./order-sum.css";

const TONES: Record<Bearer, Tone> = {
  buyer: "good",
  channel: "info",
  both: "warn",
  seller: "plain",
};

/** From the full price to what the buyer paid, with a picture of who bears how much of it. */
export function OrderSum({ sum, currency }: { sum: Sum; currency: string }) {
  return (
    <>
      <BearerBar sum={sum} currency={currency} />
      <SumList lines={sumLines(sum)} currency={currency}>
        <SumTotal
          label={t("order.sum.paidMinor")}
          amountMinor={sum.paidMinor}
          currency={currency}
        />
      </SumList>
      {sum.containedTaxMinor > 0 && (
        <p class="soft small">
          {t("order.sum.contained", { tax: formatMoney(sum.containedTaxMinor, currency) })}
        </p>
      )}
    </>
  );
}

/** Only where somebody besides the buyer pays: one colour alone tells nothing. */
function BearerBar({ sum, currency }: { sum: Sum; currency: string }) {
  const bearers = bearersOf(sum);
  if (bearers.length < 2) return null;
  const parts = bearers.map(({ bearer, amountMinor }) => ({
    label: `${tValue("order.bearer.", bearer)} ${formatMoney(amountMinor, currency)}`,
    count: amountMinor,
    tone: TONES[bearer],
  }));
  return (
    <figure class="bearers">
      <ShareBar label={parts.map(({ label }) => label).join(", ")} parts={parts} />
      <figcaption>
        <ul class="bearer-list">
          {parts.map(({ label, tone }) => (
            <li key={label}>
              <span class={`bearer-dot share-${tone}`} aria-hidden="true" />
              {label}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}

interface SumListProps {
  lines: readonly SumLine[];
  currency: string;
  /** What the lines add up to. */
  children: ComponentChildren;
}

export function SumList({ lines, currency, children }: SumListProps) {
  return (
    <dl class="money">
      {lines.map(({ key, amountMinor }) => (
        <div key={key} class="money-line">
          <dt>{tValue("order.sum.", key)}</dt>
          <dd class="number">{formatMoney(amountMinor, currency)}</dd>
        </div>
      ))}
      {children}
    </dl>
  );
}

interface SumTotalProps {
  label: string;
  amountMinor: number;
  currency: string;
}

export function SumTotal({ label, amountMinor, currency }: SumTotalProps) {
  return (
    <div class="money-line money-total">
      <dt>{label}</dt>
      <dd class="number">{formatMoney(amountMinor, currency)}</dd>
    </div>
  );
}
