import { describe, expect, it } from "vitest";
import { MARKETS, marketOf } from "../../../src/platforms/tiktok-shop/markets";
import { SUBSCRIBED_TOPICS, TOPICS } from "../../../src/platforms/tiktok-shop/topics";

const codes = (holds: (market: (typeof MARKETS)[number]) => boolean) =>
  MARKETS.filter(holds)
    .map(({ code }) => code)
    .toSorted()
    .join(" ");

describe("the markets of TikTok Shop", () => {
  it("are offered by country, the United Kingdom and the United States first", () => {
    expect(MARKETS.map(({ code }) => code).join(" ")).toBe(
      "GB US DE ES FR IE IT BR ID JP MX MY PH SG TH VN",
    );
  });

  it("differ as the platform documents it", () => {
    expect(codes(({ group }) => group === "us")).toBe("US");
    expect(codes(({ units }) => units === "imperial")).toBe("US");
    expect(codes(({ isTaxIncluded }) => !isTaxIncluded)).toBe("US");
    expect(codes(({ cancelReasonSuffix }) => cancelReasonSuffix === "_uk")).toBe("GB");
    expect(codes(({ hasStates }) => hasStates)).toBe("BR ES ID IT JP MX MY PH TH US");
    expect(codes(({ hasBuyerAskedReason }) => hasBuyerAskedReason)).toBe(
      "BR DE ES FR IE IT JP MX PH US",
    );
    expect(codes(({ limits }) => limits.titleMax === 300)).toBe("BR MX");
    expect(codes(({ limits }) => limits.titleMin === 1)).toBe("BR DE ES FR GB IE IT JP MX US");
    expect(codes(({ limits }) => limits.maxVariants === 300)).toBe("BR DE ES FR GB IE IT JP MX US");
    expect(codes(({ limits }) => limits.isPackageSizeOptional)).toBe("ID TH VN");
    expect(codes((market) => market.sellerCenter === "https://seller-eu.tiktok.com")).toBe(
      "DE ES FR IE IT",
    );
  });

  it("have the published price ranges of local sellers", () => {
    const ranges = MARKETS.map(
      ({ code, limits }) =>
        `${code} ${limits.currency} ${limits.priceMinMinor} ${limits.priceMaxMinor}`,
    );
    expect(ranges.toSorted()).toEqual([
      "BR BRL 50 1000000",
      "DE EUR 1 630000",
      "ES EUR 1 630000",
      "FR EUR 1 630000",
      "GB GBP 1 560000",
      "ID IDR 10000 10000000000",
      "IE EUR 1 630000",
      "IT EUR 1 630000",
      "JP JPY 1 500000",
      "MX MXN 100 5000000",
      "MY MYR 1 32000000",
      "PH PHP 1 40000000",
      "SG SGD 1 1000000",
      "TH THB 3000 26000000",
      "US USD 1 760000",
      "VN VND 1 180000000",
    ]);
  });

  it("are found by country code in any case, UK included", () => {
    expect(marketOf("uk")?.code).toBe("GB");
    expect(marketOf("de")?.code).toBe("DE");
    expect(marketOf("XX")).toBeUndefined();
  });
});

describe("the topics of TikTok Shop's webhooks", () => {
  it("have a number and a name each, once", () => {
    expect(new Set(TOPICS.map(({ number }) => number)).size).toBe(TOPICS.length);
    expect(new Set(TOPICS.map(({ name }) => name)).size).toBe(TOPICS.length);
  });

  it("are subscribed where Weft acts on them", () => {
    expect(SUBSCRIBED_TOPICS).toHaveLength(9);
    expect(SUBSCRIBED_TOPICS).not.toContain("PRODUCT_CREATION");
  });
});
