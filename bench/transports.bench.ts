/** What one order and one read of the stock ask of a store, by each transport. */
import { describe, it } from "vitest";
import type { SourceSession } from "../src/platforms/source";
import { prestashopHarness } from "../test/contract/prestashop/prestashop-harness";
import { draft } from "../test/contract/prestashop/order-import-harness";
import { FLAVOURS, SECRETS, simulatedStore } from "../test/contract/prestashop/simulated-store";
import type { Figure } from "./figures";

type Flavour = (typeof FLAVOURS)[number];

/** Counts requests and the bytes of their answers; the shop's facts are known, as in a day's work. */
async function openCounted(flavour: Flavour, secret: string | undefined) {
  const harness = prestashopHarness(simulatedStore(flavour, secret));
  const known = await harness.open().readStore();
  const seen = { requests: 0, bytes: 0 };
  const session = harness.open(
    (inner) => async (request) => {
      const answer = await inner(request);
      const body = await answer.arrayBuffer();
      seen.requests += 1;
      seen.bytes += body.byteLength;
      return new Response(body, answer);
    },
    known,
  );
  return {
    async count(work: (session: SourceSession) => Promise<unknown>) {
      Object.assign(seen, { requests: 0, bytes: 0 });
      await work(session);
      return { ...seen };
    },
  };
}

const importOne = (session: SourceSession) => session.importOrder(draft, {}, () => {});

describe("figures", () => {
  it("by each transport", async ({ task }) => {
    const figures: Figure[] = [];
    task.meta.figures = figures;
    for (const secret of SECRETS) {
      const transport = secret ? "by the module" : "by the webservice";
      const store = await openCounted("8.2.1", secret);
      const order = await store.count(importOne);
      const bounds = secret ? { minimum: 1, target: 1 } : { minimum: 1 };
      figures.push({
        name: `an order ${transport}`,
        value: order.requests,
        unit: "requests",
        ...bounds,
      });
      let cursor: string | undefined;
      await store.count(async (session) => {
        cursor = (await session.readStockChanges()).cursor ?? undefined;
      });
      const read = await store.count((session) => session.readStockChanges(cursor));
      const name = `a read of unchanged stock ${transport}`;
      figures.push({ name, value: read.requests, unit: "requests", minimum: 1, target: 1 });
      figures.push({ name: "  bytes of its answer", value: read.bytes, unit: "bytes" });
    }
  });
});
