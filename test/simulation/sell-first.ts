/** The second start of histories: a merchant who has sold, with orders in each state. */
import { START_SEEDS } from "./machine/chance";
import type { Step } from "./history";
import { emptyNotes } from "./notes";
import { openParticipants } from "./participants";
import { playStep } from "./play";
import type { Merchant, Playground } from "./playground";
import { isAtRest } from "./rest";
import { judge } from "./verdict";

const MINUTE_MS = 60_000;
/** Notifications and second tries are over by then. */
const REST_MS = 5 * MINUTE_MS;

/** One stays imported, one is on its way under a number, one waits until its buyer may no longer cancel. */
const STEPS: readonly Step[] = [
  { act: "order", which: 0.1, roll: 0.4, adv: MINUTE_MS },
  { act: "orderOfTwo", which: 0.45, roll: 0.7, adv: MINUTE_MS },
  { act: "ship", which: 0.9, roll: 0.5, adv: 3 * MINUTE_MS },
  { act: "orderHold", which: 0.8, roll: 0.1, adv: REST_MS },
];

/** Goes on from the first start, to which `unmark` leads back. */
export async function sellFirst(from: Playground): Promise<Playground> {
  const { system } = from;
  const [merchant] = from.merchants as [Merchant];
  system.restart(START_SEEDS.withOrders);
  const notes = emptyNotes();
  const people = openParticipants(
    system,
    merchant.person,
    merchant.links,
    merchant.baseline,
    notes,
  );
  for (const [index, step] of STEPS.entries()) await playStep(people, step, index);
  for (let passed = 0; !isAtRest(system, undefined); passed += MINUTE_MS) {
    if (passed > REST_MS) throw new Error("the merchant who sells never comes to rest");
    await system.advance(MINUTE_MS);
  }
  const violations = judge(people);
  if (violations.length > 0) throw new Error(JSON.stringify(violations));
  system.mark();
  return { system, merchants: [{ ...merchant, notes }] };
}
