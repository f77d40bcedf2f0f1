/** What Weft knows of a store's module, and what it says when that is gone. */
import { expect, it } from "vitest";
import { refreshShop } from "../../../src/compose/refresh-store";
import { changeConnection, doubtSourceShop } from "../../../src/db/connections/connections";
import { SHOP_8, WEBSERVICE_KEY } from "../../support/world";
import { catalogueRoom, type CatalogueRoom } from "../../support/catalogue-harness";

async function look(room: CatalogueRoom) {
  await refreshShop(room.services, await room.services.openConnection(room.connectionId));
  return detailOf(room);
}

async function detailOf({ owner, connectionId }: CatalogueRoom) {
  const params = { id: connectionId };
  const { via, moduleVersion, problems } = await owner.call("GET /api/connections/:id", { params });
  return { via, moduleVersion, problems: problems.map(({ key, code }) => [key, code]) };
}

async function pairByHand({ owner, connectionId, world }: CatalogueRoom) {
  const params = { id: connectionId };
  const { webhookUrl, webhookSecret } = await owner.call("GET /api/connections/:id", { params });
  world.prestashop8.configureModule({ webhookUrl, secret: webhookSecret });
}

it("a store without a module goes through the webservice, and nothing is wrong with that", async () => {
  const room = await catalogueRoom();
  expect(await look(room)).toEqual({ via: "webservice", moduleVersion: null, problems: [] });
});

it("a module is found, missed when it is gone, and no problem once it is back", async () => {
  const room = await catalogueRoom();
  await pairByHand(room);
  expect(await look(room)).toMatchObject({ via: "module", problems: [] });
  room.world.prestashop8.uninstallModule();
  const gone = [["module", "prestashop.module_missing"]];
  expect(await look(room)).toEqual({ via: "webservice", moduleVersion: null, problems: gone });
  expect(await look(room)).toMatchObject({ problems: gone });
  await pairByHand(room);
  expect(await look(room)).toMatchObject({ via: "module", problems: [] });
});

it("a module of another connection is told apart from one that is gone", async () => {
  const room = await catalogueRoom();
  await pairByHand(room);
  await look(room);
  const secret = "the secret of another connection, 1";
  room.world.prestashop8.configureModule({ webhookUrl: "https://weft.example/hook", secret });
  expect(await look(room)).toMatchObject({
    via: "webservice",
    problems: [["module", "prestashop.module_unpaired"]],
  });
});

it("whoever saves the store again without its module does without it", async () => {
  const room = await catalogueRoom();
  await pairByHand(room);
  await look(room);
  room.world.prestashop8.uninstallModule();
  await look(room);
  const params = { id: room.connectionId };
  const body = { url: SHOP_8, key: WEBSERVICE_KEY };
  await room.owner.call("PUT /api/connections/:id/source", { params, body });
  expect(await detailOf(room)).toEqual({ via: "webservice", moduleVersion: null, problems: [] });
});

it("what is learned of the store while it is asked counts more than the answer", async () => {
  const room = await catalogueRoom();
  const { services, connectionId } = room;
  const { db, now } = services;
  const connection = await services.openConnection(connectionId);
  const answer = { ...connection.sourceShop, shopName: "As it was", readAt: Date.now() };
  const refresh = async (meanwhile: () => Promise<void>) => {
    const opened = await services.openConnection(connectionId);
    const readShop = async () => {
      await meanwhile();
      return answer;
    };
    const source = async () => ({ ...(await opened.source()), readShop });
    await refreshShop(services, { ...opened, source });
    return (await services.openConnection(connectionId)).sourceShop;
  };
  for (let times = 0; times < 2; times += 1) {
    const { shopName, readAt } = await refresh(() => doubtSourceShop(db, connectionId, now()));
    expect(shopName).toBe(connection.sourceShop.shopName);
    expect(readAt).toBeLessThanOrEqual(0);
  }
  const elsewhere = () =>
    changeConnection(db, connectionId, { sourceUrl: "https://other.example" }, now());
  expect((await refresh(elsewhere)).shopName).toBe(connection.sourceShop.shopName);
  expect((await refresh(async () => {})).shopName).toBe("As it was");
});
