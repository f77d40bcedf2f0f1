import { ControlError } from "../../control-error";
import type { Context } from "../context";
import { productsPage, productAction } from "./products";
import { ordersPage, orderAction } from "./orders";
import { newProductPage, newProductAction } from "./new-product";
import { newOrderPage, newOrderAction } from "./new-order";
import { webhooksPage, webhookAction } from "./webhooks";
import { html, page, seeOther, type Html } from "./layout";

/** One page of Seller Center, and the action of its buttons. */
interface Part {
  path: string;
  title: string;
  show(context: Context, url: URL): Html;
  act(context: Context, given: FormData): void;
}

const ROOT = "/seller-center";

const PARTS: readonly Part[] = [
  { path: ROOT, title: "Products", show: productsPage, act: productAction },
  {
    path: `${ROOT}/products/new`,
    title: "Add a product by hand",
    show: newProductPage,
    act: newProductAction,
  },
  { path: `${ROOT}/orders`, title: "Orders", show: ordersPage, act: orderAction },
  {
    path: `${ROOT}/orders/new`,
    title: "Place a test order",
    show: newOrderPage,
    act: newOrderAction,
  },
  { path: `${ROOT}/webhooks`, title: "Webhook deliveries", show: webhooksPage, act: webhookAction },
];

/** The page after a successful action, where it is another one. */
const AFTER: Readonly<Record<string, string>> = {
  [`${ROOT}/products/new`]: ROOT,
  [`${ROOT}/orders/new`]: `${ROOT}/orders`,
};

function navigation(): Html {
  const links = PARTS.map((part) => html`<a href="${part.path}">${part.title}</a>`);
  return html`<header>
    <strong>Seller Center</strong><span class="dim">Simulated TikTok Shop</span>${links}
  </header>`;
}

function show(context: Context, part: Part, url: URL, problem?: string): Response {
  const note = problem ? html`<p class="note" role="alert">${problem}</p>` : undefined;
  const body = html`<h1>${part.title}</h1>
    ${note}${part.show(context, url)}`;
  return page(`${part.title} – Seller Center`, navigation(), body, problem ? 422 : 200);
}

/** Answers the pages for the actions of seller, buyer, carrier and auditor. */
export async function answerSellerCenter(context: Context, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const path = url.pathname.replace(/\/$/, "").replace(/\/products$/, "");
  const part = PARTS.find((known) => known.path === path);
  if (!part) return page("Not found", navigation(), html`<h1>This page does not exist</h1>`, 404);
  if (request.method !== "POST") return show(context, part, url);
  try {
    part.act(context, await request.formData());
    return seeOther(AFTER[part.path] ?? part.path + url.search);
  } catch (error) {
    if (error instanceof ControlError) return show(context, part, url, error.message);
    throw error;
  }
}
