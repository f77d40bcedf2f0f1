/** What a named history is made of. */
import type { ActName } from "./acts";
import type { History, Step } from "./history";
import type { Transport } from "./start";

export interface NamedHistory {
  /** The rule it stands for. */
  name: string;
  steps: Step[];
  begins?: History["begins"];
  only?: Transport;
}

export const MINUTE_MS = 60_000;

/** All about the same SKU, which is no pack, and the first order, unless `more` says otherwise. */
export const step = (act: ActName, minutes: number, more: Partial<Step> = {}): Step => ({
  act,
  which: 0.03,
  key: "1:1",
  roll: 0,
  adv: minutes * MINUTE_MS,
  ...more,
});
