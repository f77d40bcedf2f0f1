import { nextId, unixNow, type Context } from "../context";
import { ApiError } from "../envelope";
import { text } from "../fields";
import { pageOf } from "../paging";
import { sellerRoute, shopRoute, type ApiRequest, type Route } from "../request";
import type { Shop } from "../shops/shop";
import { checkVersion } from "./version";

/** A brand a product may carry. */
export interface Brand {
  id: string;
  name: string;
  authorized: boolean;
  available: boolean;
  /** Well-known brands need an authorisation to be listed. */
  isTopBrand: boolean;
  /** The id of the seller who created it; empty: the platform. */
  sellerId: string;
  /** The UTC day of its creation, for the daily limit. */
  day: number;
}

const FIRST_NAMES =
  "North Silver Copper Willow Harbour Maple Ember Cobalt Juniper Amber Slate Linen".split(" ");
const SECOND_NAMES = "Works Studio Supply House Atelier Goods Mill Craft Lane Yard".split(" ");
const FIRST_BRAND = 7_082_427_311_584_347_905n;
const DAY_SECONDS = 86_400;
const DAILY_BRANDS = 50;
const ALL_BRANDS = 1000;

const PLATFORM_BRANDS: readonly Brand[] = FIRST_NAMES.flatMap((first, row) =>
  SECOND_NAMES.map((second, column) => {
    const number = row * SECOND_NAMES.length + column;
    return {
      id: String(FIRST_BRAND + BigInt(number) * 1_000_003n),
      name: `${first} ${second}`,
      authorized: number % 3 !== 0,
      available: number % 17 !== 5,
      isTopBrand: number % 12 === 0,
      sellerId: "",
      day: 0,
    };
  }),
);

const ownBrands = (context: Context, sellerId: string): Brand[] =>
  context.storage.list<Brand>("tts:brand").filter((brand) => brand.sellerId === sellerId);

/** A brand this seller can see. */
export const brandOf = (context: Context, sellerId: string, id: string): Brand | undefined =>
  [...PLATFORM_BRANDS, ...ownBrands(context, sellerId)].find((brand) => brand.id === id);

function listBrands(context: Context, request: ApiRequest, shop: Shop): unknown {
  const { query } = request;
  const categoryId = query.get("category_id");
  if (categoryId) checkVersion(context, shop.region, query.get("category_version") ?? "");
  const wanted = (query.get("brand_name") ?? "").toLowerCase();
  const authorized = query.get("is_authorized");
  const rows = [...PLATFORM_BRANDS, ...ownBrands(context, shop.sellerId)].filter(
    (brand) =>
      brand.name.toLowerCase().includes(wanted) &&
      (authorized === null || String(brand.authorized) === authorized),
  );
  const page = pageOf(rows, query, { maximum: 100, badSize: 12019109 });
  return {
    brands: page.rows.map((brand) => ({
      id: brand.id,
      name: brand.name,
      authorized_status: brand.authorized ? "AUTHORIZED" : "UNAUTHORIEZD",
      is_t1_brand: brand.isTopBrand,
      brand_status: brand.available ? "AVAILABLE" : "UNAVAILABLE",
    })),
    total_count: page.total,
    next_page_token: page.next,
  };
}

function checkName(name: string): void {
  if (name.length < 2) throw new ApiError(12052189, "Brand names must be at least 2 characters.");
  if (name.length > 30)
    throw new ApiError(12052190, "Brand names must not be longer than 30 characters.");
  if (/\p{Extended_Pictographic}/u.test(name))
    throw new ApiError(12052191, "Brand names can't include special fonts or emoticons.");
  if (/\d{5}/.test(name))
    throw new ApiError(12052192, "The brand name can't contain 5 or more consecutive numbers.");
}

function createBrand(context: Context, request: ApiRequest): unknown {
  const name = text(request.body["name"]).trim();
  checkName(name);
  const { sellerId } = request.authorization;
  const own = ownBrands(context, sellerId);
  const day = Math.floor(unixNow(context) / DAY_SECONDS);
  if (own.filter((brand) => brand.day === day).length >= DAILY_BRANDS)
    throw new ApiError(
      12052202,
      "The total number of brands you have created today exceeds the limit.",
    );
  if (own.length >= ALL_BRANDS)
    throw new ApiError(12052203, "The total number of brands you have created exceeds the limit.");
  const same = (brand: Brand) => brand.name.toLowerCase() === name.toLowerCase();
  if (own.some(same) || PLATFORM_BRANDS.some(same))
    throw new ApiError(12052205, "This brand name already exists.");
  const id = nextId(context, "brand");
  const brand: Brand = {
    id,
    name,
    authorized: true,
    available: true,
    isTopBrand: false,
    sellerId,
    day,
  };
  context.storage.put("tts:brand", id, brand);
  return { id };
}

export const brandRoutes: readonly Route[] = [
  shopRoute("GET", "/product/202309/brands", "seller.product.basic", listBrands),
  sellerRoute("POST", "/product/202309/brands", "seller.product.basic", createBrand),
];
