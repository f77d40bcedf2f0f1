import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  canPack,
  checkPacking,
  joinNumbers,
  nextPlanned,
  numbersIn,
  unpackedLines,
  withPlan,
  withSent,
} from "../../../src/domain/orders/packing";
import type { PlannedParcel } from "../../../src/domain/orders/parcel";
import { lineOf, orderOf } from "../../support/order-builders";

const LINES = ["1", "2", "3", "4"];
const ORDER = orderOf({ lines: LINES.map((id) => lineOf({ id })) });
const packed = (trackingNumber: string, ...lineIds: string[]) => ({
  lineIds,
  trackingNumber,
  carrierReference: "2",
});

describe("a plan of several parcels", () => {
  it("takes every unit that waits exactly once, each parcel under a number of its own", () => {
    const check = (...parcels: ReturnType<typeof packed>[]) => checkPacking(ORDER, [], parcels);
    expect(check(packed("A", "1", "2"), packed("B", "3", "4"))).toBeNull();
    expect(check(packed("A", "1", "2"), packed("B", "3"))).toBe("incomplete");
    expect(check(packed("A", "1", "2", "3"), packed("B", "3", "4"))).toBe("incomplete");
    expect(check(packed("A", "1", "2", "3", "4"), packed("B"))).toBe("incomplete");
    expect(check(packed("A", "1", "2", "3", "9"))).toBe("incomplete");
    expect(check(packed("A", "1", "2"), packed("A", "3", "4"))).toBe("number");
    expect(check(packed("A 1", "1", "2"), packed("B", "3", "4"))).toBe("number");
  });

  it("is of what the seller ships and still has", () => {
    expect(canPack(ORDER)).toBe(true);
    for (const change of [
      { shippingBy: "channel" as const },
      { fulfilment: "channel" as const },
      { state: "on_hold" as const },
      { state: "awaiting_collection" as const },
      { hasCancelRequest: true },
    ])
      expect(checkPacking({ ...ORDER, ...change }, [], [packed("A", ...LINES)])).toBe("nothing");
  });

  it("follows what became of the units meanwhile", () => {
    const packing = [packed("A", "1", "2"), packed("B", "3", "4")];
    const lines = ORDER.lines.map((line) =>
      line.id === "1" ? { ...line, isCancelled: true } : line,
    );
    const order = { ...ORDER, lines };
    expect(nextPlanned(order, { packing })).toMatchObject(packed("A", "2"));
    expect(nextPlanned(order, { packing }, ["2"])).toMatchObject(packed("B", "3", "4"));
    const shipped = lines.map((line) =>
      line.id === "2" ? { ...line, trackingNumber: "SC1", packageId: "K1" } : line,
    );
    expect(nextPlanned({ ...order, lines: shipped }, { packing })).toMatchObject(
      packed("B", "3", "4"),
    );
    const sent = withSent(packing, packed("A", "1", "2"), "K1");
    expect(nextPlanned(ORDER, { packing: sent })).toMatchObject(packed("B", "3", "4"));
    expect(unpackedLines(ORDER, sent)).toEqual(["3", "4"]);
    const anew = [packed("C", "1", "3"), packed("D", "2")];
    expect(withSent(anew, packed("A", "1", "2"), "K1")).toEqual([
      { ...packed("A", "1", "2"), packageId: "K1" },
      packed("C", "3"),
    ]);
    expect(withPlan(sent, [packed("C", "3", "4")])).toEqual([
      { ...packed("A", "1", "2"), packageId: "K1" },
      packed("C", "3", "4"),
    ]);
  });

  it("puts every unit that is still wanted into exactly one parcel, whatever happens between", () => {
    const step = fc.record({
      kind: fc.constantFrom("send", "send", "lostAnswer", "cancel", "shipElsewhere", "again"),
      which: fc.nat(19),
    });
    fc.assert(
      fc.property(fc.array(fc.nat(4), { minLength: 1, maxLength: 8 }), fc.array(step), playPlan),
      { numRuns: 300 },
    );
  });
});

/** Units go to parcels by `into`; then come the steps, and in the end the plan runs to its end. */
function playPlan(into: number[], steps: readonly { kind: string; which: number }[]) {
  let order = orderOf({ lines: into.map((_, id) => lineOf({ id: String(id) })) });
  const sent = new Map<string, string[]>();
  let packing: PlannedParcel[] = [...new Set(into)].map((parcel) =>
    packed(`N${parcel}`, ...into.flatMap((one, id) => (one === parcel ? [String(id)] : []))),
  );
  expect(checkPacking(order, [], packing)).toBeNull();
  const ship = (ids: readonly string[], trackingNumber: string) => {
    for (const id of ids) {
      expect(order.lines.find((line) => line.id === id)).toMatchObject({ isCancelled: false });
      sent.set(id, [...(sent.get(id) ?? []), trackingNumber]);
    }
    const lines = order.lines.map((line) =>
      ids.includes(line.id) ? { ...line, trackingNumber, packageId: `K${trackingNumber}` } : line,
    );
    order = { ...order, lines, state: "partially_shipped" };
  };
  const send = (isAnswered: boolean) => {
    const next = nextPlanned(order, { packing });
    if (!next) return;
    ship(next.lineIds, next.trackingNumber);
    if (isAnswered) packing = withSent(packing, next, `K${next.trackingNumber}`);
  };
  for (const { kind, which } of steps) {
    const waiting = unpackedLines(order, packing);
    const id = waiting[which % Math.max(1, waiting.length)];
    if (kind === "send") send(true);
    else if (kind === "lostAnswer") send(false);
    else if (kind === "cancel" && id !== undefined) {
      const lines = order.lines.map((line) =>
        line.id === id ? { ...line, isCancelled: true } : line,
      );
      order = { ...order, lines };
    } else if (kind === "shipElsewhere" && id !== undefined) ship([id], `SC${id}`);
    else if (kind === "again" && waiting.length > 0)
      packing = withPlan(packing, [packed(`R${which}${packing.length}`, ...waiting)]);
  }
  for (const _ of into) send(true);
  for (const line of order.lines)
    expect(sent.get(line.id) ?? []).toHaveLength(line.isCancelled ? 0 : 1);
  expect(unpackedLines(order, packing)).toEqual([]);
}

describe("numbers of several parcels in one field", () => {
  it("stand side by side, as many as the field holds", () => {
    expect(joinNumbers([])).toBe("");
    expect(joinNumbers(["A"])).toBe("A");
    expect(numbersIn(joinNumbers(["A", "B", "C"]))).toEqual(["A", "B", "C"]);
    expect(numbersIn(" A ;B, / A")).toEqual(["A", "B"]);
    // Typed as one, it is passed on as one.
    expect(numbersIn("AB/12")).toEqual(["AB/12"]);
    const long = ["X", "Y", "Z"].map((letter) => letter.repeat(30));
    expect(numbersIn(joinNumbers(long))).toEqual(long.slice(0, 2));
  });
});
