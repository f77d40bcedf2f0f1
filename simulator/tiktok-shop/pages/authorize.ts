import type { Context } from "../context";
import { shopsOf, type Seller } from "../shops/shop";
import { grantCode } from "../tokens/authorization";
import { html, page, type Html } from "./layout";

const HEADER = html`<header>
  <strong>TikTok Shop</strong><span class="dim">Simulated authorization</span>
</header>`;

function choice(context: Context, seller: Seller, chosen: string | undefined): Html {
  const regions = shopsOf(context, seller.id).map((shop) => shop.region);
  const checked = { html: seller.id === chosen ? " checked" : "" };
  return html`<label class="line"
    ><input type="radio" name="seller" value="${seller.id}" required${checked} /> ${seller.label}
    <small>${seller.name}, ${regions.join(", ")}</small></label
  >`;
}

function form(context: Context, url: URL, problem?: string, chosen?: string): Response {
  const sellers = context.storage.list<Seller>("tts:seller");
  const note = problem ? html`<p class="note" role="alert">${problem}</p>` : undefined;
  return page(
    "Authorize an app",
    HEADER,
    html`<h1>Authorize an app to manage your shop</h1>
      ${note}
      <p>The app asks to read and change products, stock, prices, orders and shipments.</p>
      <form class="stack" method="post" action="${url.pathname + url.search}">
        <fieldset>
          <legend>Where do you sell?</legend>
          ${sellers.map((seller) => choice(context, seller, chosen))}
        </fieldset>
        <label class="line"
          ><input type="checkbox" name="terms" value="yes" /> I agree to the terms of service and
          the data sharing agreement</label
        >
        <div>
          <button name="decision" value="authorize">Authorize</button>
          <button name="decision" value="refuse" formnovalidate>Refuse</button>
        </div>
      </form>`,
    problem ? 422 : 200,
  );
}

/** Redirects to the app; the state is passed on when there was one. */
function back(context: Context, url: URL, values: Readonly<Record<string, string>>): Response {
  const target = new URL(context.settings().redirectUrl);
  for (const [name, value] of Object.entries(values)) target.searchParams.set(name, value);
  const state = url.searchParams.get("state");
  if (state !== null) target.searchParams.set("state", state);
  return new Response(null, { status: 302, headers: { location: target.href } });
}

const knowsApp = (context: Context, url: URL): boolean => {
  const { serviceId, appKey } = context.settings();
  return url.pathname === "/oauth/authorize"
    ? url.searchParams.get("app_key") === appKey
    : url.searchParams.get("service_id") === serviceId;
};

/** The page where a seller grants an app access, or refuses. */
export async function answerAuthorizePage(context: Context, request: Request): Promise<Response> {
  const url = new URL(request.url);
  if (!knowsApp(context, url))
    return page(
      "Unknown app",
      HEADER,
      html`<h1>This app does not exist</h1>
        <p>The link carries a service id that is not known.</p>`,
      404,
    );
  if (request.method !== "POST") return form(context, url);
  const given = await request.formData();
  if (given.get("decision") === "refuse")
    return back(context, url, { code: "null", error: "auth_denied" });
  const seller = context.storage.get<Seller>("tts:seller", String(given.get("seller") ?? ""));
  if (!seller) return form(context, url, "Choose where you sell.");
  if (given.get("terms") !== "yes")
    return form(context, url, "Agree to the terms to go on.", seller.id);
  const { appKey } = context.settings();
  const code = grantCode(context, seller.id);
  return back(context, url, {
    app_key: appKey,
    code,
    locale: "en",
    shop_region: seller.baseRegion,
  });
}
