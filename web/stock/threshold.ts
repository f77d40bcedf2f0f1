/** A threshold as it is typed. Pure. */
import type { LowStock } from "../../src/contract/low-stock";

export interface TypedThreshold {
  action: LowStock["action"] | "off";
  threshold: string;
}

const USUAL_THRESHOLD = 10;
const MOST = 99_999;

export const toTyped = (rule: LowStock | null): TypedThreshold => ({
  action: rule?.action ?? "off",
  threshold: String(rule?.threshold ?? USUAL_THRESHOLD),
});

/** Undefined: what was typed is no threshold. */
export function fromTyped({ action, threshold }: TypedThreshold): LowStock | null | undefined {
  if (action === "off") return null;
  const typed = threshold.trim();
  if (!/^\d{1,5}$/.test(typed) || Number(typed) > MOST) return undefined;
  return { action, threshold: Number(typed) };
}
