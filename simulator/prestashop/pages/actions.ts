// The actions of the forms of the back office. Each returns the path of the next page.
import type { BackOffice } from "../back-office";
import type { Method, Permissions } from "../api/keys";
import { languageIds } from "../store";
import { moduleAction } from "./module-actions";

type Action = (office: BackOffice, id: string, form: URLSearchParams) => string | Promise<string>;

const text = (form: URLSearchParams, name: string): string => (form.get(name) ?? "").trim();

const READ: Method[] = ["GET", "HEAD"];
const WRITE: Method[] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

function permissionsOf(form: URLSearchParams): Permissions {
  if (text(form, "scope") !== "some") return "all";
  const methods = text(form, "verbs") === "write" ? WRITE : READ;
  return Object.fromEntries(form.getAll("resource").map((name) => [name, methods]));
}

const productActions: Record<string, Action> = {
  "": (office, id, form) => {
    const name = text(form, "name");
    office.saveProduct(id, {
      name: Object.fromEntries(languageIds(office.store).map((it) => [it, name])),
      reference: text(form, "reference"),
      active: text(form, "active") === "1" ? "1" : "0",
    });
    return `products/${id}`;
  },
  price: (office, id, form) => {
    const price = text(form, "price");
    if (/^\d+(\.\d+)?$/.test(price)) office.setPrice(id, price);
    return `products/${id}`;
  },
  stock: (office, id, form) => {
    const quantity = Number.parseInt(text(form, "quantity"), 10) || 0;
    office.setStock(id, text(form, "combination") || "0", quantity);
    return `products/${id}`;
  },
  delete: (office, id) => {
    office.deleteProduct(id);
    return "products";
  },
};

const orderActions: Record<string, Action> = {
  ship: (office, id, form) => {
    const carrierId = text(form, "carrier");
    office.shipOrder(id, { carrierId, trackingNumber: text(form, "tracking") });
    return `orders/${id}`;
  },
  tracking: (office, id, form) => {
    office.setTracking(id, text(form, "tracking"));
    return `orders/${id}`;
  },
  deliver: (office, id) => {
    office.deliverOrder(id);
    return `orders/${id}`;
  },
  cancel: (office, id) => {
    office.cancelOrder(id);
    return `orders/${id}`;
  },
  refund: (office, id) => {
    office.refundOrder(id);
    return `orders/${id}`;
  },
  "give-back": (office, id, form) => {
    const products = Number(text(form, "amount"));
    if (products > 0) office.giveBack(id, { products });
    return `orders/${id}`;
  },
  state: (office, id, form) => {
    office.setOrderState(id, text(form, "state"));
    return `orders/${id}`;
  },
};

function addKey(office: BackOffice, form: URLSearchParams): string {
  office.createWebserviceKey(text(form, "key"), permissionsOf(form), text(form, "description"));
  return "webservice";
}

function saveSettings(office: BackOffice, form: URLSearchParams): string {
  office.setMaintenance(text(form, "maintenance") === "1");
  office.setWebserviceEnabled(text(form, "webservice") === "1");
  office.setTimezone(text(form, "timezone"));
  office.setBrokenInvoicePdf(text(form, "brokenPdf") === "1");
  return "settings";
}

const setupActions: Record<string, Action> = {
  webservice: (office, id, form) => {
    if (id !== "delete") return addKey(office, form);
    office.removeWebserviceKey(text(form, "key"));
    return "webservice";
  },
  module: (office, id, form) => moduleAction(office, id, form),
  settings: (office, _id, form) => saveSettings(office, form),
};

/** Runs the action of a form and returns the path of the next page; undefined without such a form. */
export function perform(
  office: BackOffice,
  path: string[],
  body: string,
): string | Promise<string> | undefined {
  const [page = "", id = "", verb = ""] = path;
  const { tables } = office.store;
  const form = new URLSearchParams(body);
  if (page === "products" && tables.get("products", id))
    return productActions[verb]?.(office, id, form);
  if (page === "orders" && tables.get("orders", id)) return orderActions[verb]?.(office, id, form);
  return setupActions[page]?.(office, id, form);
}
