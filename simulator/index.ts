// The simulator as a Worker: one Durable Object is the world, so that it survives a restart and
// every request is one atomic step. This file routes, ticks and sets the alarm.
import { DurableObject } from "cloudflare:workers";
import { answerControl } from "./control";
import { worldClock } from "./clock";
import { ConnectionRefused } from "./prestashop/host";
import { sqlStorage } from "./storage";
import { html, page } from "./tiktok-shop/pages/layout";
import { createWorld, type World as SimulatedWorld } from "./world";

interface SimulatorEnv {
  WORLD: DurableObjectNamespace<World>;
  ORIGIN: string;
  APP_KEY: string;
  APP_SECRET: string;
  SERVICE_ID: string;
  REDIRECT_URL: string;
  WEBHOOK_URL: string;
  WEBSERVICE_KEY: string;
}

const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);
/** The longest wait of an alarm: the control API may move the clock meanwhile. */
const ALARM_MS = 60_000;

function indexPage(): Response {
  const links = [
    { href: "/seller-center", label: "TikTok Shop: Seller Center" },
    { href: "/prestashop-17/admin", label: "PrestaShop 1.7.8: back office" },
    { href: "/prestashop-8/admin", label: "PrestaShop 8.2.1: back office" },
    { href: "/prestashop-9/admin", label: "PrestaShop 9.1.4: back office" },
  ].map(({ href, label }) => html`<li><a href="${href}">${label}</a></li>`);
  const header = html`<header><strong>Simulated shops</strong></header>`;
  return page(
    "Simulated shops",
    header,
    html`<h1>Where to?</h1>
      <ul>
        ${links}
      </ul>`,
  );
}

/** The answer for a host that is down, as a proxy in front of it gives. */
function refused(error: unknown): Response {
  if (error instanceof ConnectionRefused)
    return new Response("Web server is down", { status: 521 });
  throw error;
}

/** The world of the simulated shops, stored in SQLite. */
export class World extends DurableObject<SimulatorEnv> {
  readonly #world: SimulatedWorld;

  constructor(state: DurableObjectState, env: SimulatorEnv) {
    super(state, env);
    const storage = sqlStorage(state.storage.sql);
    this.#world = createWorld({
      storage,
      clock: worldClock(storage),
      origin: env.ORIGIN,
      appKey: env.APP_KEY,
      appSecret: env.APP_SECRET,
      serviceId: env.SERVICE_ID,
      redirectUrl: env.REDIRECT_URL,
      webserviceKey: env.WEBSERVICE_KEY,
      deliver: (request) => fetch(request),
      ...(env.WEBHOOK_URL ? { webhookUrl: env.WEBHOOK_URL } : {}),
    });
  }

  override async fetch(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const control = url.pathname.startsWith("/control/");
    const response = control
      ? await answerControl(this.#world, request)
      : await this.#world.fetch(request).catch(refused);
    this.ctx.waitUntil(this.#advance());
    return response;
  }

  override alarm(): Promise<void> {
    return this.#advance();
  }

  async #advance(): Promise<void> {
    try {
      await this.#world.tick();
    } finally {
      const due = this.#world.nextDueAt();
      const wait = due === undefined ? ALARM_MS : due - this.#world.clock.now();
      await this.ctx.storage.setAlarm(Date.now() + Math.min(ALARM_MS, Math.max(250, wait)));
    }
  }
}

export default {
  async fetch(request, env) {
    const url = new URL(request.url);
    if (url.pathname === "/") return indexPage();
    if (url.pathname.startsWith("/control/") && !LOOPBACK.has(url.hostname))
      return new Response("The control API answers loopback callers only.", { status: 403 });
    return env.WORLD.getByName("world").fetch(request);
  },
} satisfies ExportedHandler<SimulatorEnv>;
