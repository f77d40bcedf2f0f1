import { SyncError } from "../../../domain/errors/sync-error";
import type { SourceOrderState } from "../../source";
import { flag, text, localized } from "../json";
import { listApart } from "../list-apart";
import type { StoreClient } from "../request";
import type { StoreFacts } from "../store-facts";

interface StateRows {
  /** Those in use. */
  states: readonly SourceOrderState[];
  /** Ids of all, of those that the merchant took out of use as well: orders may still be in such a one. */
  ids: ReadonlySet<string>;
  /** Ids of those among them that count as paid. */
  paid: ReadonlySet<string>;
}

async function readRows(client: StoreClient, languageId: string): Promise<StateRows> {
  const { rows } = await listApart(
    client,
    "order_states",
    { display: "[id,name,paid,shipped,deleted]", language: languageId },
    { display: "[id,paid,shipped,deleted]" },
  );
  const known = rows.filter((row) => text(row, "id") !== "");
  const idsOf = (some: typeof known) => new Set(some.map((row) => text(row, "id")));
  const states = known
    .filter((row) => !flag(row, "deleted"))
    .map((row) => ({
      id: text(row, "id"),
      name: localized(row, "name", languageId),
      isPaid: flag(row, "paid"),
      isShipped: flag(row, "shipped"),
    }));
  return { states, ids: idsOf(known), paid: idsOf(known.filter((row) => flag(row, "paid"))) };
}

/** The states of the store that are in use, named in the given language, "" where it has no name. One request. */
export const readOrderStates = async (
  client: StoreClient,
  languageId: string,
): Promise<readonly SourceOrderState[]> => (await readRows(client, languageId)).states;

/** The states that a new order may pass through. */
export interface ImportStates {
  /** Ids of those that count as paid. */
  paid: ReadonlySet<string>;
  /**
   * PrestaShop's webservice makes an order in a state of its own settings, and breaks with an empty answer where
   * that is gone. Throws SyncError("merchant", "prestashop.own_state_missing") then: nothing is written yet.
   */
  refuseGone(): void;
}

/**
 * Throws SyncError("merchant", "prestashop.state_missing") when the wanted state is not in use, or does not
 * count as paid: an order in it would look unpaid to the store.
 */
export async function readImportStates(
  client: StoreClient,
  facts: StoreFacts,
  wanted: string | undefined,
): Promise<ImportStates> {
  const { states, ids, paid } = await readRows(client, facts.languageId);
  if (wanted !== undefined && !states.some(({ id, isPaid }) => isPaid && id === wanted))
    throw new SyncError("merchant", "prestashop.state_missing", { orderStateId: wanted });
  return {
    paid,
    refuseGone() {
      const gone = OWN_STATES.find(({ of }) => !ids.has(facts.states[of]));
      if (!gone) return;
      const { setting, of } = gone;
      throw new SyncError("merchant", "prestashop.own_state_missing", {
        setting,
        orderStateId: facts.states[of],
      });
    },
  };
}

/** What a new order is in at first: the one of an order whose sum is the cart's, the other of any other. */
const OWN_STATES = [
  { of: "paid", setting: "PS_OS_WS_PAYMENT" },
  { of: "error", setting: "PS_OS_ERROR" },
] as const;
