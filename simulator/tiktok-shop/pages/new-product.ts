import type { Context } from "../context";
import { addProduct } from "../products/add";
import { allShops } from "../shops/shop";
import { html, type Html } from "./layout";

/** The form that lists a product without any app, as sellers do in Seller Center. */
export function newProductPage(context: Context): Html {
  const shops = allShops(context).map(
    (shop) => html`<option value="${shop.id}">${shop.name} (${shop.region})</option>`,
  );
  return html`<p class="dim">
      No app knows such a product, so an order for it has a line nobody can match.
    </p>
    <form class="stack" method="post" action="/seller-center/products/new">
      <label
        >Shop<select name="shop">
          ${shops}
        </select></label
      >
      <label>Title<input name="title" maxlength="255" required /></label>
      <label>Seller SKU<input name="seller-sku" maxlength="50" /></label>
      <label>Price<input name="price" inputmode="decimal" placeholder="0.00" required /></label>
      <label
        >Quantity<input name="quantity" type="number" min="1" max="99999" value="10" required
      /></label>
      <div><button>Add product</button></div>
    </form>`;
}

/** Lists the product of the form. */
export function newProductAction(context: Context, given: FormData): void {
  const field = (name: string) => String(given.get(name) ?? "").trim();
  addProduct(context, {
    shopId: field("shop"),
    title: field("title"),
    sellerSku: field("seller-sku"),
    price: field("price"),
    quantity: Number(field("quantity")),
  });
}
