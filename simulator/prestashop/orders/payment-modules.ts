import type { Shop } from "../shop";

const BROUGHT_ALONG = ["ps_checkpayment", "ps_wirepayment", "ps_cashondelivery"];
const collection = (shop: Shop) => `${shop.prefix}payment_modules`;

/** Names of the installed modules that may take a payment; an order names one of them. */
export const paymentModules = (shop: Shop): string[] =>
  shop.storage.get<string[]>(collection(shop), "names") ?? BROUGHT_ALONG;

export function setPaymentModules(shop: Shop, names: string[]): void {
  shop.storage.put(collection(shop), "names", names);
}
