import { describe, expect, it } from "vitest";
import {
  compareStoreOrder,
  readState,
  type StateRule,
  type StateFlags,
} from "../../../src/domain/orders/store-changes";

const flags = (id: string, said: Partial<StateFlags> = {}, isPaid = false, isOwn = false) => ({
  state: { id, name: id, isPaid, isOwn },
  isShipped: false,
  isDelivered: false,
  isCancelled: false,
  ...said,
});

const PAID = flags("2", {}, true);
const SHIPPED = flags("4", { isShipped: true });
const DELIVERED = flags("5", { isDelivered: true });
const CANCELLED = flags("6", { isCancelled: true });
const REFUNDED = flags("7");
const ERROR = flags("8");
const OWN = flags("20", {}, false, true);
const OWN_PAID = flags("21", {}, true, true);

const SENT = { isShipped: true, isCancelled: false };
const OFF = { isShipped: false, isCancelled: true };
const NOTHING = { isShipped: false, isCancelled: false };

interface Case {
  path: StateFlags[];
  says: typeof SENT;
  number?: string;
  rules?: StateRule[];
}

const at = ({ path, number = "", rules = [] }: Case) => {
  const present = path.at(-1) ?? PAID;
  return readState({ ...present, earlier: path, parcels: [{ trackingNumber: number }] }, rules);
};

describe("what the store says of an order", () => {
  it.each<[string, Case]>([
    ["shipped", { path: [PAID, SHIPPED], says: SENT }],
    ["shipped, then refunded", { path: [PAID, SHIPPED, REFUNDED], says: SENT }],
    ["delivered, then refunded", { path: [PAID, DELIVERED, REFUNDED], says: SENT }],
    ["shipped, then returned by two own states", { path: [PAID, SHIPPED, OWN, OWN], says: SENT }],
    ["shipped, then in payment error", { path: [PAID, SHIPPED, ERROR], says: SENT }],
    ["shipped, then an own paid state", { path: [SHIPPED, OWN_PAID], number: "N1", says: SENT }],
    [
      "an own state that means shipped, then refunded",
      {
        path: [PAID, OWN, REFUNDED],
        rules: [{ orderStateId: "20", meaning: "shipped" }],
        says: SENT,
      },
    ],
    [
      "shipped, then a state that means nothing",
      {
        path: [PAID, SHIPPED, OWN],
        rules: [{ orderStateId: "20", meaning: "nothing" }],
        says: SENT,
      },
    ],
    ["cancelled, then refunded", { path: [PAID, CANCELLED, REFUNDED], says: OFF }],
    ["shipped, then cancelled", { path: [PAID, SHIPPED, CANCELLED], says: OFF }],
    ["shipped, cancelled, then refunded", { path: [SHIPPED, CANCELLED, REFUNDED], says: OFF }],
    ["cancelled, then shipped after all", { path: [CANCELLED, SHIPPED, REFUNDED], says: SENT }],
  ])("is what it was last, where its state says nothing: %s", (_name, given) => {
    expect(at(given)).toEqual(given.says);
  });

  it.each<[string, Case]>([
    ["shipped by mistake", { path: [SHIPPED, PAID], says: NOTHING }],
    ["shipped by mistake, then refunded", { path: [SHIPPED, PAID, REFUNDED], says: NOTHING }],
    ["cancelled by mistake", { path: [CANCELLED, PAID], number: "N1", says: NOTHING }],
    ["back in an own paid state", { path: [SHIPPED, OWN_PAID], says: NOTHING }],
    ["refunded before it left", { path: [PAID, REFUNDED], number: "N1", says: NOTHING }],
  ])("is not what was taken back: %s", (_name, given) => {
    expect(at(given)).toEqual(given.says);
  });

  it("holds by the present state alone where the earlier ones are not known", () => {
    expect(readState({ ...REFUNDED, parcels: [] }, [])).toEqual(NOTHING);
  });

  it("is silent only where nobody can tell what the state means", () => {
    const silent = (path: StateFlags[]) =>
      compareStoreOrder(
        { order: { lines: [] }, draft: null, importState: { status: "none" }, before: {} },
        { ...(path.at(-1) ?? PAID), earlier: path, parcels: [] },
        [],
        () => new Map(),
        0,
      ).silentState;
    expect(silent([PAID, REFUNDED])).toEqual({ id: "7", name: "7" });
    expect(silent([PAID, SHIPPED, REFUNDED])).toBeUndefined();
    expect(silent([PAID, CANCELLED, REFUNDED])).toBeUndefined();
  });
});
