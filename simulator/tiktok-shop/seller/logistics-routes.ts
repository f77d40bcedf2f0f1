import type { Context } from "../context";
import { ApiError } from "../envelope";
import { shopRoute, type ApiRequest, type Route } from "../request";
import { DELIVERY_OPTIONS } from "../shops/delivery-options";
import { regionOf } from "../shops/region";
import { warehousesOf, type Shop, type Warehouse } from "../shops/shop";

/** A carrier the platform knows, with the shape of its tracking numbers. */
export interface ShippingProvider {
  id: string;
  name: string;
  regions: readonly string[];
  tracking: RegExp;
}

const ANY = /^[A-Za-z0-9-]{6,40}$/;

export const SHIPPING_PROVIDERS: readonly ShippingProvider[] = [
  { id: "7117858858072016686", name: "Royal Mail", regions: ["GB"], tracking: ANY },
  { id: "7117859084333745942", name: "Evri", regions: ["GB"], tracking: ANY },
  { id: "7117859084333745943", name: "DPD UK", regions: ["GB"], tracking: ANY },
  { id: "7117858858072016001", name: "USPS", regions: ["US"], tracking: /^[A-Z0-9-]{10,34}$/ },
  { id: "7117858858072016003", name: "FedEx", regions: ["US"], tracking: /^[0-9]{12,22}$/ },
  { id: "7208502187360519941", name: "DHL", regions: ["GB", "US", "DE", "FR"], tracking: ANY },
  { id: "7208502187360519943", name: "Hermes", regions: ["DE"], tracking: ANY },
  { id: "7208502187360519945", name: "DPD", regions: ["DE", "FR"], tracking: ANY },
  { id: "7208502187360519947", name: "Colissimo", regions: ["FR"], tracking: ANY },
  {
    id: "7132708860264941355",
    name: "UPS",
    regions: ["GB", "US", "DE", "FR"],
    tracking: /^(1Z[A-Z0-9]{16}|[A-Z0-9]{9,12})$/,
  },
];

function warehouseView(warehouse: Warehouse, shop: Shop): unknown {
  const country = regionOf(shop.region).name;
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
  const providers = SHIPPING_PROVIDERS.filter((row) => row.regions.includes(shop.region));
  return { shipping_providers: providers.map(({ id, name }) => ({ id, name })) };
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
