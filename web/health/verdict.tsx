import type { FindingView } from "../../src/contract/health";
import { t } from "./texts";
import { Icon, type IconName } from "../ui/icon";
import "./verdict.css";

type Verdict = FindingView["verdict"];

const ICONS: Record<Verdict, IconName> = {
  pass: "check",
  warn: "alert",
  fail: "close",
  skipped: "minus",
};

/** The verdict as a sign; the text beside it or inside says the same. */
export function VerdictIcon({ verdict }: { verdict: Verdict }) {
  return (
    <span class={`verdict verdict-${verdict}`}>
      <Icon name={ICONS[verdict]} />
    </span>
  );
}

/** The verdict for those who do not see the sign. */
export function VerdictLabel({ verdict }: { verdict: Verdict }) {
  return <span class="visually-hidden">{t(`health.verdict.${verdict}`)}: </span>;
}
