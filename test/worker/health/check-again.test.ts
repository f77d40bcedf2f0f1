/** What a check asks for is done in Weft: the check is made again by itself, and asks for it no more. */
import { afterEach, expect, it } from "vitest";
import {
  comeBack,
  connectedMerchant,
  PACKAGE_DEFAULTS,
  saveSettings,
  until,
  type ConnectedMerchant,
} from "../../support/merchant";
import { simulatedWorld, STORE_8 } from "../../support/simulated-world";

const opened: ConnectedMerchant[] = [];

// One TikTok shop feeds one connection, so every test gives the shops back.
afterEach(async () => {
  for (const { merchant, connectionId } of opened.splice(0)) {
    const params = { id: connectionId };
    const { name } = await merchant.call("GET /api/connections/:id", { params });
    await merchant.call("DELETE /api/connections/:id", { params, body: { confirmName: name } });
  }
});

/** Connected and checked; `fault` strikes before the check. */
async function checked(fault: (connected: ConnectedMerchant) => unknown = () => {}) {
  const connected = await connectedMerchant(simulatedWorld());
  opened.push(connected);
  await fault(connected);
  const { merchant, connectionId, world } = connected;
  const params = { id: connectionId };
  const report = (await merchant.call("POST /api/connections/:id/check", { params, body: {} }))
    .report;
  const found = async (check: string) => {
    const { report: now } = await merchant.call("GET /api/connections/:id/check", { params });
    return now?.findings.find((finding) => finding.check === check);
  };
  const asksFor = async () =>
    (await merchant.call("GET /api/connections/:id/attention", { params })).entries.map(
      ({ key }) => key,
    );
  return { merchant, params, world, report, found, asksFor };
}

const shopOf = ({ world }: Pick<ConnectedMerchant, "world">) =>
  world.tiktok.shops().find(({ region }) => region === "GB")?.id ?? "";

it("after a new authorisation, where the last one was taken back", async () => {
  const { merchant, params, world, found, asksFor } = await checked(async (connected) => {
    connected.world.tiktok.sellerRevokes(shopOf(connected));
    await connected.world.tiktok.tick();
  });
  expect(await found("channel.token")).toMatchObject({
    verdict: "fail",
    facts: { code: "channel.authorization_revoked" },
  });
  const { url } = await merchant.call("POST /api/connections/:id/authorize", {
    params,
    body: { market: "GB" },
  });
  const state = new URL(url).searchParams.get("state") ?? "";
  await comeBack(merchant, { state, code: world.tiktok.authorize(shopOf({ world })) });
  await until(
    async () => (await found("channel.token"))?.verdict === "pass",
    "the check to be made again",
  );
  expect(await asksFor()).toEqual([]);
});

it("after what is missing was saved in the settings", async () => {
  const { merchant, params, found } = await checked();
  expect((await found("channel.package_defaults"))?.verdict).toBe("warn");
  await saveSettings(merchant, params.id, { packageDefaults: PACKAGE_DEFAULTS });
  await until(
    async () => (await found("channel.package_defaults"))?.verdict === "pass",
    "the check to be made again",
  );
});

it("after the store was saved anew", async () => {
  const { merchant, params, world, found } = await checked(({ world }) =>
    world.prestashop8.changeHost({ dropsAuthorization: true }),
  );
  expect((await found("store.key"))?.verdict).toBe("fail");
  await merchant.call("PUT /api/connections/:id/source", { params, body: { url: STORE_8 } });
  await until(
    async () => (await found("store.key"))?.verdict === "pass",
    "the check to be made again",
  );
  expect((await found("store.key_header"))?.verdict).toBe("warn");
  world.prestashop8.changeHost({ dropsAuthorization: false });
  await merchant.call("PUT /api/connections/:id/source", { params, body: { url: STORE_8 } });
  await until(
    async () => (await found("store.key_header"))?.verdict === "pass",
    "the check to be made again",
  );
});

it("but asks the shops nothing where what was saved is none of what it found", async () => {
  const { merchant, params, report, found } = await checked();
  expect((await found("orders.carrier"))?.verdict).toBe("pass");
  await saveSettings(merchant, params.id, { requestsPerMinute: 300, holdBack: 1 });
  const { report: now } = await merchant.call("GET /api/connections/:id/check", { params });
  expect(now).toEqual(report);
});
