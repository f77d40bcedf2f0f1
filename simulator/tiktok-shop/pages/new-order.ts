import type { Context } from "../context";
import { records, text } from "../fields";
import { fromMinor } from "../money";
import { ControlError } from "../../control-error";
import { placeOrder, type NewOrder } from "../orders/place";
import type { OrderStatus } from "../orders/order";
import { findSku, type Product } from "../products/product";
import { html, type Html } from "./layout";

const START_STATUSES: readonly OrderStatus[] = ["AWAITING_SHIPMENT", "ON_HOLD", "UNPAID"];

function options(context: Context, product: Product): Html[] {
  return records(product.content["skus"]).flatMap((content) => {
    const sku = findSku(context, text(content["id"]));
    if (!sku) return [];
    const names = records(content["sales_attributes"]).map((one) => text(one["value_name"]));
    const free = sku.stock.reduce((sum, row) => sum + row.available, 0);
    const price = `${fromMinor(sku.priceMinor, sku.currency)} ${sku.currency}`;
    const title = [text(product.content["title"]), names.join(", ")].filter(Boolean).join(" – ");
    return [
      html`<option value="${sku.id}">
        ${title} (${sku.sellerSku}, ${price}, ${free} available)
      </option>`,
    ];
  });
}

const amount = (label: string, name: string): Html =>
  html`<label>${label}<input name="${name}" inputmode="decimal" placeholder="0.00" /></label>`;

/** The form that places an order of a made-up buyer. */
export function newOrderPage(context: Context): Html {
  const live = context.storage
    .list<Product>("tts:product")
    .filter((product) => product.productStatus === "ACTIVATE");
  if (live.length === 0)
    return html`<p class="note">No product is live. Approve one on the products page first.</p>`;
  const statuses = START_STATUSES.map((status) => html`<option>${status}</option>`);
  return html`<form class="stack" method="post" action="/seller-center/orders/new">
    <label
      >Product<select name="sku">
        ${live.flatMap((product) => options(context, product))}
      </select></label
    >
    <label
      >Quantity<input name="quantity" type="number" min="1" max="50" value="1" required
    /></label>
    <label
      >Status<select name="status">
        ${statuses}
      </select></label
    >
    ${amount("Discount paid by the seller", "seller-discount")}
    ${amount("Discount paid by the platform", "platform-discount")}
    ${amount("Shipping fee", "shipping-fee")}
    <div><button>Place order</button></div>
  </form>`;
}

/** Places the order of the form. */
export function newOrderAction(context: Context, given: FormData): void {
  const field = (name: string) => String(given.get(name) ?? "").trim();
  const money = (name: string) => {
    const value = field(name) || "0";
    if (!/^\d+(?:\.\d{1,2})?$/.test(value)) throw new ControlError(`${value} is not an amount.`);
    return value;
  };
  const order: NewOrder = {
    lines: [{ skuId: field("sku"), quantity: Number(field("quantity")) }],
    status: START_STATUSES.find((status) => status === field("status")) ?? "AWAITING_SHIPMENT",
    discounts: { seller: money("seller-discount"), platform: money("platform-discount") },
    shippingFee: money("shipping-fee"),
  };
  placeOrder(context, order);
}
