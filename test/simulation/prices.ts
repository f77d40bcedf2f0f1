/** What the merchant and an ERP do to prices in the store. */
import { valueOf } from "../../simulator/prestashop/data/tables";
import type { PrestaShop } from "../../simulator/prestashop/prestashop";
import { localTime } from "../../simulator/prestashop/store";

interface OfProduct {
  productId: string;
}

/** A product that is gone is left alone. */
export interface StorePrices {
  /** A discount on the whole product between two moments, in minutes from now. */
  discount(of: OfProduct, share: number, minutes: { from: number; to: number }): void;
  reprice(of: OfProduct, pounds: number): void;
  /** As an ERP writes it: no hook fires and no date moves. */
  repriceSilently(of: OfProduct, pounds: number): void;
  /** Half the price, from two minutes ahead on, for so many minutes. */
  discountSilently(of: OfProduct, minutes: number): void;
}

const MINUTE_MS = 60_000;

/** Columns of a discount that holds for everybody. */
const ANYBODY = {
  id_shop: "0",
  id_cart: "0",
  id_product_attribute: "0",
  id_currency: "0",
  id_country: "0",
  id_group: "0",
  id_customer: "0",
  price: "-1.000000",
  from_quantity: "1",
  reduction_tax: "1",
};

export function storePrices(shop: () => PrestaShop): StorePrices {
  const isThere = (productId: string) =>
    shop()
      .products()
      .some(({ id }) => id === productId);
  return {
    reprice({ productId }, pounds) {
      const row = shop()
        .products()
        .find(({ id }) => id === productId);
      if (!row) return;
      shop().setPrice(productId, String(Number(valueOf(row, "price")) + pounds));
    },
    discount({ productId }, share, { from, to }) {
      if (!isThere(productId)) return;
      const { store } = shop();
      const at = (minutes: number) => localTime(store, store.clock.now() + minutes * MINUTE_MS);
      store.tables.insert("specific_prices", {
        ...ANYBODY,
        id_product: productId,
        reduction: share.toFixed(2),
        reduction_type: "percentage",
        from: at(from),
        to: at(to),
      });
      shop().saveProduct(productId, {});
    },
    repriceSilently({ productId }, pounds) {
      if (!isThere(productId)) return;
      shop().setPriceSilently(productId, String(10 + pounds));
    },
    discountSilently({ productId }, minutes) {
      if (!isThere(productId)) return;
      const { store } = shop();
      const begin = store.clock.now() + 2 * MINUTE_MS;
      store.tables.insert("specific_prices", {
        id_product: productId,
        price: "-1",
        reduction: "0.5",
        reduction_type: "percentage",
        from: localTime(store, begin),
        to: localTime(store, begin + minutes * MINUTE_MS),
      });
    },
  };
}
