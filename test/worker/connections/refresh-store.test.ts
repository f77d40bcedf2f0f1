/** What Weft knows of a store's module, and what it says when that is gone. */
import { expect, it } from "vitest";
import { refreshStoreOf } from "../../../src/tasks/refresh-store";
import { changeConnection, doubtSourceStore } from "../../../src/db/connections/connections";
import { STORE_8, WEBSERVICE_KEY } from "../../support/simulated-world";
import { catalogueHarness, type CatalogueHarness } from "../../support/catalogue-harness";
import { webhookSecretOf } from "../../support/webhook-secret";

async function refresh(harness: CatalogueHarness) {
  await refreshStoreOf(
    harness.services,
    await harness.services.openConnection(harness.connectionId),
  );
  return detailOf(harness);
}

async function detailOf({ merchant, connectionId }: CatalogueHarness) {
  const params = { id: connectionId };
  const { transport, moduleVersion, problems } = await merchant.call("GET /api/connections/:id", {
    params,
  });
  return { transport, moduleVersion, problems: problems.map(({ key, code }) => [key, code]) };
}

async function pairByHand({ merchant, connectionId, world }: CatalogueHarness) {
  const params = { id: connectionId };
  const { webhookUrl } = await merchant.call("GET /api/connections/:id", { params });
  const secret = await webhookSecretOf(connectionId);
  world.prestashop8.configureModule({ webhookUrl, secret });
}

it("a store without a module goes through the webservice, and nothing is wrong with that", async () => {
  const harness = await catalogueHarness();
  expect(await refresh(harness)).toEqual({
    transport: "webservice",
    moduleVersion: null,
    problems: [],
  });
});

it("a module is found, missed when it is gone, and no problem once it is back", async () => {
  const harness = await catalogueHarness();
  await pairByHand(harness);
  expect(await refresh(harness)).toMatchObject({ transport: "module", problems: [] });
  harness.world.prestashop8.uninstallModule();
  const gone = [["module", "prestashop.module_missing"]];
  expect(await refresh(harness)).toEqual({
    transport: "webservice",
    moduleVersion: null,
    problems: gone,
  });
  expect(await refresh(harness)).toMatchObject({ problems: gone });
  await pairByHand(harness);
  expect(await refresh(harness)).toMatchObject({ transport: "module", problems: [] });
});

it("a module of another connection is distinguished from one that is gone", async () => {
  const harness = await catalogueHarness();
  await pairByHand(harness);
  await refresh(harness);
  const secret = "the secret of another connection, 1";
  harness.world.prestashop8.configureModule({ webhookUrl: "https://weft.example/hook", secret });
  expect(await refresh(harness)).toMatchObject({
    transport: "webservice",
    problems: [["module", "prestashop.module_unpaired"]],
  });
});

it("whoever saves the store again without its module does without it", async () => {
  const harness = await catalogueHarness();
  await pairByHand(harness);
  await refresh(harness);
  harness.world.prestashop8.uninstallModule();
  await refresh(harness);
  const params = { id: harness.connectionId };
  const body = { url: STORE_8, key: WEBSERVICE_KEY };
  await harness.merchant.call("PUT /api/connections/:id/source", { params, body });
  expect(await detailOf(harness)).toEqual({
    transport: "webservice",
    moduleVersion: null,
    problems: [],
  });
});

it("what is learned of the store while it is asked counts more than the answer", async () => {
  const harness = await catalogueHarness();
  const { services, connectionId } = harness;
  const { db, now } = services;
  const connection = await services.openConnection(connectionId);
  const answer = { ...connection.sourceStore, shopName: "As it was", readAt: Date.now() };
  const refresh = async (meanwhile: () => Promise<void>) => {
    const opened = await services.openConnection(connectionId);
    const readStore = async () => {
      await meanwhile();
      return answer;
    };
    const source = async () => ({ ...(await opened.source()), readStore });
    await refreshStoreOf(services, { ...opened, source });
    return (await services.openConnection(connectionId)).sourceStore;
  };
  for (let times = 0; times < 2; times += 1) {
    const { shopName, readAt } = await refresh(() => doubtSourceStore(db, connectionId, now()));
    expect(shopName).toBe(connection.sourceStore.shopName);
    expect(readAt).toBeLessThanOrEqual(0);
  }
  const elsewhere = () =>
    changeConnection(db, connectionId, { sourceUrl: "https://other.example" }, now());
  expect((await refresh(elsewhere)).shopName).toBe(connection.sourceStore.shopName);
  expect((await refresh(async () => {})).shopName).toBe("As it was");
});
