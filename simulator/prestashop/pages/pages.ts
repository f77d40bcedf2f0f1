import { HTML, type Answer } from "../api/answer";
import type { BackOffice } from "../back-office";
import { valueOf } from "../data/tables";
import { fingerprint } from "../fingerprint";
import { inLanguage, setting } from "../store";
import { perform } from "./actions";
import type { Markup } from "./html";
import { layout } from "./layout";
import { orderPage, ordersPage } from "./order-pages";
import { productPage, productsPage } from "./product-pages";
import { modulePage } from "./module-page";
import { settingsPage, webservicePage } from "./setup-pages";

export interface PageRequest {
  request: Request;
  /** Below the store's folder, without a slash at the front. */
  path: string;
  query: URLSearchParams;
  body: string;
}

interface Page {
  title: string;
  content: Markup;
}

function productOr(office: BackOffice, id: string, query: URLSearchParams): Page | undefined {
  if (id === "") {
    const page = Math.max(1, Number.parseInt(query.get("page") ?? "1", 10) || 1);
    return { title: "Products", content: productsPage(office, page) };
  }
  const row = office.store.tables.get("products", id);
  const title = inLanguage(row, "name", setting(office.store, "PS_LANG_DEFAULT"));
  return row && { title: title || `Product ${id}`, content: productPage(office, row) };
}

function orderOr(office: BackOffice, id: string): Page | undefined {
  if (id === "") return { title: "Orders", content: ordersPage(office) };
  const row = office.store.tables.get("orders", id);
  return row && { title: `Order ${valueOf(row, "reference")}`, content: orderPage(office, row) };
}

/** A key that is not used yet; the same one until it is taken. */
function proposedKey(office: BackOffice): string {
  const count = office.webserviceKeys().length;
  return fingerprint(office.store.prefix, "webservice key", String(count)).toUpperCase();
}

function pageAt(office: BackOffice, path: string[], query: URLSearchParams): Page | undefined {
  const [name = "", id = ""] = path;
  if (name === "products") return productOr(office, id, query);
  if (name === "orders") return orderOr(office, id);
  if (name === "webservice")
    return {
      title: "Webservice keys",
      content: webservicePage(office, proposedKey(office)),
    };
  if (name === "module")
    return { title: "Module", content: modulePage(office, query.get("notice") ?? "") };
  return name === "settings" ? { title: "Settings", content: settingsPage(office) } : undefined;
}

const goTo = (office: BackOffice, page: string): Answer => ({
  status: 303,
  body: "",
  headers: { location: `${office.store.baseUrl}/admin/${page}` },
});

/** The page of an address in the form of PrestaShop 1.7 on, which each version sends on to its own. */
function legacyPage(path: string[], query: URLSearchParams): string | undefined {
  if (path[0] !== "index.php") return undefined;
  if (path[1] === "sell") return path.slice(2).join("/").replace("catalog/", "");
  const [orderId, productId] = [query.get("id_order"), query.get("id_product")];
  if (query.get("controller") === "AdminOrders" && query.has("vieworder"))
    return `orders/${orderId}`;
  const isProduct = query.get("controller") === "AdminProducts" && query.has("updateproduct");
  return isProduct ? `products/${productId}` : undefined;
}

/** Answers requests below `/admin`; undefined for any other request. */
export async function answerPage(
  office: BackOffice,
  incoming: PageRequest,
): Promise<Answer | undefined> {
  const [root, ...path] = incoming.path.split("/").filter((it) => it !== "");
  if (root === undefined) return goTo(office, "products");
  if (root !== "admin") return undefined;
  const linked = legacyPage(path, incoming.query);
  if (linked) return goTo(office, linked);
  const name = path[0];
  if (name === undefined) return goTo(office, "products");
  if (incoming.request.method === "POST") {
    const next = await perform(office, path, incoming.body);
    if (next !== undefined) return goTo(office, next);
  }
  const page = pageAt(office, path, incoming.query);
  if (!page) return { status: 404, body: "Not found", contentType: HTML };
  const { store } = office;
  const shopName = setting(store, "PS_SHOP_NAME") || "PrestaShop";
  const body = layout(store.baseUrl, shopName, name, page.title, page.content);
  return { status: 200, body, contentType: HTML };
}
