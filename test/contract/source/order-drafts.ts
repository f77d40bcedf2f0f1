/** Orders for the contract of a source, made of what the store at hand sells. */
import type { SourceProduct, SourceVariant } from "../../../src/domain/catalogue/source-product";
import type { SourceSession } from "../../../src/platforms/source";
import type { OrderDraft, DraftLine } from "../../../src/domain/orders/order-draft";
import { pullAll } from "./source-harness";

interface Sellable {
  product: SourceProduct;
  variant: SourceVariant;
}

/** A variant of a varied product and a simple product, both well in stock. */
export async function twoVariants(session: SourceSession): Promise<readonly [Sellable, Sellable]> {
  const products = await pullAll(session, 100);
  const inStock = products
    .flatMap((product) => product.variants.map((variant) => ({ product, variant })))
    .filter(({ product, variant }) => product.isActive && variant.quantity >= 10);
  const varied = inStock.find(({ variant }) => variant.id !== "0");
  const simple = inStock.find(({ variant }) => variant.id === "0");
  if (!varied || !simple) throw new Error("the store sells no fitting products");
  return [varied, simple];
}

export async function quantities(
  session: SourceSession,
  sold: readonly Sellable[],
): Promise<number[]> {
  const levels = await session.readStock(sold.map(({ product }) => product.id));
  return sold.map(
    ({ product, variant }) =>
      levels.find((level) => level.productId === product.id && level.variantId === variant.id)
        ?.quantity ?? Number.NaN,
  );
}

export function line({ product, variant }: Sellable, quantity: number, unitPriceMinor: number) {
  const { id: productId, name } = product;
  return { productId, variantId: variant.id, quantity, unitPriceMinor, name };
}

/** Three of the first and one of the second, at prices the store would never compute itself. */
export async function draftOf(
  session: SourceSession,
  sold: readonly Sellable[],
  channelOrderId: string,
  shippingMinor: number,
  discountMinor: number,
  given?: readonly DraftLine[],
): Promise<OrderDraft> {
  const store = await session.readStore();
  const lines = given ?? sold.map((each, at) => line(each, at ? 1 : 3, at ? 2500 : 999));
  const productsMinor = lines.reduce((sum, each) => sum + each.quantity * each.unitPriceMinor, 0);
  return {
    channelOrderId,
    currency: store.currency,
    lines,
    shippingMinor,
    discountMinor,
    totalMinor: productsMinor + shippingMinor - discountMinor,
    address: {
      name: "J*** 1 O'Neil & Sons <Ltd>",
      firstName: "J*** 1",
      lastName: "O'Neil & Sons",
      phone: "(+44)7*****12",
      country: store.country,
      state: "",
      city: "London",
      postcode: "SW1A 1AA",
      line1: "1 High St <b>",
      line2: "",
    },
    buyerEmail: "",
    buyerNote: "Leave it with the neighbour <please>",
    placedAt: 0,
    paymentLabel: "TikTok Shop",
  };
}
