import type { Store } from "../store";

const BROUGHT_ALONG = ["ps_checkpayment", "ps_wirepayment", "ps_cashondelivery"];
const collection = (store: Store) => `${store.prefix}payment_modules`;

/** Names of the installed modules that may take a payment; an order names one of them. */
export const paymentModules = (store: Store): string[] =>
  store.storage.get<string[]>(collection(store), "names") ?? BROUGHT_ALONG;

export function setPaymentModules(store: Store, names: string[]): void {
  store.storage.put(collection(store), "names", names);
}
