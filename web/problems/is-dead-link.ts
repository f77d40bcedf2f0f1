import type { Reason } from "../../src/contract/common";

const CODES = [
  "connection.not_found",
  "product.not_found",
  "order.not_found",
  "task.not_found",
] as const;

export type DeadLinkCode = (typeof CODES)[number];

/** Whether an address leads to what does not exist, or no more: another try would find nothing either. */
export function isDeadLink(reason: Reason): reason is Reason & { code: DeadLinkCode } {
  return CODES.some((code) => code === reason.code);
}
