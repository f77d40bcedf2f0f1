/** A module of 0.2 in the store: what it does not know goes through the webservice. */
import { beforeEach, describe, expect, it } from "vitest";
import type { PrestaShop } from "../../../simulator/prestashop/prestashop";
import type { SourceStore } from "../../../src/domain/connections/source-store";
import { prestashop } from "../../../src/platforms/prestashop/manifest";
import { depsOf } from "./prestashop-harness";
import { openSimulator } from "./simulated-store";

const KEY = "SIMULATEDKEY00000000000000000001";
const SECRET = "the-secret-of-a-paired-module-01";
const url = "https://shop.example/store";
const now = () => Date.UTC(2026, 10, 24, 12);

let store: PrestaShop;
let asked: string[];
const open = (known?: SourceStore) =>
  prestashop.open(
    { url, key: KEY, secret: SECRET },
    depsOf({ now }, async (request) => {
      const isCall = request.url.includes("controller=api");
      const body = isCall ? ((await request.clone().json()) as { call: string }) : undefined;
      asked.push(body?.call ?? new URL(request.url).pathname.replace("/store/api/", ""));
      return store.fetch(request);
    }),
    known,
  );

beforeEach(() => {
  asked = [];
  store = openSimulator({ flavour: "8.2.1", baseUrl: url, key: KEY, now });
  store.installModule("0.2.1");
  store.configureModule({ webhookUrl: "https://weft.example/hook", secret: SECRET });
});

describe("a module older than the protocol", () => {
  it("goes on with stock, and leaves prices and changes to the webservice", async () => {
    const session = open(await open().readStore());
    asked = [];
    expect((await session.readStockChanges()).transport).toBe("module");
    expect(await session.readPrices(["6"])).toMatchObject({ transport: "webservice" });
    expect(await session.readPrices(["7"])).toMatchObject({ transport: "webservice" });
    expect(await session.readProductChanges()).toMatchObject({ transport: "webservice" });
    // It is not asked again for what it did not know.
    expect(asked.filter((call) => call === "prices")).toHaveLength(1);
  });

  it("is asked for an update by the health check, and by nothing else", async () => {
    const market = { country: "GB", currency: "GBP", isTaxIncluded: true };
    const findings = await open().examine({ market, moduleVersion: "0.3.0" });
    const troubles = findings.filter(({ verdict }) => verdict === "warn" || verdict === "fail");
    expect(
      troubles.map(({ check }) => check).filter((check) => check !== "module.round_trip"),
    ).toEqual(["module.version"]);
  });
});
