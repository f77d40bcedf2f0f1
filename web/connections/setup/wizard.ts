/** The steps of a new connection, derived from what the server says. Pure. */
import type { ConnectionDetail } from "../../../src/contract/connections";

export type WizardStep = "name" | "store" | "channel" | "shop";
export const WIZARD_STEPS: readonly WizardStep[] = ["name", "store", "channel", "shop"];

/** The furthest step that may be open, whatever the address asks for. */
export function openStep(
  detail: Pick<ConnectionDetail, "setupStep">,
  asked: string | undefined,
): WizardStep | "done" {
  if (detail.setupStep === "done") return "done";
  const furthest = WIZARD_STEPS.indexOf(detail.setupStep);
  const wanted = WIZARD_STEPS.findIndex((step) => step === asked);
  return WIZARD_STEPS[wanted >= 0 && wanted < furthest ? wanted : furthest] ?? "store";
}

/** "My shop", or the first of "My shop 2", "My shop 3" … that no connection has. */
export function freeName(proposal: string, taken: readonly string[]): string {
  const isTaken = (name: string) => nameProblem(name, taken) !== null;
  let name = proposal;
  for (let number = 2; isTaken(name); number += 1) name = `${proposal} ${number}`;
  return name;
}

/** Why a name cannot be used, as a message key; null when it can. */
export function nameProblem(name: string, taken: readonly string[]) {
  const trimmed = name.trim();
  if (!trimmed) return "wizard.nameMissing" as const;
  if (trimmed.length > 80) return "wizard.nameLong" as const;
  return taken.some((other) => other.toLowerCase() === trimmed.toLowerCase())
    ? ("wizard.nameTaken" as const)
    : null;
}
