// PHP that ends in the midst of writing an order.
import { Died } from "../failure";
import { switches, type DeathPlace, type Store } from "../store";

/** Ends the request where that is planned for this place. The death is not taken back with a transaction. */
export function dieAt(store: Store, place: DeathPlace): void {
  const left = switches.deaths(store);
  if (left > 0 && switches.deathPlace(store) === place) throw new Died(left - 1);
}
