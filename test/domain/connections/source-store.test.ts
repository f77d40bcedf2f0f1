import { describe, expect, it } from "vitest";
import { isStoreFresh } from "../../../src/domain/connections/source-store";

const HOUR_MS = 3_600_000;
const NOW = Date.UTC(2026, 10, 23, 12);
const shopReadAt = (readAt: number) => ({
  version: "8.2.1",
  shopName: "Loom & Thread",
  currency: "GBP",
  timeZone: "Europe/London",
  languageId: "1",
  country: "GB",
  readAt,
  moduleVersion: null,
  memory: "",
});

describe("what a store said about itself", () => {
  it("is believed for an hour", () => {
    expect(isStoreFresh(shopReadAt(NOW), NOW)).toBe(true);
    expect(isStoreFresh(shopReadAt(NOW - HOUR_MS + 1), NOW)).toBe(true);
    expect(isStoreFresh(shopReadAt(NOW - HOUR_MS), NOW)).toBe(false);
  });

  it("is not believed when it comes from the future or from no known time", () => {
    expect(isStoreFresh(shopReadAt(NOW + 1), NOW)).toBe(false);
    expect(isStoreFresh(shopReadAt(Number.NaN), NOW)).toBe(false);
  });
});
