import { expect, it } from "vitest";
import { listMissed } from "../../../src/sync/orders/list-missed";
import { orderOf } from "../../support/order-builders";

const sent = (id: string) => orderOf({ id, state: "in_transit", paidAt: 2_000 });

it("owes a sent order that the ledger still means to make, and names what it cannot read", async () => {
  const known = { isInStore: false, isUnsynced: false, problem: null };
  const page = await listMissed(
    {
      channel: async () => ({
        listOrders: async () => ({
          orders: ["new", "left", "owed", "made"].map(sent),
          unreadable: ["odd", "made-odd"],
        }),
      }),
      readKnown: async () =>
        new Map([
          ["left", known],
          ["owed", { ...known, isUnsynced: true }],
          ["made", { ...known, isInStore: true }],
          ["made-odd", { ...known, isInStore: true }],
        ]),
      connectedAt: 1_000,
    },
    { from: 0, until: 9_000 },
    undefined,
  );
  expect(page.missed.map(({ id, why }) => [id, why])).toEqual([
    ["new", "due"],
    ["left", "sent"],
    ["owed", "due"],
    ["odd", "unreadable"],
  ]);
  expect(page.inStore).toBe(2);
});
