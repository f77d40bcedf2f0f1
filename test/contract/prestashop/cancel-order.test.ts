import { describe, expect, it } from "vitest";
import { cancelOrder } from "../../../src/platforms/prestashop/orders/cancel-order";
import type { StoreClient } from "../../../src/platforms/prestashop/request";
import type { StoreFacts } from "../../../src/platforms/prestashop/store-facts";

const CANCELLED = "6";
const FACTS = { states: { cancelled: CANCELLED } } as StoreFacts;

/** Cancels an order that is in `state`; answers what the store was asked to make. */
async function cancel(state: string): Promise<unknown[]> {
  const made: unknown[] = [];
  const client: Pick<StoreClient, "list" | "create"> = {
    list: async () => [{ id: "7", current_state: state }],
    create: async (...asked) => {
      made.push(asked);
      return {};
    },
  };
  await cancelOrder(client as StoreClient, FACTS, "7");
  return made;
}

describe("cancelling an order", () => {
  it("enters the state once: a second entry would fire the store's hooks again", async () => {
    expect(await cancel("2")).toHaveLength(1);
    expect(await cancel(CANCELLED)).toHaveLength(0);
  });
});
