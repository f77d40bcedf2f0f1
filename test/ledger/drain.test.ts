import { describe, expect, it } from "vitest";
import { SyncError } from "../../src/domain/errors/sync-error";
import { drain, type DrainDeps } from "../../src/ledger/drain";
import type { OutboxRow } from "../../src/ledger/outbox";

const LIMITS = { concurrency: 4, rows: 100, wallMs: 60_000 };
const row = (id: number, entity = `order:${id}`): OutboxRow => ({
  id,
  kind: "refresh-order",
  entity,
  dueAt: 0,
  attempts: 1,
  failingSince: null,
  wanted: 1,
  reason: null,
});

function drainOf(rows: OutboxRow[], run: (row: OutboxRow) => Promise<number | undefined>) {
  const log: string[] = [];
  const waiting = [...rows];
  const deps: DrainDeps = {
    now: () => 0,
    takeNext(busy) {
      const index = waiting.findIndex(({ entity }) => !busy.includes(entity));
      return index < 0 ? undefined : waiting.splice(index, 1)[0];
    },
    async run(taken) {
      log.push(`begin ${taken.id}`);
      const again = await run(taken);
      log.push(`end ${taken.id}`);
      return again;
    },
    finish: ({ id }) => log.push(`finish ${id}`),
    postpone: ({ id }, dueAt) => log.push(`postpone ${id} ${dueAt}`),
    judge: (_row, { remedy }) =>
      remedy === "merchant" ? { kind: "park" } : { kind: "retry", dueAt: 7 },
    retry: ({ id }, dueAt) => log.push(`retry ${id} ${dueAt}`),
    wait: ({ id }, dueAt) => log.push(`wait ${id} ${dueAt}`),
    park: ({ id }) => log.push(`park ${id}`),
  };
  return { deps, log, waiting };
}

const tick = () => new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 1));

describe("draining due rows", () => {
  it("keeps one entity in one pair of hands, and works on others meanwhile", async () => {
    const { deps, log } = drainOf([row(1, "a"), row(2, "a"), row(3, "b")], tick);
    await drain(deps, LIMITS);
    expect(log.indexOf("begin 3")).toBeLessThan(log.indexOf("end 1"));
    expect(log.indexOf("begin 2")).toBeGreaterThan(log.indexOf("finish 1"));
  });

  it("holds no more than four entities at once", async () => {
    let open = 0;
    let most = 0;
    const rows = Array.from({ length: 12 }, (_, index) => row(index));
    const { deps } = drainOf(rows, async () => {
      open += 1;
      most = Math.max(most, open);
      await tick();
      open -= 1;
      return undefined;
    });
    expect((await drain(deps, LIMITS)).done).toBe(12);
    expect(most).toBe(4);
  });

  it("tries a failed entity once and lets its neighbours through", async () => {
    const { deps, log, waiting } = drainOf(
      [row(1, "a"), row(2, "a"), row(3, "b")],
      async ({ id }) => {
        if (id === 1) throw new SyncError("retry", "x.down");
        return undefined;
      },
    );
    expect(await drain(deps, LIMITS)).toMatchObject({ done: 1, failed: 1 });
    expect(log).toContain("retry 1 7");
    expect(waiting.map(({ id }) => id)).toEqual([2]);
  });

  it("parks a refusal and counts what was not foreseen as a failure, not as the end", async () => {
    const { deps, log } = drainOf([row(1), row(2)], async ({ id }) => {
      if (id === 1) throw new SyncError("merchant", "x.refused");
      throw new TypeError("boom");
    });
    expect(await drain(deps, LIMITS)).toMatchObject({ parked: 1, failed: 1 });
    expect(log).toEqual(expect.arrayContaining(["park 1", "retry 2 7"]));
  });

  it("puts a row off without counting a failure when it asks to come back", async () => {
    const { deps, log } = drainOf([row(1)], async () => 99);
    expect(await drain(deps, LIMITS)).toMatchObject({ postponed: 1, failed: 0 });
    expect(log).toContain("postpone 1 99");
  });
});
