/// <reference types="vite/types/importMeta.d.ts" />
import * as z from "zod";
import { tiktokShop } from "../../../src/platforms/tiktok-shop/manifest";
import { createTikTokShop, type TikTokShop } from "../../../simulator/tiktok-shop/tiktok-shop";
import { worldClock } from "../../../simulator/clock";
import { memoryStorage } from "../../../simulator/storage";
import type { ChannelSession } from "../../../src/platforms/channel";
import type { PlatformDeps } from "../../../src/platforms/deps";
import type { ChannelHarness } from "../channel/channel-harness";
import { request, type Session } from "../../../src/platforms/tiktok-shop/request";
import { app, NOW } from "./wire";
import { RESTING_DEPS } from "../../support/platform-deps";

const pictures = import.meta.glob<string>("../../golden/prestashop/images/product-1-image-1.jpg", {
  eager: true,
  import: "default",
  query: "?inline",
});

const EU = new Set(["DE", "FR"]);
const CURRENCIES: Readonly<Record<string, string>> = { GB: "GBP", US: "USD", DE: "EUR" };

/** A freshly authorised shop of the simulated TikTok Shop in one market, seen through the client. */
export async function openTikTokHarness(region: string) {
  const storage = memoryStorage();
  const clock = worldClock(storage, () => NOW);
  const delivered: Request[] = [];
  const slept: number[] = [];
  const shop = createTikTokShop({
    storage,
    clock,
    appKey: app.appKey,
    appSecret: app.appSecret,
    serviceId: app.serviceId,
    redirectUrl: "https://weft.example/oauth/tiktok-shop",
    origin: app.apiBase,
    deliver: async (request) => {
      delivered.push(request);
      return new Response(null);
    },
  });
  shop.seed();
  let losing: string | undefined;
  const deps: PlatformDeps = {
    ...RESTING_DEPS,
    fetch: async (request) => {
      const response = await shop.fetch(request);
      if (losing !== "" && losing !== request.method) return response;
      losing = undefined;
      throw new TypeError("connection reset");
    },
    now: () => NOW,
    sleep: async (ms) => void slept.push(ms),
  };
  const target = shop.shops().find((row) => row.region === region);
  if (!target) throw new Error(`no simulated shop in ${region}`);
  const tokens = await tiktokShop.exchangeCode(app, shop.authorize(target.id), deps);
  const session = tiktokShop.open(app, tokens.accessToken, target, deps);
  const raw: Session = { app, accessToken: tokens.accessToken, shop: target, deps };
  const channel: ChannelHarness = {
    session,
    partialFields: tiktokShop.partialFields,
    currency: CURRENCIES[region] ?? "",
    picture: readPicture(),
    certifiedTitle: "Teddy Bears for everyday use",
    ...(EU.has(region)
      ? {
          parties: await registerParties(session),
        }
      : {}),
    advance: async (ms) => {
      clock.advance(ms);
      await shop.tick();
    },
    placeOrder: async (sellerSku, quantity, stage, shippingBy = "seller") =>
      shop.placeOrder({
        shopId: target.id,
        lines: [{ sellerSku, quantity }],
        status: stage === "paid" ? "AWAITING_SHIPMENT" : "UNPAID",
        shippingType: shippingBy === "channel" ? "TIKTOK" : "SELLER",
        shippingFee: "3.49",
        discounts: { seller: "1.00", platform: "0.50" },
      }),
    addVariant: (channelProductId, sellerSku) =>
      addVariant(raw, shop, { channelProductId, sellerSku }),
    loseNextAnswer: (method = "") => {
      losing = method;
    },
  };
  return { channel, shop, storage, deps, tokens, target, delivered, slept };
}

/** The bundler inlines the picture as a data URL; no request goes out for it. */
function readPicture(): Uint8Array {
  const [inline = ""] = Object.values(pictures);
  return Uint8Array.from(atob(inline.split(",")[1] ?? ""), (letter) => letter.charCodeAt(0));
}

/** What EU product safety asks for; a seller does this once. */
async function registerParties(session: ChannelSession): Promise<ChannelHarness["parties"]> {
  const common = {
    name: "Tassen GmbH",
    email: "safety@tassen.example",
    phone: { countryCode: "+49", localNumber: "15550142233" },
  };
  const address = "Hafenweg 7, 20457 Hamburg";
  const maker = await session.createManufacturer({ ...common, address });
  const home = { street: "Hafenweg 7, Hamburg", postcode: "20457", country: "DE" };
  const person = await session.createResponsiblePerson({ ...common, address: home });
  return { manufacturerIds: [maker.id], responsiblePersonIds: [person.id] };
}

const Detail = z.object({
  skus: z.array(
    z.looseObject({
      id: z.string(),
      sales_attributes: z.array(z.looseObject({ name: z.string(), value_name: z.string() })),
      inventory: z.array(z.object({ warehouse_id: z.string(), quantity: z.number() })),
      price: z.object({ currency: z.string(), sale_price: z.string() }),
    }),
  ),
});

/** What a seller does in Seller Center: a further value of the options, and its approval. */
async function addVariant(
  session: Session,
  shop: Pick<TikTokShop, "reviewProduct">,
  { channelProductId: id, sellerSku }: { channelProductId: string; sellerSku: string },
): Promise<string> {
  const path = `/product/202309/products/${id}`;
  const { skus } = await request(session, { method: "GET", path }, Detail);
  const [model] = skus;
  if (!model) throw new Error("a listing has SKUs");
  const { price, inventory } = model;
  const options = (value: string) =>
    model.sales_attributes.map(({ name }) => ({ name, value_name: value }));
  const kept = skus.map(({ id: skuId, sales_attributes, seller_sku, external_sku_id }) => ({
    id: skuId,
    seller_sku,
    external_sku_id,
    sales_attributes: sales_attributes.map(({ name, value_name }) => ({ name, value_name })),
  }));
  const added = {
    seller_sku: sellerSku,
    sales_attributes: options(sellerSku),
    price: { currency: price.currency, amount: price.sale_price },
    inventory,
    external_urls: ["https://other.example/by-hand"],
  };
  const answer = await request(
    session,
    { method: "POST", path: `${path}/partial_edit`, body: { skus: [...kept, added] } },
    z.object({ skus: z.array(z.object({ id: z.string(), seller_sku: z.string() })) }),
  );
  shop.reviewProduct(id, "APPROVED");
  return answer.skus.find(({ seller_sku }) => seller_sku === sellerSku)?.id ?? "";
}
