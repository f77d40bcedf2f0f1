/** The stores and shops of the merchants: the first is in every history, the second in some. */
import type { PrestaShop } from "../../simulator/prestashop/prestashop";
import type { World } from "../../simulator/world";

export interface Place {
  email: string;
  storeUrl: string;
  storeOf(world: World): PrestaShop;
  /** Who sells on TikTok Shop, in Great Britain. */
  seller: string;
}

export const FIRST: Place = {
  email: "ada@merchant.example",
  storeUrl: "https://shop-8.example",
  storeOf: ({ prestashop8 }) => prestashop8,
  seller: "Hollow Oak Trading",
};

/** Of another account, with another version of PrestaShop. */
export const SECOND: Place = {
  email: "bob@other.example",
  storeUrl: "https://shop-9.example",
  storeOf: ({ prestashop9 }) => prestashop9,
  seller: "Second Street Goods",
};

export const PLACES: readonly Place[] = [FIRST, SECOND];
