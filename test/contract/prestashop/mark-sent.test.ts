import { describe, expect, it } from "vitest";
import { markSent } from "../../../src/platforms/prestashop/orders/mark-sent";
import type { StoreClient } from "../../../src/platforms/prestashop/request";
import type { StoreFacts } from "../../../src/platforms/prestashop/store-facts";

const PAID = { id: "2", paid: "1", shipped: "0" };
const SHIPPED = { id: "4", paid: "1", shipped: "1" };
const states = { cancelled: "6", refunded: "7", shipped: "4", delivered: "5" };

/** Marks a paid order shipped in a store with these states; answers what it was asked to make. */
async function ship(known: readonly (typeof PAID)[]): Promise<unknown[]> {
  const made: unknown[] = [];
  const client: Pick<StoreClient, "list" | "create"> = {
    list: async (resource) =>
      resource === "orders" ? [{ id: "7", current_state: "2", invoice_number: "9" }] : known,
    create: async (...asked) => {
      made.push(asked);
      return {};
    },
  };
  await markSent(client as StoreClient, { states } as StoreFacts, "7", "shipped");
  return made;
}

describe("marking an order sent", () => {
  it("enters the state that the store's setting names", async () => {
    expect(await ship([PAID, SHIPPED])).toHaveLength(1);
  });

  it("says that the state is gone, which the store answers with an empty error of its own", async () => {
    await expect(ship([PAID])).rejects.toMatchObject({
      remedy: "merchant",
      code: "prestashop.sent_state_missing",
      facts: { setting: "PS_OS_SHIPPING", orderStateId: "4" },
    });
  });
});
