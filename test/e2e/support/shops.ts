/**
 * The simulated shops as a test sees them from outside: what they hold, how they are disturbed, and
 * the webservice a shop owner's tools would use. It knows nothing of Weft.
 */
import { controls } from "../../../scripts/seed.mjs";
import type { Stack } from "./stack";

export interface Fault {
  side: "tiktok-shop" | "prestashop";
  kind: "status" | "timeout" | "html" | "delay" | "token-expired" | "token-revoked" | "rate-limit";
  method?: string;
  /** A regular expression on path and query. */
  path?: string;
  when?: "before" | "after";
  status?: number;
  holdMs?: number;
  retryAfterSeconds?: number;
  times?: number;
}

interface StoreOrder {
  id: string;
  values: Record<string, string>;
}

export interface ShopsState {
  shops: { id: string; region: string }[];
  products: { id: string; title: string; status: string }[];
  skus: { id: string; productId: string; priceMinor: number; stock: { available: number }[] }[];
  orders: { id: string; status: string; payment: { total_amount: string } }[];
  deliveries: { notificationId: string; topic: string; body: string; state: string }[];
  faults: { id: string; kind: string; times: number }[];
  prestashop8: { orders: StoreOrder[] };
}

/** A request that reached the PrestaShop. */
export interface StoreCall {
  method: string;
  path: string;
  status: number;
  /** What the module was asked for. */
  moduleCall?: string;
}

export type Shops = ReturnType<typeof openShops>;

export function openShops({ simulatorUrl }: Stack) {
  const control = controls(simulatorUrl);
  const storeUrl = `${simulatorUrl}/prestashop-8`;
  return {
    storeUrl,
    plant: (...faults: Fault[]): Promise<unknown> => control("POST", "/faults", faults),
    clearFaults: (): Promise<unknown> => control("DELETE", "/faults"),
    disturbWebhooks: (mode: "normal" | "drop" | "duplicate"): Promise<unknown> =>
      control("POST", "/webhooks", { mode }),
    state: (): Promise<ShopsState> => control("GET", "/state"),
    /** What the PrestaShops were asked since the last `forgetCalls`, oldest first. */
    storeCalls: async (): Promise<StoreCall[]> =>
      (await control("GET", "/calls?side=prestashop")).calls,
    forgetCalls: (): Promise<unknown> => control("DELETE", "/calls"),
    /** The seller ends the app's permission. */
    revoke: (shopId: string): Promise<unknown> => control("POST", `/shops/${shopId}/revoke`),
    /** One call of the webservice; throws with what the shop said. */
    async webservice(key: string, method: string, path: string, xml?: string): Promise<string> {
      const response = await fetch(`${storeUrl}/api/${path}`, {
        method,
        headers: { authorization: `Basic ${btoa(`${key}:`)}`, "content-type": "application/xml" },
        ...(xml === undefined ? {} : { body: `<prestashop>${xml}</prestashop>` }),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
      return text;
    },
    /** A form of the back office, sent as its page would. */
    async backOffice(page: string, fields: Record<string, string> | [string, string][]) {
      const response = await fetch(`${storeUrl}/admin/${page}`, {
        method: "POST",
        redirect: "manual",
        headers: { "content-type": "application/x-www-form-urlencoded", origin: simulatorUrl },
        body: new URLSearchParams(fields),
      });
      if (response.status >= 400) throw new Error(`back office ${page}: ${response.status}`);
    },
  };
}
