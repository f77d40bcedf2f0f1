/** Secrets are not in wrangler.toml, so the generated types do not know them. */
declare namespace Cloudflare {
  interface Env {
    AUTH_SECRET?: string;
    SEALING_KEYS?: string;
    TIKTOK_APP_KEY?: string;
    TIKTOK_APP_SECRET?: string;
    TIKTOK_SERVICE_ID?: string;
  }
}
