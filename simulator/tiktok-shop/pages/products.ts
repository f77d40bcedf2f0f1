import type { Context } from "../context";
import { records, text } from "../fields";
import { imageUrl } from "../media/images";
import { fromMinor } from "../money";
import { reviewProduct } from "../products/audit";
import { findProduct, findSku, shownStatus, type Product } from "../products/product";
import { deactivate } from "../products/state";
import { action, html, type Html } from "./layout";

const URL_HERE = "/seller-center";

function skuRow(context: Context, id: string): Html {
  const sku = findSku(context, id);
  if (!sku) return html``;
  const free = sku.stock.reduce((sum, row) => sum + row.available, 0);
  const held = sku.stock.reduce((sum, row) => sum + row.committed, 0);
  const price = `${fromMinor(sku.priceMinor, sku.currency)} ${sku.currency}`;
  const orders = held > 0 ? `, ${held} in orders` : "";
  return html`<div>
    <code>${sku.sellerSku || sku.id}</code> ${price}, ${free} available${orders}
  </div>`;
}

function buttons(product: Product): Html[] {
  const { id } = product;
  const one = (label: string, what: string) => action(URL_HERE, label, { id, action: what });
  return [
    ...(product.audit.status === "AUDITING"
      ? [one("Approve", "approve"), one("Reject", "reject")]
      : []),
    ...(product.productStatus === "ACTIVATE" ? [one("Deactivate", "deactivate")] : []),
  ];
}

function row(context: Context, product: Product): Html {
  const image = text(records(product.content["main_images"])[0]?.["uri"]);
  const skus = records(product.content["skus"]).map((sku) => skuRow(context, text(sku["id"])));
  const waiting = product.review ? " (an edit is under review)" : "";
  return html`<tr>
    <td><img src="${imageUrl(context, image)}" alt="" width="48" height="48" /></td>
    <td>${text(product.content["title"])}<br /><small>${product.id}</small></td>
    <td>${shownStatus(product)}${waiting}</td>
    <td>${product.audit.status}<br /><small>${product.audit.reasons.join(" ")}</small></td>
    <td>${skus}</td>
    <td>${buttons(product)}</td>
  </tr>`;
}

/** All products with their state; an audit can be ended at once. */
export function productsPage(context: Context): Html {
  const products = context.storage.list<Product>("tts:product").toReversed();
  if (products.length === 0)
    return html`<p class="note">
      No product has been listed yet. Push one from the connected app, or
      <a href="${URL_HERE}/products/new">add one by hand</a>.
    </p>`;
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          <th></th>
          <th>Product</th>
          <th>Status</th>
          <th>Audit</th>
          <th>SKU, price, stock</th>
          <th>Actions</th>
        </tr>
      </thead>
      <tbody>
        ${products.map((product) => row(context, product))}
      </tbody>
    </table>
  </div>`;
}

/** What the buttons of the products page do. */
export function productAction(context: Context, given: FormData): void {
  const id = String(given.get("id"));
  const what = given.get("action");
  const product = findProduct(context, id);
  if (what === "approve") reviewProduct(context, id, "APPROVED");
  if (what === "reject")
    reviewProduct(context, id, "FAILED", ["The pictures do not show the product."]);
  if (what === "deactivate" && product) deactivate(context, product);
}
