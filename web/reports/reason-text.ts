import { reasonLabel } from "../problems/reason-label";
import { t } from "./texts";

/** Codes that only reports have. */
const OWN_REASONS = [
  "report.unpaid",
  "report.on_hold",
  "report.under_way",
  "report.by_channel",
  "report.before_connection",
  "report.order_unknown",
  "report.order_unread",
  "report.order_gone",
] as const;

/** Why an order is not in the store; codes of problems are told as everywhere. */
export function reasonText(code: string): string {
  const own = OWN_REASONS.find((known) => known === code);
  return own ? t(`reports.reason.${own}`) : reasonLabel(code);
}
