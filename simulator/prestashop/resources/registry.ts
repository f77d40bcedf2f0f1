// Every resource that a store of each version lists: the simulated ones with columns, the others empty.
import { BEFORE_9, FROM_9, type Flavour, type Resource } from "../data/schema";
import * as catalogue from "./catalogue";
import * as bookkeeping from "./bookkeeping";
import * as people from "./people";
import * as sales from "./sales";
import * as settings from "./settings";
import * as vouchers from "./vouchers";
import { products } from "./products";

const plain = (name: string, description: string, extra: Partial<Resource> = {}): Resource => ({
  name,
  node: name.endsWith("ies") ? `${name.slice(0, -3)}y` : name.replace(/s$/, ""),
  entity: name,
  description,
  fields: [],
  ...extra,
});

const withoutRows: Resource[] = [
  plain("attachments", "The product Attachments", { withoutSchema: true }),
  plain("contacts", "Shop contacts"),
  plain("content_management_system", "Content management system"),
  plain("customer_messages", "Customer services messages"),
  plain("customer_threads", "Customer services threads"),
  plain("customizations", "Customization values"),
  plain("employees", "The Employees"),
  plain("guests", "The guests"),
  plain("image_types", "The image types"),
  plain("images", "The images", { withoutSchema: true }),
  plain("order_returns", "The Customers orders returns", { only: FROM_9 }),
  plain("price_ranges", "Price ranges"),
  plain("product_customization_fields", "Customization Field"),
  plain("product_suppliers", "Product Suppliers"),
  plain("search", "Search", { withoutSchema: true }),
  plain("specific_price_rules", "Specific price management"),
  plain("stock_movement_reasons", "Stock movement reason"),
  plain("stock_movements", "Stock movements"),
  plain("stocks", "Stocks"),
  plain("stores", "The stores"),
  plain("supply_order_details", "Supply Order Details", { only: BEFORE_9 }),
  plain("supply_order_histories", "Supply Order Histories", { only: BEFORE_9 }),
  plain("supply_order_receipt_histories", "Supply Order Receipt Histories", { only: BEFORE_9 }),
  plain("supply_order_states", "Supply Order Statuses", { only: BEFORE_9 }),
  plain("supply_orders", "Supply Orders", { only: BEFORE_9 }),
  plain("tags", "The Products tags"),
  plain("translated_configurations", "Shop configuration"),
  plain("warehouse_product_locations", "Location of products in warehouses", { only: BEFORE_9 }),
  plain("warehouses", "Warehouses"),
  plain("weight_ranges", "Weight ranges"),
];

const modelled: Resource[] = [
  products,
  ...Object.values(catalogue),
  ...Object.values(bookkeeping),
  ...Object.values(people),
  ...Object.values(sales),
  ...Object.values(vouchers),
  ...Object.values(settings),
];

const byName = (resources: Resource[]) => resources.toSorted((a, b) => (a.name < b.name ? -1 : 1));

/** The resources of a flavour, by name, as `GET /api/` lists them. */
export function resourcesOf(flavour: Flavour): Map<string, Resource> {
  const listed = byName([...modelled, ...withoutRows]).filter(
    (it) => it.only?.includes(flavour) ?? true,
  );
  return new Map(
    listed.map((it) => [
      it.name,
      { ...it, fields: it.fields.filter((field) => field.only?.includes(flavour) ?? true) },
    ]),
  );
}
