/** What a store with the module must do where an order begins by one transport and goes on by the other. */
import { describe, expect, it } from "vitest";
import type { ImportProgress } from "../../../src/platforms/source";
import { draftOf, line, twoVariants } from "./order-drafts";
import { type Fetch, type SourceHarness } from "./source-harness";
import { failureOf } from "../../support/failure-of";

export function bothTransportsContract(name: string, start: () => Promise<SourceHarness>): void {
  describe(`${name} with two transports for an order`, () => {
    const harness = start();

    it("makes one order by both transports when the module vanishes after its answer was lost", async () => {
      const { open, openWithoutModule, newChannelOrderId, countOrders, wait } = await harness;
      if (!openWithoutModule) throw new Error("this contract is for stores with the module");
      const store = await open().readStore();
      const [first] = await twoVariants(open());
      // Cents of rounding may stand elsewhere with each transport.
      const lines = [line(first, 1, 998), line(first, 1, 999), line(first, 1, 1001)];
      const draft = await draftOf(open(), [], newChannelOrderId(), 399, 100, lines);
      const before = await countOrders();
      const losing =
        (inner: Fetch): Fetch =>
        async (request) => {
          const answer = await inner(request);
          if (request.method !== "POST") return answer;
          await answer.arrayBuffer();
          throw new TypeError("connection lost");
        };
      let progress: ImportProgress = {};
      const remember = (step: ImportProgress) => void (progress = step);
      const lost = await failureOf(open(losing, store).importOrder(draft, progress, remember));
      expect(lost.facts.maybeApplied).toBe(true);
      wait(61_000);
      const found = await openWithoutModule().importOrder(draft, progress, remember);
      const asked = await open(undefined, store).importOrder(draft, {}, () => {});
      expect([found.transport, asked.transport]).toEqual(["webservice", "module"]);
      expect({ ...asked, transport: "webservice" }).toEqual(found);
      expect(await countOrders()).toBe(before + 1);
      await open().cancelOrder(found.id);
    });
  });
}
