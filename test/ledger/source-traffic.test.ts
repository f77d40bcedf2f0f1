import { expect, it } from "vitest";
import { sourceBudget } from "../../src/platforms/http/leased-budget";
import { openSourceGate } from "../../src/ledger/source-traffic";
import { openPacer } from "../../src/platforms/http/pacer";

const PER_MINUTE = 600;

function world() {
  let now = 1_800_000_000_000;
  const clock = { now: () => now, sleep: async (ms: number) => void (now += ms) };
  const gate = openSourceGate({ now: clock.now, pacer: openPacer(clock), blockedUntil: 0 });
  /** Bulk work in a session of its own, a request every two seconds. */
  const session = () => {
    const pacer = openPacer(clock);
    const lease = async (_side: string, wanted: number, terms = { perMinute: PER_MINUTE }) =>
      gate.leaseOutside(wanted, terms);
    const take = sourceBudget(lease, PER_MINUTE, pacer, clock.sleep);
    const ask = async (end: "answered" | "refused") => {
      await take(1);
      await pacer.run(
        "GET products",
        async () => void (now += 2_000),
        () => end,
      );
    };
    return { pacer, ask };
  };
  return { gate, session, pass: (ms: number) => (now += ms) };
}

it("a store that bears more again gets more, also while only bulk work asks it", async () => {
  const { gate, session } = world();
  const first = session();
  for (let count = 0; count < 4; count += 1) await first.ask("refused");
  for (let count = 0; count < 5; count += 1) await first.ask("answered");
  expect(gate.traffic().atOnce).toBeLessThan(1);
  for (let count = 0; count < 60; count += 1) await first.ask("answered");
  expect(first.pacer.snapshot().limit).toBe(2);
  expect(gate.traffic().atOnce).toBe(2);
  const second = session();
  await second.ask("answered");
  expect(second.pacer.snapshot().limit).toBe(2);
});

it("what one session found out holds back the next, and is forgotten after ten minutes", async () => {
  const { gate, session, pass } = world();
  const first = session();
  for (let count = 0; count < 10; count += 1) await first.ask("refused");
  expect(gate.traffic().atOnce).toBeLessThan(1);
  const second = session();
  await second.ask("answered");
  expect(second.pacer.snapshot().limit).toBeLessThan(1);
  pass(10 * 60_000);
  expect(gate.traffic().atOnce).toBe(2);
});
