/** A shop that is connected once more, after its connection was deleted: its listings are taken over. */
import { env } from "cloudflare:workers";
import { beforeEach, expect, it } from "vitest";
import { listProducts } from "../../../simulator/tiktok-shop/pages/state";
import { connectedMerchant } from "../../support/merchant";
import { merchantWithListings } from "../../support/merchant-with-listings";
import { simulatedWorld } from "../../support/simulated-world";

// A shop feeds one connection.
const disconnect = () => env.DB.exec("DELETE FROM connection");
beforeEach(disconnect);

it("makes no second listing of what an earlier connection of the shop has sent", async () => {
  const world = simulatedWorld();
  const listed = () =>
    listProducts(world.storage)
      .map(({ id }) => id)
      .toSorted();
  await merchantWithListings(() => connectedMerchant(world));
  const before = listed();
  expect(before.length).toBeGreaterThan(5);
  await disconnect();
  const again = await merchantWithListings(() => connectedMerchant(world));
  expect(listed()).toEqual(before);
  const { rows } = await again.merchant.call("GET /api/connections/:id/products", {
    params: { id: again.connectionId },
    query: { tab: "all" },
  });
  const taken = rows.flatMap(({ channelProductId }) => channelProductId ?? []);
  expect(taken.toSorted()).toEqual(before);
}, 90_000);

it("asks a shop that held nothing for no listing before it makes one", async () => {
  const { world } = await merchantWithListings();
  const searches = world.tiktok.calls().filter(({ path }) => path.endsWith("/products/search"));
  // One when the shop was bound, and those of the sweep that reads back what is shown.
  expect(searches.length).toBeLessThan(4);
  expect(listProducts(world.storage).length).toBeGreaterThan(5);
});
