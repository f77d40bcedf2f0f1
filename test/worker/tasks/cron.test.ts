import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { compose } from "../../../src/compose";
import { account } from "../../../src/db/schema/accounts";
import { connection } from "../../../src/db/schema/connections";
import { runCron } from "../../../src/jobs/cron";
import type { LedgerApi } from "../../../src/sync/ledger-api";
import type { Services } from "../../../src/tasks/services";

/** Services whose ledgers only note the tap. */
function services(poke: (id: string) => Promise<void>): Services {
  const silent = () => {};
  return {
    ...compose(env),
    log: { info: silent, warn: silent, error: silent },
    ledger: (id) => ({ poke: () => poke(id) }) as LedgerApi,
  };
}

async function plant(states: Record<string, "active" | "paused" | "setup" | "disconnected">) {
  const { db } = compose(env);
  await db.insert(account).values({ id: "acc", name: "Shop", createdAt: 1 }).onConflictDoNothing();
  for (const [id, state] of Object.entries(states))
    await db.insert(connection).values({
      id,
      accountId: "acc",
      name: id,
      sourcePlatform: "prestashop",
      channelPlatform: "tiktok-shop",
      state,
      settings: {},
      createdAt: 1,
      updatedAt: 1,
    });
}

describe("cron", () => {
  it("taps every active connection's ledger and no other, past one that is broken", async () => {
    await plant({ con_a: "active", con_b: "paused", con_c: "active", con_d: "disconnected" });
    const tapped: string[] = [];
    await runCron(
      services(async (id) => {
        tapped.push(id);
        if (id === "con_a") throw new Error("overloaded");
      }),
      1,
    );
    expect(tapped.toSorted()).toEqual(["con_a", "con_c"]);
  });

  it("reaches every connection however many there are, six at a time", async () => {
    await plant(
      Object.fromEntries(Array.from({ length: 320 }, (_, n) => [`con_x${n}`, "active" as const])),
    );
    const tapped = new Set<string>();
    let open = 0;
    let most = 0;
    await runCron(
      services(async (id) => {
        open += 1;
        most = Math.max(most, open);
        await scheduler.wait(0);
        open -= 1;
        tapped.add(id);
      }),
      1,
    );
    expect(tapped.size).toBeGreaterThanOrEqual(320);
    expect(most).toBe(6);
  });

  it("goes on with the next sweep when one fails", async () => {
    await plant({ con_s: "active" });
    const sent: unknown[] = [];
    let asked = 0;
    const now = () => {
      asked += 1;
      if (asked === 1) throw new Error("the first sweep fails");
      return Date.now();
    };
    const enqueue = async (messages: readonly unknown[]) => void sent.push(...messages);
    await runCron({ ...services(async () => {}), now, enqueue }, 1);
    expect(sent).toContainEqual(expect.objectContaining({ kind: "check-products" }));
  });
});
