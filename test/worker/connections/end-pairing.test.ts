/** What a store's module hears when its connection is deleted. */
import { env } from "cloudflare:workers";
import { beforeEach, expect, it } from "vitest";
import { connectedMerchant, signUpMerchant, type ConnectedMerchant } from "../../support/merchant";
import { simulatedWorld, type SimulatedWorld } from "../../support/simulated-world";

// A shop feeds one connection.
beforeEach(() => env.DB.exec("DELETE FROM connection"));

async function paired(world: SimulatedWorld): Promise<ConnectedMerchant> {
  const connected = await connectedMerchant(world);
  const { merchant, connectionId: id } = connected;
  world.prestashop8.installModule();
  const call = { params: { id }, body: {} };
  const { url } = await merchant.call("POST /api/connections/:id/pairing", call);
  expect((await world.prestashop8.pairModule(url)).isDone).toBe(true);
  expect((await world.prestashop8.connectModule()).isDone).toBe(true);
  return connected;
}

async function deleted({
  merchant,
  connectionId: id,
}: Pick<ConnectedMerchant, "merchant" | "connectionId">): Promise<void> {
  const { name } = await merchant.call("GET /api/connections/:id", { params: { id } });
  const body = { confirmName: name };
  await merchant.call("DELETE /api/connections/:id", { params: { id }, body });
  const [row] = (await env.DB.prepare("SELECT id FROM connection").all()).results;
  expect(row).toBeUndefined();
}

const ownKeys = ({ prestashop8 }: SimulatedWorld) =>
  prestashop8.webserviceKeys().filter(({ description }) => description === "Weft");

const eventsOf = ({ delivered }: SimulatedWorld) =>
  delivered.filter(({ url }) => url.includes("/webhooks/source/"));

it("is signed: the pairing and the key end, nothing is sent any more", async () => {
  const world = simulatedWorld();
  const connected = await paired(world);
  expect(ownKeys(world)).toHaveLength(1);
  await deleted(connected);
  await expect.poll(() => world.prestashop8.moduleSettings()).toBeUndefined();
  expect(ownKeys(world)).toEqual([]);
  const before = eventsOf(world).length;
  world.prestashop8.saveProduct("6", { price: "77.000000" });
  await world.tick();
  expect(eventsOf(world)).toHaveLength(before);
}, 60_000);

it("is the answer to its next event where it was not reached, which changes nothing in the deletion", async () => {
  const world = simulatedWorld();
  const connected = await paired(world);
  world.prestashop8.changeHost({ isDown: true });
  await deleted(connected);
  await scheduler.wait(500);
  world.prestashop8.changeHost({ isDown: false });
  expect(world.prestashop8.moduleSettings()).toBeDefined();
  world.prestashop8.saveProduct("6", { price: "77.000000" });
  await world.tick();
  expect(world.prestashop8.moduleSettings()).toBeUndefined();
  expect(ownKeys(world)).toEqual([]);
}, 60_000);

it("is heard by a module whose connection has no TikTok shop yet", async () => {
  const world = simulatedWorld();
  const merchant = await signUpMerchant();
  const asked = { name: "Half set up", source: "prestashop", channel: "tiktok-shop" };
  const { id } = await merchant.call("POST /api/connections", { body: asked });
  world.prestashop8.installModule();
  const { url } = await merchant.call("POST /api/connections/:id/pairing", {
    params: { id },
    body: {},
  });
  await world.prestashop8.pairModule(url);
  expect((await world.prestashop8.connectModule()).isDone).toBe(true);
  await deleted({ merchant, connectionId: id });
  await expect.poll(() => world.prestashop8.moduleSettings()).toBeUndefined();
}, 60_000);

it("is not heard by a module that another connection was paired with meanwhile", async () => {
  const world = simulatedWorld();
  const connected = await paired(world);
  const other = "https://weft.example/webhooks/source/another";
  world.prestashop8.configureModule({
    webhookUrl: other,
    secret: "a-secret-of-another-connection-01",
  });
  await deleted(connected);
  await scheduler.wait(500);
  expect(world.prestashop8.moduleSettings()?.webhookUrl).toBe(other);
}, 60_000);
