import { expect, it } from "vitest";
import { SyncError } from "../../../src/domain/errors/sync-error";
import { flushEvents, type Flushed } from "../../../src/sync/connections/flush-events";

const MINUTE_MS = 60_000;
const NOW = 1_000 * MINUTE_MS;

/** A store that left `last` behind and sent its last event some minutes ago; it keeps `waiting` from now on. */
function world(
  { last, minutesSinceLastEvent }: { last?: Flushed; minutesSinceLastEvent?: number },
  flush: () => { sent: number; waiting: number } | undefined = () => ({ sent: 0, waiting: 0 }),
) {
  const seen = { asked: 0, flushed: last, failures: [] as string[] };
  const deps = {
    source: async () => ({
      flushEvents: async () => {
        seen.asked += 1;
        return flush();
      },
    }),
    heardAt: () =>
      minutesSinceLastEvent === undefined ? undefined : NOW - minutesSinceLastEvent * MINUTE_MS,
    readFlushed: () => seen.flushed,
    writeFlushed: (flushed: Flushed) => void (seen.flushed = flushed),
    reportFailure: ({ code }: SyncError) => void seen.failures.push(code),
    now: () => NOW,
  };
  return { seen, run: () => flushEvents(deps) };
}

it("leaves a store alone that sent an event a moment ago, or was asked and had nothing", async () => {
  for (const before of [
    { minutesSinceLastEvent: 9 },
    { minutesSinceLastEvent: 60, last: { at: NOW - 9 * MINUTE_MS, waiting: 0 } },
  ]) {
    const { seen, run } = world(before);
    await run();
    expect(seen.asked).toBe(0);
  }
});

it("asks a store that was silent for ten minutes, or never sent one", async () => {
  for (const before of [
    { minutesSinceLastEvent: 10 },
    {},
    { minutesSinceLastEvent: 30, last: { at: NOW - 10 * MINUTE_MS, waiting: 0 } },
  ]) {
    const { seen, run } = world(before);
    await run();
    expect(seen).toMatchObject({ asked: 1, flushed: { at: NOW, waiting: 0 } });
  }
});

it("asks again at once while events were left waiting, however lately it sent one", async () => {
  const last = { at: NOW - 1, waiting: 3 };
  const { seen, run } = world({ last, minutesSinceLastEvent: 0 }, () => ({ sent: 2, waiting: 1 }));
  await run();
  expect(seen).toMatchObject({ asked: 1, flushed: { at: NOW, waiting: 1 } });
});

it("neither fails nor forgets what waits when the store cannot be asked", async () => {
  const last = { at: NOW - 1, waiting: 3 };
  const { seen, run } = world({ last }, () => {
    throw new SyncError("retry", "prestashop.timeout");
  });
  await run();
  expect(seen).toMatchObject({ asked: 1, flushed: last, failures: ["prestashop.timeout"] });
});

it("asks a store whose module is gone as seldom as a quiet one", async () => {
  const { seen, run } = world({}, () => undefined);
  await run();
  await run();
  expect(seen.asked).toBe(1);
});
