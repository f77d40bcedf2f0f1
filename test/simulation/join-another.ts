/** The third start: a second merchant has an account, a store and a shop of their own beside the first. */
import { START_SEEDS } from "./machine/chance";
import { emptyNotes } from "./notes";
import { liveLinks, readBaseline } from "./participants";
import { SECOND, type Place } from "./places";
import type { Merchant, Playground } from "./playground";
import { makeStart, type Transport } from "./start";
import type { System } from "./system";

export async function openMerchant(
  system: System,
  transport: Transport,
  place: Place,
): Promise<Merchant> {
  const person = await makeStart(system, transport, place);
  const links = liveLinks(system.world, place);
  if (system.incidents.length > 0) throw new Error(JSON.stringify(system.incidents));
  if (links.length === 0) throw new Error(`${place.seller} has nothing on sale`);
  const notes = emptyNotes();
  return { person, links, baseline: readBaseline(place.storeOf(system.world), links), notes };
}

/** Goes on from the first start, to which `unmark` leads back. The other one's store is reached another way. */
export async function joinAnother({ system, merchants }: Playground): Promise<Playground> {
  const [first] = merchants as [Merchant];
  system.restart(START_SEEDS.beside);
  const transport = first.person.transport === "module" ? "store" : "module";
  const second = await openMerchant(system, transport, SECOND);
  system.mark();
  return { system, merchants: [first, second] };
}
