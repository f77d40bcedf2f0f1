// Products for people: the list with price and stock, and one product with its variants.
import type { BackOffice } from "../back-office";
import type { Row } from "../data/row";
import { valueOf } from "../data/tables";
import { inLanguage, setting } from "../store";
import { field, form, html, select, tableOf, type Markup } from "./html";

const PER_PAGE = 50;

const nameOf = (office: BackOffice, row: Row | undefined): string =>
  inLanguage(row, "name", setting(office.store, "PS_LANG_DEFAULT"));

/** "Size M, Color Black" */
function variantName(office: BackOffice, variant: Row): string {
  const { tables } = office.store;
  return (variant.links?.["product_option_values"] ?? [])
    .map((link) => {
      const value = tables.get("product_option_values", link["id"] ?? "");
      const group = tables.get("product_options", valueOf(value, "id_attribute_group"));
      return `${nameOf(office, group)} ${nameOf(office, value)}`;
    })
    .join(", ");
}

function quantityOf(office: BackOffice, productId: string, combinationId: string): string {
  const row = office.store.tables
    .where("stock_availables", "id_product", productId)
    .find((it) => (valueOf(it, "id_product_attribute") || "0") === combinationId);
  return valueOf(row, "quantity") || "0";
}

function thumbnail(office: BackOffice, row: Row): Markup | string {
  const image = row.links?.["images"]?.[0]?.["id"];
  if (image === undefined) return "none";
  const link = `${office.store.baseUrl}/${image}-home_default/picture.jpg`;
  return html`<img src="${link}" alt="" width="48" height="48" loading="lazy" />`;
}

function stockForm(office: BackOffice, productId: string, combinationId: string, about: string) {
  const action = `${office.store.baseUrl}/admin/products/${productId}/stock`;
  return form(
    action,
    [
      html`<input type="hidden" name="combination" value="${combinationId}" />`,
      field({
        label: `Stock of ${about}`,
        name: "quantity",
        value: quantityOf(office, productId, combinationId),
        type: "number",
        isLabelUnseen: true,
        isRequired: true,
      }),
    ],
    "Save",
    `stock of ${about}`,
  );
}

function priceForm(office: BackOffice, row: Row, isLabelUnseen: boolean): Markup {
  const name = nameOf(office, row);
  return form(
    `${office.store.baseUrl}/admin/products/${row.id}/price`,
    field({
      label: isLabelUnseen ? `Price of ${name}` : "Price without tax",
      name: "price",
      value: Number(valueOf(row, "price")).toFixed(2),
      type: "number",
      step: "0.000001",
      isLabelUnseen,
      isRequired: true,
    }),
    "Save",
    `price of ${name}`,
  );
}

function listRow(office: BackOffice, row: Row): Markup {
  const { tables, baseUrl } = office.store;
  const variants = tables.where("combinations", "id_product", row.id);
  const stock =
    variants.length === 0
      ? stockForm(office, row.id, "0", nameOf(office, row))
      : html`${quantityOf(office, row.id, "0")} in ${variants.length} variants`;
  return html`<tr>
    <td>${row.id}</td>
    <td>${thumbnail(office, row)}</td>
    <td><a href="${baseUrl}/admin/products/${row.id}">${nameOf(office, row) || "(no name)"}</a></td>
    <td>${valueOf(row, "reference")}</td>
    <td>${priceForm(office, row, true)}</td>
    <td>${stock}</td>
    <td>${valueOf(row, "active") === "1" ? "Yes" : "No"}</td>
  </tr>`;
}

/** The list, fifty products a page. */
export function productsPage(office: BackOffice, page: number): Markup {
  const all = office.products();
  const shown = all.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  const pages = Math.max(1, Math.ceil(all.length / PER_PAGE));
  const heads = ["ID", "Image", "Name", "Reference", "Price without tax", "Stock", "Active"];
  const link = (to: number, label: string) =>
    html`<a href="${office.store.baseUrl}/admin/products?page=${to}">${label}</a> `;
  return html`${tableOf(
      `${all.length} products, page ${page} of ${pages}`,
      heads,
      shown.map((row) => listRow(office, row)),
    )}
    <p>
      ${page > 1 && link(page - 1, "Previous page")} ${page < pages && link(page + 1, "Next page")}
    </p>`;
}

function variantRow(office: BackOffice, variant: Row): Markup {
  const about = variantName(office, variant);
  return html`<tr>
    <td>${variant.id}</td>
    <td>${about}</td>
    <td>${valueOf(variant, "reference")}</td>
    <td>${Number(valueOf(variant, "price")).toFixed(2)}</td>
    <td>${stockForm(office, valueOf(variant, "id_product"), variant.id, about)}</td>
  </tr>`;
}

/** One product: its texts, price, activity, and the stock of each variant. */
export function productPage(office: BackOffice, row: Row): Markup {
  const { tables, baseUrl } = office.store;
  const variants = tables.where("combinations", "id_product", row.id);
  const active = [
    { value: "1", label: "Yes" },
    { value: "0", label: "No" },
  ];
  const details = [
    field({ label: "Name", name: "name", value: nameOf(office, row), isRequired: true }),
    field({ label: "Reference", name: "reference", value: valueOf(row, "reference") }),
    select("Active", "active", active, valueOf(row, "active") || "0"),
  ];
  return html`<p>${thumbnail(office, row)} Reference ${valueOf(row, "reference") || "none"}</p>
    ${form(`${baseUrl}/admin/products/${row.id}`, details, "Save product")}
    ${priceForm(office, row, false)}
    <h2>Stock</h2>
    ${
      variants.length === 0
        ? stockForm(office, row.id, "0", nameOf(office, row))
        : tableOf(
            "Variants",
            ["ID", "Variant", "Reference", "Added price", "Stock"],
            variants.map((it) => variantRow(office, it)),
          )
    }
    <h2>Delete</h2>
    ${form(`${baseUrl}/admin/products/${row.id}/delete`, "", "Delete product")}`;
}
