/** What a store says of itself is asked again wherever a person acts, or is refused because of it. */
import { expect, it } from "vitest";
import { startPull } from "../../../src/tasks/start-pull";
import { mappedCatalogue, type CatalogueHarness } from "../../support/catalogue-harness";
import { startPush } from "../../support/start-tasks";

const MUG = "7";
const ONLY_MUG = { ids: [MUG] };

const currencyOf = async ({ services, connectionId }: CatalogueHarness) =>
  (await services.openConnection(connectionId)).currency;

/** Pulled while the store's default currency was one that the market does not take. */
async function pulledInEuro() {
  const harness = await mappedCatalogue();
  const { services, connectionId, world } = harness;
  world.prestashop8.restore("currencies", [
    {
      id: "2",
      values: { iso_code: "EUR", conversion_rate: "1.170000", active: "1", precision: "2" },
    },
  ]);
  world.prestashop8.setSetting("PS_CURRENCY_DEFAULT", "2");
  harness.clock.aheadMs += 60_000;
  await startPull(services, connectionId, {}, "ada");
  await harness.drain();
  expect(await currencyOf(harness)).toBe("EUR");
  const { taskId } = await startPush(services, connectionId, ONLY_MUG, "ada");
  await harness.drain();
  expect(await harness.items(taskId)).toMatchObject([
    { state: "failed", codes: expect.arrayContaining(["listing.currency_differs"]) },
  ]);
  world.prestashop8.setSetting("PS_CURRENCY_DEFAULT", "1");
  harness.clock.aheadMs += 60_000;
  return harness;
}

it("a push that the store's currency refused goes through once that is repaired", async () => {
  const harness = await pulledInEuro();
  const { services, connectionId } = harness;
  const { taskId } = await startPush(services, connectionId, ONLY_MUG, "ada");
  await harness.drain();
  expect(await harness.items(taskId)).toEqual([{ key: MUG, state: "done", codes: [] }]);
  expect(await currencyOf(harness)).toBe("GBP");
});

it("a pull reads the store's own facts, however fresh those are that it has", async () => {
  const harness = await pulledInEuro();
  await startPull(harness.services, harness.connectionId, {}, "ada");
  await harness.drain();
  expect(await currencyOf(harness)).toBe("GBP");
});

it("a check leaves behind what it saw, so that it and the next push agree", async () => {
  const harness = await pulledInEuro();
  const { merchant, connectionId } = harness;
  await merchant.call("POST /api/connections/:id/check", {
    params: { id: connectionId },
    body: {},
  });
  expect(await currencyOf(harness)).toBe("GBP");
});
