/** Starts the bundle of a dry run in workerd, as Cloudflare would, with bindings kept in memory. */
import { join } from "node:path";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { unstable_getMiniflareWorkerOptions as optionsOf } from "wrangler";

/** Settings that `npm run deploy` stores as secrets. */
export const SECRETS = {
  AUTH_SECRET: "a-secret-for-this-check-only-0123456789",
  SEALING_KEYS: JSON.stringify({ 1: Buffer.alloc(32).toString("base64") }),
  TIKTOK_APP_KEY: "6testapp01",
  TIKTOK_APP_SECRET: "0123456789abcdef",
  TIKTOK_SERVICE_ID: "7000000000000000001",
};
const UNAUTHENTICATED = '{"error":{"code":"auth.unauthenticated","facts":{}}}';
const MISSING_SECRET = "AUTH_SECRET: Invalid input: expected string, received undefined";

/**
 * Throws when the bundle cannot start, refuse a request without a session, or name a setting that
 * is missing. `config` is the wrangler.toml it was made from, `folder` where the dry run put it.
 */
export async function startBundle(config, folder) {
  const refused = await ask(config, folder, SECRETS);
  if (refused.status !== 401 || refused.body !== UNAUTHENTICATED)
    throw new Error(`the bundle answered /api/me with ${refused.status}: ${refused.body}`);
  const unset = await ask(config, folder, {});
  if (!unset.body.includes(MISSING_SECRET))
    throw new Error(`the bundle does not name a missing setting: ${unset.body}`);
}

async function ask(config, folder, secrets) {
  const { workerOptions } = optionsOf(config);
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      ...workerOptions,
      name: "weft",
      cf: false,
      bindings: Object.assign({}, workerOptions.bindings, secrets),
      modules: [{ type: "ESModule", path: join(folder, "index.js") }],
    }),
  );
  try {
    const response = await miniflare.dispatchFetch("https://weft.example/api/me");
    return { status: response.status, body: await response.text() };
  } finally {
    await miniflare.dispose();
  }
}
