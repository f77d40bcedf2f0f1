import { readConnectionSettings } from "../../../src/contract/connection-settings";
import type { ConnectionDetail } from "../../../src/contract/connections";

/** A finished connection, changed where a test says so. */
export function aConnection(change: Partial<ConnectionDetail> = {}): ConnectionDetail {
  return {
    id: "c",
    name: "Shop",
    source: "prestashop",
    channel: "tiktok-shop",
    state: "active",
    sourceUrl: "https://shop.example",
    sourceStoreName: "Shop",
    sourceVersion: "8.2.1",
    currency: "EUR",
    channelShopName: "Oak",
    channelRegion: "GB",
    createdAt: 0,
    lastPullAt: null,
    setupStep: "done",
    webhookUrl: "https://weft.example/webhooks/source/c",
    storeMove: null,
    hasSourceKey: true,
    adminUrl: null,
    pairedAt: null,
    transport: "webservice",
    moduleVersion: null,
    previousSecretUntil: null,
    isRotating: false,
    market: "GB",
    authorization: { state: "valid", expiresAt: null },
    warehouses: [],
    warehouseId: null,
    settings: readConnectionSettings({}),
    settingsVersion: 0,
    problems: [],
    ...change,
  };
}
