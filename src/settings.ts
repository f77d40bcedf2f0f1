import * as z from "zod";
import type { ChannelApp } from "./platforms/channel";

const flag = z.enum(["true", "false"]).transform((text) => text === "true");
const httpUrl = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/$/, ""));

/** Vars and secrets as `wrangler.toml` and `wrangler secret` provide them. */
const Vars = z.object({
  PUBLIC_URL: httpUrl,
  AUTH_SECRET: z.string().min(32),
  /** JSON of versioned keys, newest last: {"1":"<base64 of 32 bytes>"} */
  SEALING_KEYS: z.string().min(10),
  TIKTOK_APP_KEY: z.string().min(1),
  TIKTOK_APP_SECRET: z.string().min(1),
  TIKTOK_SERVICE_ID: z.string().min(1),
  TIKTOK_API_BASE: httpUrl,
  TIKTOK_AUTH_BASE: httpUrl,
  TIKTOK_AUTHORIZE_US: httpUrl,
  TIKTOK_AUTHORIZE_GLOBAL: httpUrl,
  ALLOW_LOCAL_SHOPS: flag.default(false),
  DEVELOPMENT: flag.default(false),
  SIMULATOR_URL: z.string().default(""),
  MAIL_FROM: z.string().default(""),
  /** Where weaknesses are reported: an address of mail or of a page. */
  SECURITY_CONTACT: z.string().default(""),
  HTTP_TIMEOUT_MS: z.coerce.number().int().positive().default(20_000),
  /** How often orders are polled and stock is scanned without any event. */
  ORDER_POLL_SECONDS: z.coerce.number().int().positive().default(120),
  // Less than the five minutes that are promised: the scan and what it sends take some seconds.
  STOCK_SCAN_SECONDS: z.coerce.number().int().positive().default(270),
  MODULE_SCAN_SECONDS: z.coerce.number().int().positive().default(60),
  PRODUCT_SCAN_SECONDS: z.coerce.number().int().positive().default(60),
  /** What a new connection may ask of its store; the merchant may change it. */
  STORE_REQUESTS_PER_MINUTE: z.coerce.number().int().min(30).max(600).default(60),
  SHIPMENT_SCAN_SECONDS: z.coerce.number().int().positive().default(300),
  /** Connections an account may hold. */
  MAX_CONNECTIONS: z.coerce.number().int().positive().default(50),
});

/** What the code reads of the environment; durations are milliseconds. */
export type Settings = ReturnType<typeof readSettings>;

/** Parses the environment once; a missing or malformed value is named in the error. */
export function readSettings(env: Record<string, unknown>) {
  const parsed = Vars.safeParse(env);
  if (!parsed.success) {
    const names = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`Weft cannot start, these settings are missing or wrong: ${names.join("; ")}`);
  }
  const vars = parsed.data;
  if (vars.DEVELOPMENT && vars.PUBLIC_URL.startsWith("https:"))
    throw new Error(
      "Weft cannot start: DEVELOPMENT shows mails and known passwords to everybody, so PUBLIC_URL must not be an https address with it",
    );
  return {
    publicUrl: vars.PUBLIC_URL,
    authSecret: vars.AUTH_SECRET,
    sealingKeys: withNewerKeys(vars.SEALING_KEYS, env),
    channelApp: {
      appKey: vars.TIKTOK_APP_KEY,
      appSecret: vars.TIKTOK_APP_SECRET,
      serviceId: vars.TIKTOK_SERVICE_ID,
      apiBase: vars.TIKTOK_API_BASE,
      authBase: vars.TIKTOK_AUTH_BASE,
      authorizeUrls: { us: vars.TIKTOK_AUTHORIZE_US, global: vars.TIKTOK_AUTHORIZE_GLOBAL },
    } satisfies ChannelApp,
    allowLocalStores: vars.ALLOW_LOCAL_SHOPS,
    isDevelopment: vars.DEVELOPMENT,
    simulatorUrl: vars.SIMULATOR_URL,
    mailFrom: vars.MAIL_FROM,
    securityContact: vars.SECURITY_CONTACT || vars.MAIL_FROM,
    httpTimeoutMs: vars.HTTP_TIMEOUT_MS,
    orderPollMs: vars.ORDER_POLL_SECONDS * 1000,
    stockScanMs: vars.STOCK_SCAN_SECONDS * 1000,
    moduleScanMs: vars.MODULE_SCAN_SECONDS * 1000,
    productScanMs: vars.PRODUCT_SCAN_SECONDS * 1000,
    storeRequestsPerMinute: vars.STORE_REQUESTS_PER_MINUTE,
    shipmentScanMs: vars.SHIPMENT_SCAN_SECONDS * 1000,
    maxConnections: vars.MAX_CONNECTIONS,
  };
}

/**
 * The keys as one JSON text: those of SEALING_KEYS, and of `SEALING_KEY_<version>` each one more. A secret
 * of a deployment cannot be read back, so a new key must not need the older ones.
 */
function withNewerKeys(keysJson: string, env: Record<string, unknown>): string {
  const newer = Object.entries(env).flatMap(([name, value]) => {
    const version = /^SEALING_KEY_(\d+)$/.exec(name)?.[1];
    return version && typeof value === "string" ? [[version, value] as const] : [];
  });
  if (newer.length === 0) return keysJson;
  return JSON.stringify({ ...(JSON.parse(keysJson) as object), ...Object.fromEntries(newer) });
}
