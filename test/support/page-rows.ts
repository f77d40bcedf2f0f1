/** Rows as the pages' lists are made from, and a person with a connection who looks at them. */
import type { Answer } from "../../src/contract/contract";
import type { product } from "../../src/db/schema/catalogue";
import type { salesOrder } from "../../src/db/schema/orders";
import type { SourceProduct } from "../../src/domain/catalogue/source-product";
import type { ChannelOrder } from "../../src/domain/orders/channel-order";
import {
  connectionWithStore,
  setupHttp,
  signUp,
  type HttpHarness,
  type Person,
} from "./http-harness";

export type Products = Answer<"GET /api/connections/:id/products">;
export type Orders = Answer<"GET /api/connections/:id/orders">;

export const sourceProduct = (id: string, change: Partial<SourceProduct> = {}): SourceProduct => ({
  id,
  name: `Mug ${id}`,
  description: "<p>A mug</p>",
  isActive: true,
  currency: "GBP",
  categoryId: "3",
  images: [{ id: "1", url: "https://shop-8.example/1.jpg" }],
  features: [{ name: "Material", value: "Clay" }],
  lengthMm: 1,
  widthMm: 1,
  heightMm: 1,
  weightGrams: 1,
  variants: [
    {
      id: "0",
      sku: `MUG-${id}`,
      options: [],
      priceMinor: 999,
      listPriceMinor: 999,
      quantity: 5,
      weightGrams: 1,
      imageIds: [],
    },
  ],
  updatedAt: 1,
  createdAt: 1,
  ...change,
});

export const productRow = (
  connectionId: string,
  body: SourceProduct,
  change: Partial<typeof product.$inferInsert> = {},
): typeof product.$inferInsert => ({
  connectionId,
  productId: body.id,
  name: body.name,
  imageUrl: body.images[0]?.url ?? null,
  skus: body.variants.map(({ sku }) => sku).join(" "),
  priceMinMinor: 999,
  priceMaxMinor: 999,
  currency: "GBP",
  stockTotal: 5,
  sourceCategoryId: body.categoryId ?? null,
  isActive: true,
  body,
  contentHash: "x",
  sourceUpdatedAt: 1,
  updatedAt: 1000,
  ...change,
});

export const order = (id: string, change: Partial<ChannelOrder> = {}): ChannelOrder => ({
  id,
  state: "awaiting_shipment",
  createdAt: 1000,
  updatedAt: 1000,
  paidAt: 1001,
  currency: "GBP",
  money: {
    subtotalMinor: 999,
    shippingMinor: 349,
    shippingOriginalMinor: 349,
    sellerDiscountMinor: 0,
    platformDiscountMinor: 0,
    shippingSellerDiscountMinor: 0,
    shippingPlatformDiscountMinor: 0,
    taxMinor: 0,
    otherFeesMinor: 0,
    totalMinor: 1348,
  },
  lines: ["a", "b"].map((line) => ({
    id: `${id}-${line}`,
    channelProductId: "17",
    channelSkuId: `sku-${line}`,
    sellerSku: `MUG-${line}`,
    name: "Mug",
    variantName: "Blue",
    originalPriceMinor: 999,
    salePriceMinor: 999,
    sellerDiscountMinor: 0,
    platformDiscountMinor: 0,
    taxMinor: 0,
    isGift: false,
    isCancelled: false,
  })),
  buyer: { id: "b", nickname: "jo", email: "", message: "" },
  address: {
    name: "Jo Doe",
    firstName: "Jo",
    lastName: "Doe",
    phone: "",
    country: "GB",
    state: "",
    city: "Leeds",
    postcode: "LS1 1AA",
    line1: "1 High Street",
    line2: "",
  },
  fulfilment: "seller",
  shippingBy: "seller",
  deliveryOptionId: "1",
  deliveryOptionName: "Standard",
  packageIds: [],
  hasCancelRequest: false,
  ...change,
});

export const orderRow = (
  connectionId: string,
  body: ChannelOrder,
  change: Partial<typeof salesOrder.$inferInsert> = {},
): typeof salesOrder.$inferInsert => ({
  connectionId,
  channelOrderId: body.id,
  version: 1,
  channelState: body.state,
  tab: "unfulfilled",
  totalMinor: 1348,
  currency: "GBP",
  buyerName: "Jo Doe",
  unitCount: 2,
  body,
  placedAt: body.createdAt,
  updatedAt: 1000,
  ...change,
});

export async function shop(): Promise<{ harness: HttpHarness; person: Person; id: string }> {
  const harness = setupHttp();
  const person = await signUp(harness, `${crypto.randomUUID()}@example.com`);
  return { harness, person, id: await connectionWithStore(person) };
}

/** Every id over all pages, in the order shown. */
export async function walk(person: Person, path: string): Promise<string[]> {
  const seen: string[] = [];
  let next: string | null = "";
  do {
    const sign = path.includes("?") ? "&" : "?";
    const cursor: string = next ? `${sign}cursor=${encodeURIComponent(next)}` : "";
    const { body }: { body: Products | Orders } = await person.send("GET", path + cursor);
    seen.push(...body.rows.map(({ id }) => id));
    next = body.next;
  } while (next);
  return seen;
}
