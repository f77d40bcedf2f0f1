import type { Context } from "../context";
import { ApiError } from "../envelope";
import { shopRoute, type ApiRequest, type Route } from "../request";
import { DELIVERY_OPTIONS } from "../shops/delivery-options";
import { marketOf } from "../markets/markets";
import { warehousesOf, type Shop, type Warehouse } from "../shops/shop";

function warehouseView(warehouse: Warehouse, shop: Shop): unknown {
  const country = marketOf(shop.region).name;
  const { city, postalCode } = warehouse;
  return {
    id: warehouse.id,
    entity_id: warehouse.entityId,
    name: warehouse.name,
    effect_status: warehouse.effectStatus,
    type: warehouse.type,
    sub_type: "DOMESTIC_WAREHOUSE",
    is_default: warehouse.isDefault,
    address: {
      region: country,
      region_code: shop.region,
      state: "",
      city,
      distict: city,
      town: city,
      contact_person: "Dock Office",
      postal_code: postalCode,
      full_address: `1 Dock Road, ${city}, ${postalCode}, ${country}`,
      phone_number: "(+00)2079460000",
      address_line1: "1 Dock Road",
      address_line2: "",
    },
  };
}

function deliveryOptions(context: Context, request: ApiRequest, shop: Shop): unknown {
  const known = warehousesOf(context, shop.id).find(
    (warehouse) => warehouse.id === request.params["warehouse_id"],
  );
  if (!known) throw new ApiError(21001001, "Invalid parameters. The warehouse does not exist.");
  const offered = DELIVERY_OPTIONS.filter(({ id }) => shop.deliveryOptions?.includes(id) ?? true);
  const delivery_options = offered.map((option) => ({
    ...option,
    description: option.name,
    dimension_limit: { max_height: 120, max_length: 120, max_width: 120, unit: "CM" },
    weight_limit: { max_weight: 30_000, min_weight: 1, unit: "GRAM" },
    platform: ["TIKTOK_SHOP"],
  }));
  return { delivery_options };
}

function shippingProviders(_context: Context, request: ApiRequest, shop: Shop): unknown {
  const id = request.params["delivery_option_id"];
  const option = DELIVERY_OPTIONS.find((row) => row.id === id);
  const isOffered = shop.deliveryOptions?.includes(id ?? "") ?? true;
  if (!option || !isOffered)
    throw new ApiError(21008116, "No Subscription without specified delivery option.");
  if (option.type !== "SEND_BY_SELLER")
    throw new ApiError(
      21008117,
      "The delivery of the specified delivery_option_id is fulfilled by TikTok. No shipping provider will be returned.",
    );
  const { shippingProviders } = marketOf(shop.region);
  return { shipping_providers: shippingProviders.map(({ id, name }) => ({ id, name })) };
}

export const logisticsRoutes: readonly Route[] = [
  shopRoute(
    "GET",
    "/logistics/202309/warehouses",
    "seller.logistics",
    (context, _request, shop) => ({
      warehouses: warehousesOf(context, shop.id).map((row) => warehouseView(row, shop)),
    }),
  ),
  shopRoute(
    "GET",
    "/logistics/202309/warehouses/{warehouse_id}/delivery_options",
    "seller.logistics",
    deliveryOptions,
  ),
  shopRoute(
    "GET",
    "/logistics/202309/delivery_options/{delivery_option_id}/shipping_providers",
    "seller.logistics",
    shippingProviders,
  ),
];
