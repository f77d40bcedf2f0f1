/** Thresholds of low stock and rules of prices as the merchant sets them in Weft. */
import type { PriceRule } from "../../src/domain/stock/price-rule";
import type { LowStockRule } from "../../src/domain/stock/product-rule";

interface Variant {
  productId: string;
  combinationId: string;
}

type Level = "all" | "own" | "category";

/** Of all products or of one; null takes the rule away. */
export interface Rules {
  /** A threshold that the SKU is close to. */
  setThreshold(link: Variant, of: Level, roll: number | null): Promise<unknown>;
  setPrice(link: Variant, of: Level, roll: number | null): Promise<unknown>;
  /** A share that is held back, and the most that is shown. */
  setShare(link: Variant, of: Level, roll: number | null): Promise<unknown>;
  /** The product is sold in the category of the other from then on; undefined: as its store category says. */
  setCategory(link: Variant, like: Variant | undefined): Promise<unknown>;
  /** Whether the store is told that buyers have their goods. */
  setDelivered(writesDelivered: boolean): Promise<unknown>;
  /** Whether failing imports are retried, and cancelled orders archived. */
  setHandling(settings: { retriesOrders?: boolean; archivesCancelled?: boolean }): Promise<unknown>;
}

/** A few units around what the store has of it. */
const thresholdFor = (units: number, roll: number): LowStockRule => ({
  threshold: Math.max(0, units + Math.floor(roll * 6) - 3),
  action: roll < 0.5 ? "deactivate" : "out_of_stock",
});

/** Twice the price, or 1.50 more, of now or before discounts. */
const priceFor = (roll: number): PriceRule => ({
  base: roll % 0.5 < 0.25 ? "reduced" : "regular",
  basisPoints: roll < 0.5 ? 10_000 : 0,
  addedMinor: roll < 0.5 ? 0 : 150,
  rounding: "minor",
  ending: 99,
  stepMinor: 1,
  floorMinor: null,
  isStorePriceFloor: false,
});

export function rulesOf(
  quantityOf: (link: Variant) => number,
  categoryOf: (productId: string) => string | undefined,
  inWeft: (method: string, path: string, body: unknown) => Promise<unknown>,
): Rules {
  let saving: Promise<unknown> = Promise.resolve();
  // One after the other, as a person waits for the page.
  const inTurn = (save: () => Promise<unknown>) => (saving = saving.then(save));
  const saveForAll = async (settings: object) => {
    const known = (await inWeft("GET", "", undefined)) as { settingsVersion: number } | undefined;
    if (!known) return undefined;
    return inWeft("PATCH", "/settings", { seenVersion: known.settingsVersion, settings });
  };
  const saveOwn = ({ productId }: Variant, what: string, body: object) =>
    inWeft("PUT", `/products/${productId}/${what}`, body);
  return {
    setThreshold(link, of, roll) {
      const lowStock = roll === null ? null : thresholdFor(quantityOf(link), roll);
      return inTurn(() =>
        of === "all"
          ? saveForAll({ lowStock })
          : saveOwn(link, "low-stock", { lowStock, isExcluded: false }),
      );
    },
    setDelivered: (writesDelivered) => inTurn(() => saveForAll({ writesDelivered })),
    setHandling: (settings) => inTurn(() => saveForAll(settings)),
    setShare(link, of, roll) {
      const percent = roll === null ? 0 : Math.floor(roll * 70);
      const maximum = roll === null || roll > 0.5 ? null : 1 + Math.floor(roll * 12);
      const own = roll === null ? null : { units: null, percent, maximum };
      return inTurn(async () => {
        if (of === "all") return saveForAll({ holdBackPercent: percent, maximumShown: maximum });
        if (of === "own") return saveOwn(link, "stock-rule", { own });
        const categoryId = categoryOf(link.productId);
        const path = `/channel-categories/${categoryId}/stock-rule`;
        return categoryId === undefined ? undefined : inWeft("PUT", path, { own });
      });
    },
    setCategory({ productId }, like) {
      return inTurn(async () => {
        const categoryId = like ? categoryOf(like.productId) : null;
        return categoryId === undefined
          ? undefined
          : inWeft("PUT", `/products/${productId}/category`, { categoryId });
      });
    },
    setPrice(link, of, roll) {
      const rule = roll === null ? null : priceFor(roll);
      return inTurn(() =>
        of === "all" ? saveForAll({ priceRule: rule }) : saveOwn(link, "price-rule", { own: rule }),
      );
    },
  };
}
