import { describe, expect, it } from "vitest";
import {
  readConnectionSettings,
  settingsClosedTo,
  SettingsPatch,
} from "../../src/contract/connection-settings";
import { USUAL_RULES } from "../../src/domain/listings/sync-rules";

const DEFAULTS = {
  packageDefaults: null,
  defaultParties: { manufacturerIds: [], responsiblePersonIds: [] },
  carrierMap: [],
  orderCarrierReference: null,
  deliveryOptionMap: [],
  orderMoney: "paid",
  orderPaymentLabel: null,
  orderStateId: null,
  orderStateMap: [],
  writesShipped: true,
  writesDelivered: false,
  retriesOrders: true,
  archivesCancelled: false,
  cancelReason: "out_of_stock" as const,
  forgetBuyersDays: 60,
  syncRules: USUAL_RULES,
  holdBack: 0,
  holdBackPercent: 0,
  maximumShown: null,
  lowStock: null,
  priceRule: null,
  requestsPerMinute: 60,
  priceGroupId: null,
  priceCurrency: null,
  contentLanguageId: null,
  adminUrl: null,
  pullNewProducts: true,
  acceptSuggestions: false,
};

describe("the settings of a connection", () => {
  it.each([undefined, null, "text", {}, { unknown: 1 }])("have defaults for %j", (stored) => {
    expect(readConnectionSettings(stored)).toEqual(DEFAULTS);
  });

  it("keep what is stored, and fall back where one field is of an older shape", () => {
    const stored = { holdBack: 3, carrierMap: { "2": "p1" }, orderMoney: "owed", orderStateId: 11 };
    expect(readConnectionSettings(stored)).toEqual({
      ...DEFAULTS,
      holdBack: 3,
      orderMoney: "owed",
    });
  });

  it("are changed field by field; a name nobody knows is refused", () => {
    expect(SettingsPatch.parse({ holdBack: 1 })).toEqual({ holdBack: 1 });
    expect(SettingsPatch.safeParse({ holdback: 1 }).success).toBe(false);
    expect(SettingsPatch.safeParse({ requestsPerMinute: 29 }).success).toBe(false);
  });

  it("take as many carriers as a large store has", () => {
    const carrierMap = Array.from({ length: 500 }, (_, index) => ({
      carrierReference: String(index),
      carrierName: `Carrier ${index}`,
      providerId: "1",
      providerName: "Royal Mail",
    }));
    expect(SettingsPatch.safeParse({ carrierMap }).success).toBe(true);
  });

  it("may all be changed by owners and admins", () => {
    const all = SettingsPatch.parse(DEFAULTS);
    expect([settingsClosedTo("owner", all), settingsClosedTo("admin", all)]).toEqual([[], []]);
  });
});
