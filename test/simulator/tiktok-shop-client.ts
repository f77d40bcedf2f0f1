// A client for the tests of the simulated TikTok Shop, written from the facts alone: it signs with
// Node's own crypto and shares no line with the simulator.
import { createHmac } from "node:crypto";
import { worldClock, type Clock } from "../../simulator/clock";
import { memoryStorage, type Storage } from "../../simulator/storage";
import type { Switches } from "../../simulator/tiktok-shop/switches";
import { createTikTokShop, type TikTokShop } from "../../simulator/tiktok-shop/tiktok-shop";

export const APP_KEY = "6testapp01";
export const APP_SECRET = "0123456789abcdef0123456789abcdef01234567";
export const ORIGIN = "https://tts.test";
export const START_MS = 1_790_000_000_000;

export interface Answer {
  status: number;
  code: number;
  message: string;
  // The tests read deep into answers whose shape they are about to prove.
  data: Record<string, unknown>;
  text: string;
}

export interface CallOptions {
  query?: Record<string, string>;
  body?: unknown;
  /** Sent and signed without change. */
  rawBody?: string;
  form?: FormData;
  cipher?: string | null;
  token?: string | null;
  appKey?: string | null;
  timestamp?: string | null;
  sign?: string | null;
  secret?: string;
  signal?: AbortSignal;
}

export interface Received {
  url: string;
  authorization: string;
  body: string;
}

export interface Harness {
  shop: TikTokShop;
  storage: Storage;
  clock: Clock;
  /** What the webhook receiver got; it answers with `replies` in turn, then 200. */
  received: Received[];
  replies: number[];
  token: string;
  cipher: string;
  shopId: string;
  lastUrl: string;
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
}

/** The signature as the platform documents it. */
export function sign(
  secret: string,
  path: string,
  query: Record<string, string>,
  rawBody: string,
): string {
  const pairs = Object.keys(query)
    .filter((key) => key !== "sign" && key !== "access_token")
    .toSorted()
    .map((key) => key + query[key])
    .join("");
  const text = secret + path + pairs + rawBody + secret;
  return createHmac("sha256", secret).update(text, "utf8").digest("hex");
}

/** A shop with one authorised seller of a region and a webhook receiver. */
export async function openHarness(
  region = "GB",
  switches: Partial<Switches> = {},
  webhookUrl?: string,
): Promise<Harness> {
  const storage = memoryStorage();
  const clock = worldClock(storage, () => START_MS);
  const received: Received[] = [];
  const replies: number[] = [];
  const deliver = async (request: Request) => {
    const authorization = request.headers.get("authorization") ?? "";
    received.push({ url: request.url, authorization, body: await request.text() });
    return new Response("", { status: replies.shift() ?? 200 });
  };
  const shop = createTikTokShop({
    storage,
    clock,
    appKey: APP_KEY,
    appSecret: APP_SECRET,
    serviceId: "7400000000000000001",
    redirectUrl: "https://app.test/oauth/callback",
    origin: ORIGIN,
    deliver,
    switches,
    ...(webhookUrl ? { webhookUrl } : {}),
  });
  shop.seed({ sellers: [{ name: "Seller", label: "Seller", regions: [region] }] });
  const [first] = shop.shops();
  if (!first) throw new Error("the seed planted no shop");
  const harness: Harness = {
    shop,
    storage,
    clock,
    received,
    replies,
    token: await redeem(shop, shop.authorize(first.id)),
    cipher: first.cipher,
    shopId: first.id,
    lastUrl: "",
    call: (method, path, options) => call(harness, method, path, options),
  };
  return harness;
}

/** Trades a code at the token host. */
export async function redeem(shop: TikTokShop, code: string): Promise<string> {
  const query = new URLSearchParams({
    app_key: APP_KEY,
    app_secret: APP_SECRET,
    auth_code: code,
    grant_type: "authorized_code",
  });
  const url = `https://auth.tiktok-shops.com/api/v2/token/get?${query}`;
  const answer = (await (await shop.fetch(new Request(url))).json()) as {
    data: { access_token: string };
  };
  return answer.data.access_token;
}

