import { nextId, nextToken, type Context } from "../context";
import type { MarketCode } from "../markets/market";
import { marketCode, marketOf } from "../markets/markets";

/** A seller account; one authorisation covers all of its shops. */
export interface Seller {
  id: string;
  openId: string;
  name: string;
  /** The label on the authorisation page, e.g. "UK Seller". */
  label: string;
  baseRegion: string;
}

export interface Shop {
  id: string;
  sellerId: string;
  name: string;
  region: MarketCode;
  sellerType: "LOCAL" | "CROSS_BORDER";
  cipher: string;
  code: string;
  /** An inactive shop is refused by the gateway. */
  active: boolean;
  /** Failed checks of the prerequisites call, by check item. */
  failedChecks: Readonly<Record<string, string>>;
  /** Ids of the delivery options its warehouses offer; absent: all of them. */
  deliveryOptions?: readonly string[];
}

export interface Warehouse {
  id: string;
  entityId: string;
  shopId: string;
  name: string;
  type: "SALES_WAREHOUSE" | "RETURN_WAREHOUSE";
  effectStatus: "ENABLED" | "DISABLED" | "RESTRICTED";
  isDefault: boolean;
  city: string;
  postalCode: string;
}

/** What `seed` adds: sellers with the regions of their shops. */
export interface Seed {
  sellers?: readonly { name: string; label: string; regions: readonly string[] }[];
  /** Sales warehouses of each shop. */
  salesWarehouses?: number;
}

const DEFAULT_SELLERS = [
  { name: "Hollow Oak Trading", label: "UK Seller", regions: ["GB"] },
  { name: "Prairie Goods", label: "North America Seller", regions: ["US"] },
  { name: "Nordwind Handel", label: "EU Seller", regions: ["DE", "FR"] },
] as const;

const CITIES = [
  { city: "Leicester", postalCode: "LE4 9LJ" },
  { city: "Hamburg", postalCode: "20457" },
  { city: "Columbus", postalCode: "43215" },
];

/**
 * Adds sellers, shops and warehouses; the return warehouse comes first, as on the platform. Throws for
 * an unknown region.
 */
export function seedShops(context: Context, seed: Seed): void {
  for (const planned of seed.sellers ?? DEFAULT_SELLERS) {
    const id = nextId(context, "seller");
    const seller: Seller = {
      id,
      openId: nextToken(context, "", 26),
      name: planned.name,
      label: planned.label,
      baseRegion: planned.regions[0] ?? "GB",
    };
    context.storage.put("tts:seller", id, seller);
    for (const [index, region] of planned.regions.entries())
      seedShop(context, seller, marketCode(region), index, seed.salesWarehouses ?? 1);
  }
}

function seedShop(
  context: Context,
  seller: Seller,
  region: MarketCode,
  index: number,
  warehouses: number,
): void {
  const shop: Shop = {
    id: nextId(context, "shop"),
    sellerId: seller.id,
    name: index === 0 ? seller.name : `${seller.name} ${marketOf(region).name}`,
    region,
    sellerType: "LOCAL",
    cipher: nextToken(context, marketOf(region).cipherPrefix, 28),
    code: nextToken(context, `${region}LC`, 8).toUpperCase(),
    active: true,
    failedChecks: {},
  };
  context.storage.put("tts:shop", shop.id, shop);
  seedWarehouse(context, shop, "RETURN_WAREHOUSE", 0);
  for (let number = 0; number < warehouses; number++)
    seedWarehouse(context, shop, "SALES_WAREHOUSE", number);
}

function seedWarehouse(
  context: Context,
  shop: Shop,
  type: Warehouse["type"],
  number: number,
): void {
  const sales = type === "SALES_WAREHOUSE";
  const warehouse: Warehouse = {
    id: nextId(context, "warehouse"),
    entityId: nextId(context, "warehouse"),
    shopId: shop.id,
    name: sales ? `Sales warehouse ${number + 1}` : "Returns",
    type,
    effectStatus: "ENABLED",
    isDefault: sales && number === 0,
    ...(CITIES[number % CITIES.length] ?? { city: "Leicester", postalCode: "LE4 9LJ" }),
  };
  context.storage.put("tts:warehouse", warehouse.id, warehouse);
}

/** All shops, in the order of the seed. */
export const allShops = (context: Context): Shop[] => context.storage.list<Shop>("tts:shop");

/** The shops of one seller. */
export const shopsOf = (context: Context, sellerId: string): Shop[] =>
  allShops(context).filter((shop) => shop.sellerId === sellerId);

/** The warehouses of one shop, the return warehouse first. */
export const warehousesOf = (context: Context, shopId: string): Warehouse[] =>
  context.storage.list<Warehouse>("tts:warehouse").filter((row) => row.shopId === shopId);

/** Changes a warehouse, as the seller may in Seller Center. */
export function changeWarehouse(
  context: Context,
  id: string,
  change: Partial<Pick<Warehouse, "name" | "effectStatus" | "isDefault">>,
): void {
  const found = context.storage.get<Warehouse>("tts:warehouse", id);
  if (!found) throw new Error(`There is no warehouse ${id}`);
  context.storage.put("tts:warehouse", id, { ...found, ...change });
}

/** The warehouse orders are shipped from. */
export function defaultWarehouse(context: Context, shopId: string): Warehouse {
  const found = warehousesOf(context, shopId).find((warehouse) => warehouse.isDefault);
  if (!found) throw new Error(`Shop ${shopId} has no default warehouse`);
  return found;
}
