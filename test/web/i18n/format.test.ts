import { describe, expect, it } from "vitest";
import { formatMoney, formatMoneyRange, formatSince } from "../../../web/i18n/format";

describe("figures on a page", () => {
  it("write money without a float in between", () => {
    expect(formatMoney(1912, "GBP")).toContain("19.12");
    expect(formatMoney(500, "JPY")).toContain("500");
    expect(formatMoneyRange(100, 100, "EUR")).not.toContain("–");
  });

  it("tell time from now up to a month back", () => {
    const now = Date.UTC(2026, 5, 15);
    expect(formatSince(now - 3 * 60_000, now)).toBe("3 minutes ago");
    expect(formatSince(now - 90 * 86_400_000, now)).toMatch(/2026/);
  });
});