async function call(
  harness: Harness,
  method: string,
  path: string,
  options: CallOptions = {},
): Promise<Answer> {
  const query: Record<string, string> = { ...options.query };
  if (options.appKey !== null) query["app_key"] = options.appKey ?? APP_KEY;
  if (options.timestamp !== null)
    query["timestamp"] = options.timestamp ?? String(Math.floor(START_MS / 1000));
  if (options.cipher !== null) query["shop_cipher"] = options.cipher ?? harness.cipher;
  const rawBody =
    options.rawBody ?? (options.body === undefined ? "" : JSON.stringify(options.body));
  if (options.sign !== null)
    query["sign"] =
      options.sign ?? sign(options.secret ?? APP_SECRET, path, query, options.form ? "" : rawBody);
  const headers = new Headers();
  if (options.token !== null) headers.set("x-tts-access-token", options.token ?? harness.token);
  if (!options.form) headers.set("content-type", "application/json");
  const body = options.form ?? (rawBody === "" ? undefined : rawBody);
  const url = `https://open-api.tiktokglobalshop.com${path}?${new URLSearchParams(query)}`;
  harness.lastUrl = url;
  const init: RequestInit = { method, headers };
  if (body !== undefined) init.body = body;
  if (options.signal) init.signal = options.signal;
  const response = await harness.shop.fetch(new Request(url, init));
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json") ?? false;
  const parsed = isJson ? (JSON.parse(text) as Partial<Answer>) : {};
  return {
    status: response.status,
    code: parsed.code ?? -1,
    message: parsed.message ?? "",
    data: parsed.data ?? {},
    text,
  };
}

/** The first bytes of a PNG of a size, padded to a length. */
export function pngBytes(width: number, height: number, length = 64): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

/** Uploads a picture; the whole answer is returned. */
export function uploadImage(
  harness: Harness,
  bytes: Uint8Array<ArrayBuffer>,
  useCase?: string,
): Promise<Answer> {
  const form = new FormData();
  form.set("data", new Blob([bytes]), "picture.png");
  if (useCase) form.set("use_case", useCase);
  return harness.call("POST", "/product/202309/images/upload", { form, cipher: null });
}

/** The id of a leaf category by its name path, e.g. "Menswear > Tops > T-shirts". */
export async function leafId(harness: Harness, ...names: string[]): Promise<string> {
  const answer = await harness.call("GET", "/product/202309/categories", {
    query: { category_version: "v2", include_prohibited_categories: "true" },
  });
  const rows = answer.data["categories"] as { id: string; parent_id: string; local_name: string }[];
  let found = rows.filter((row) => row.local_name === names[0]);
  for (const name of names.slice(1))
    found = rows.filter(
      (row) => row.local_name === name && found.some((above) => above.id === row.parent_id),
    );
  const [leaf] = found;
  if (!leaf) throw new Error(`no category ${names.join(" > ")}`);
  return leaf.id;
}

/** The sales warehouse of the harness's shop. */
export async function salesWarehouse(harness: Harness): Promise<string> {
  const answer = await harness.call("GET", "/logistics/202309/warehouses");
  const rows = answer.data["warehouses"] as { id: string; type: string }[];
  return rows.find((row) => row.type === "SALES_WAREHOUSE")?.id ?? "";
}

/** A body that passes every check of a GB shop; `change` replaces fields. */
export async function mugBody(
  harness: Harness,
  change: Record<string, unknown> = {},
): Promise<Record<string, unknown>> {
  const image = await uploadImage(harness, pngBytes(800, 800), "MAIN_IMAGE");
  return {
    save_mode: "LISTING",
    title: "Stoneware coffee mug with a glazed rim",
    description: "<p>A mug of 300 ml, fired twice.</p>",
    category_id: await leafId(harness, "Kitchen & Dining", "Drinkware", "Mugs"),
    category_version: "v2",
    main_images: [{ uri: image.data["uri"] }],
    package_weight: { value: "0.45", unit: "KILOGRAM" },
    package_dimensions: { length: "12", width: "10", height: "11", unit: "CENTIMETER" },
    skus: [
      {
        seller_sku: "MUG-1",
        price: { amount: "12.50", currency: "GBP" },
        inventory: [{ warehouse_id: await salesWarehouse(harness), quantity: 20 }],
      },
    ],
    ...change,
  };
}

/** A live product with its ids. */
export async function liveMug(
  harness: Harness,
  change: Record<string, unknown> = {},
): Promise<{ productId: string; skuId: string }> {
  const created = await harness.call("POST", "/product/202309/products", {
    body: await mugBody(harness, change),
  });
  if (created.code !== 0) throw new Error(`create answered ${created.code} ${created.message}`);
  const productId = String(created.data["product_id"]);
  harness.shop.reviewProduct(productId, "APPROVED");
  const [sku] = created.data["skus"] as { id: string }[];
  return { productId, skuId: sku?.id ?? "" };
}
