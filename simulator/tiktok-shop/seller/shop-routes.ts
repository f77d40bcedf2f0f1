import type { Context } from "../context";
import { revokeAuthorization } from "../tokens/authorization";
import { sellerRoute, shopRoute, type ApiRequest, type Route } from "../request";
import { shopsOf, type Shop } from "../shops/shop";

function authorizedShops(context: Context, request: ApiRequest): unknown {
  const shops = shopsOf(context, request.authorization.sellerId).map((shop) => ({
    id: shop.id,
    name: shop.name,
    region: shop.region,
    seller_type: shop.sellerType,
    cipher: shop.cipher,
    code: shop.code,
  }));
  return { shops };
}

function activeShops(context: Context, request: ApiRequest): unknown {
  const shops = shopsOf(context, request.authorization.sellerId).filter((shop) => shop.active);
  return { shops: shops.map(({ id, region }) => ({ id, region })) };
}

const CHECK_ITEMS = [
  "SHOP_STATUS",
  "SHOP_TAX",
  "PICKUP_WAREHOUSE",
  "RETURN_WAREHOUSE",
  "DELIVERY_OPTION",
  "SHIPPING_TEMPLATE",
  "PRODUCT_QUANTITY_LIMIT",
  "EXTENDED_PRODUCER_RESPONSIBILITY",
  "BANk_ACCOUNT",
  "CONTACT_INFO",
];

/** Readiness of a shop; the bank account item is spelled as on the wire. */
function prerequisites(_context: Context, _request: ApiRequest, shop: Shop): unknown {
  const check_results = CHECK_ITEMS.map((check_item) => {
    const reason = shop.failedChecks[check_item];
    return { check_item, is_failed: reason !== undefined, fail_reasons: reason ? [reason] : [] };
  });
  return { check_results };
}

export const sellerRoutes: readonly Route[] = [
  sellerRoute("GET", "/authorization/202309/shops", "seller.authorization.info", authorizedShops),
  shopRoute(
    "DELETE",
    "/authorization/202403/shops",
    "seller.authorization.info",
    (context, request) => {
      revokeAuthorization(context, request.authorization.sellerId);
      return {};
    },
  ),
  sellerRoute("GET", "/seller/202309/permissions", "seller.shop.info", () => ({ permissions: [] })),
  sellerRoute("GET", "/seller/202309/shops", "seller.shop.info", activeShops),
  shopRoute("GET", "/product/202312/prerequisites", "seller.product.basic", prerequisites),
  shopRoute("GET", "/product/202309/prerequisites", "seller.product.basic", prerequisites),
];
