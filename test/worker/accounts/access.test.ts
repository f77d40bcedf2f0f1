/**
 * Who may call what: every route that exists, by every kind of caller. The tables are written from the
 * requirements (R281, R282, R286, R287) and not derived from the contract, so that a need that is
 * declared wrong is seen here.
 */
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import type { RouteKey } from "../../../src/contract/contract";
import { splitKey } from "../../../src/contract/route-key";
import {
  signUp,
  setupHttp,
  connectionWithStore,
  type HttpHarness,
  type Person,
} from "../../support/http-harness";

/** anyone: also without a session. signedIn: also whoever belongs to no account. member: whoever belongs to the account. owner: owners of it alone. */
type Expected = "anyone" | "signedIn" | "member" | "owner";

const BY_CONTRACT: Record<RouteKey, Expected> = {
  "GET /api/outbox": "anyone",
  "GET /api/me": "member",
  "DELETE /api/me": "signedIn",
  "GET /api/me/proof": "signedIn",
  "POST /api/me/proof": "signedIn",
  "GET /api/me/security": "signedIn",
  "DELETE /api/me/sessions/:sessionId": "signedIn",
  "POST /api/me/sessions/end-others": "signedIn",
  "POST /api/me/second-factor": "signedIn",
  "POST /api/me/second-factor/confirm": "signedIn",
  "DELETE /api/me/second-factor": "signedIn",
  "GET /api/account": "member",
  "PATCH /api/account/settings": "owner",
  "POST /api/account": "signedIn",
  "DELETE /api/account": "owner",
  "GET /api/markets": "member",
  "GET /api/activity": "member",
  "GET /api/people": "member",
  "POST /api/people/invitations": "owner",
  "DELETE /api/people/invitations/:invitationId": "owner",
  "PATCH /api/people/:userId": "owner",
  "DELETE /api/people/:userId": "owner",
  "POST /api/people/leave": "member",
  "POST /api/invitations/read": "anyone",
  "POST /api/invitations/accept": "signedIn",
  "GET /api/connections": "member",
  "POST /api/connections": "member",
  "GET /api/connections/:id": "member",
  "PATCH /api/connections/:id": "member",
  "PATCH /api/connections/:id/settings": "member",
  "DELETE /api/connections/:id": "member",
  "GET /api/connections/:id/traffic": "member",
  "PUT /api/connections/:id/source": "member",
  "POST /api/connections/:id/pairing": "member",
  "POST /api/connections/:id/store-move": "member",
  "POST /api/connections/:id/webhook-secret": "member",
  "POST /api/connections/:id/rotate-secret": "member",
  "POST /api/connections/:id/authorize": "member",
  "GET /api/connections/:id/shops": "member",
  "POST /api/connections/:id/shop": "member",
  "GET /api/connections/:id/carriers": "member",
  "GET /api/connections/:id/reading-choices": "member",
  "GET /api/connections/:id/order-states": "member",
  "GET /api/connections/:id/check": "member",
  "POST /api/connections/:id/check": "member",
  "POST /api/connections/:id/check/repair": "member",
  "GET /api/connections/:id/export": "member",
  "GET /api/report-key": "anyone",
  "GET /api/connections/:id/reports": "member",
  "POST /api/connections/:id/reports": "member",
  "GET /api/connections/:id/reports/:reportId": "member",
  "GET /api/connections/:id/journal": "member",
  "GET /api/connections/:id/replay": "member",
  "POST /api/connections/:id/replay": "member",
  "GET /api/connections/:id/home": "member",
  "GET /api/connections/:id/attention": "member",
  "GET /api/connections/:id/pulse": "member",
  "GET /api/connections/:id/activity": "member",
  "GET /api/connections/:id/products": "member",
  "GET /api/connections/:id/products/:productId": "member",
  "POST /api/connections/:id/selection-count": "member",
  "POST /api/connections/:id/pull": "member",
  "POST /api/connections/:id/repull": "member",
  "PUT /api/connections/:id/products/:productId/category": "member",
  "GET /api/connections/:id/products/:productId/requirements": "member",
  "GET /api/connections/:id/products/:productId/differences": "member",
  "PATCH /api/connections/:id/products/:productId/details": "member",
  "PUT /api/connections/:id/products/:productId/rules": "member",
  "PUT /api/connections/:id/products/:productId/low-stock": "member",
  "PUT /api/connections/:id/products/:productId/price-rule": "member",
  "PUT /api/connections/:id/products/:productId/stock-rule": "member",
  "GET /api/connections/:id/channel-categories/:categoryId/stock-rule": "member",
  "PUT /api/connections/:id/channel-categories/:categoryId/stock-rule": "member",
  "POST /api/connections/:id/price-preview": "member",
  "PUT /api/connections/:id/products/:productId/size-chart": "member",
  "POST /api/connections/:id/push": "member",
  "POST /api/connections/:id/update": "member",
  "POST /api/connections/:id/listing-state": "member",
  "POST /api/connections/:id/refresh-listings": "member",
  "POST /api/connections/:id/unmapped-listings/find": "member",
  "GET /api/connections/:id/unmapped-listings": "member",
  "POST /api/connections/:id/unmapped-listings/read": "member",
  "PUT /api/connections/:id/unmapped-listings/:channelProductId": "member",
  "POST /api/connections/:id/unmapped-listings/hide": "member",
  "POST /api/connections/:id/unmapped-listings/map": "member",
  "POST /api/connections/:id/products/:productId/unmap": "member",
  "GET /api/connections/:id/categories": "member",
  "POST /api/connections/:id/categories/suggest": "member",
  "POST /api/connections/:id/categories/accept": "member",
  "PUT /api/connections/:id/categories/:sourceCategoryId": "member",
  "GET /api/connections/:id/channel-categories": "member",
  "GET /api/connections/:id/channel-categories/:categoryId/sheet": "member",
  "GET /api/connections/:id/channel-categories/:categoryId/sheet/rows": "member",
  "POST /api/connections/:id/channel-categories/:categoryId/sheet/check": "member",
  "POST /api/connections/:id/channel-categories/:categoryId/sheet/apply": "member",
  "GET /api/connections/:id/brands": "member",
  "GET /api/connections/:id/channel-categories/:categoryId/store-texts": "member",
  "POST /api/connections/:id/channel-categories/:categoryId/proposals/accept": "member",
  "GET /api/connections/:id/products/:productId/store-texts": "member",
  "GET /api/connections/:id/channel-categories/:categoryId/demands": "member",
  "PATCH /api/connections/:id/channel-categories/:categoryId/details": "member",
  "PUT /api/connections/:id/channel-categories/:categoryId/field-mapping": "member",
  "POST /api/connections/:id/channel-categories/:categoryId/field-preview": "member",
  "GET /api/connections/:id/channel-categories/:categoryId/mapping-sources": "member",
  "POST /api/connections/:id/certificate-files": "member",
  "POST /api/connections/:id/size-charts": "member",
  "GET /api/connections/:id/parties": "member",
  "POST /api/connections/:id/manufacturers": "member",
  "POST /api/connections/:id/responsible-persons": "member",
  "GET /api/connections/:id/orders": "member",
  "GET /api/connections/:id/dispatch": "member",
  "GET /api/connections/:id/orders/:orderId": "member",
  "POST /api/connections/:id/orders/:orderId/retry": "member",
  "POST /api/connections/:id/orders/:orderId/cancel-request": "member",
  "POST /api/connections/:id/orders/:orderId/hand-over": "member",
  "POST /api/connections/:id/orders/:orderId/parcels": "member",
  "GET /api/connections/:id/orders/:orderId/labels": "member",
  "POST /api/connections/:id/orders/:orderId/acknowledge-refunds": "member",
  "POST /api/connections/:id/orders/:orderId/variant": "member",
  "POST /api/connections/:id/orders/:orderId/forget-buyer": "member",
  "POST /api/connections/:id/orders/archive": "member",
  "GET /api/connections/:id/missed-orders": "member",
  "POST /api/connections/:id/missed-orders": "member",
  "GET /api/connections/:id/oversold": "member",
  "POST /api/connections/:id/oversold/acknowledge": "member",
  "POST /api/connections/:id/oversold/products/:channelProductId/check": "member",
  "POST /api/connections/:id/orders/refresh": "member",
  "GET /api/connections/:id/tasks": "member",
  "GET /api/connections/:id/tasks/:taskId": "member",
  "POST /api/connections/:id/tasks/:taskId/retry": "member",
  "POST /api/connections/:id/tasks/:taskId/confirm": "member",
  "POST /api/connections/:id/tasks/:taskId/cancel": "member",
};

/** What a stranger gets of the routes outside the contract, none of which answers by the account's id. */
const OUTSIDE: Record<
  string,
  { as: Expected | "signed"; stranger: number | "page"; path?: string }
> = {
  "POST /api/auth/sign-in/email": { as: "anyone", stranger: 422 },
  "POST /api/auth/sign-up/email": { as: "anyone", stranger: 422 },
  "POST /api/auth/request-password-reset": { as: "anyone", stranger: 422 },
  "POST /api/auth/reset-password": { as: "anyone", stranger: 422 },
  "POST /api/auth/confirm-email": { as: "anyone", stranger: 400 },
  "POST /api/auth/change-password": { as: "anyone", stranger: 422 },
  "POST /api/auth/sign-out": { as: "anyone", stranger: 200 },
  "GET /api/openapi.json": { as: "anyone", stranger: 200 },
  "GET /downloads/:file{[a-z-]+\\.zip}": {
    as: "anyone",
    stranger: 404,
    path: "/downloads/none.zip",
  },
  // The single page where the pages are built, else nothing.
  "GET /.well-known/security.txt": { as: "anyone", stranger: 404 },
  "GET *": { as: "anyone", stranger: "page", path: "/login" },
  "GET /oauth/tiktok-shop/callback": { as: "member", stranger: 302 },
  "POST /webhooks/source/:connectionId": { as: "signed", stranger: 401 },
  "POST /webhooks/source/:connectionId/pair": { as: "signed", stranger: 401 },
  "POST /webhooks/source/:connectionId/credentials": { as: "signed", stranger: 401 },
  "POST /webhooks/:platform": { as: "signed", stranger: 401, path: "/webhooks/tiktok-shop" },
};

const REFUSALS = ["auth.unauthenticated", "auth.forbidden", "auth.no_account"];
let harness: HttpHarness;
let ownId = "";
let owner: Person, admin: Person, stranger: Person, removed: Person;

const memberOf = (person: Person, set: string) =>
  env.DB.prepare(
    `UPDATE member SET ${set} WHERE user_id = (SELECT id FROM auth_user WHERE email = ?)`,
  )
    .bind(person.email)
    .run();

/** Once for all tests; the tables are made before each. A password takes a second to hash on a busy machine. */
beforeEach(async () => {
  if (ownId) return;
  harness = setupHttp({ isDevelopment: true });
  owner = await signUp(harness, "owner@access.example");
  admin = await signUp(harness, "admin@access.example", "Bob");
  stranger = await signUp(harness, "stranger@access.example", "Eve");
  removed = await signUp(harness, "removed@access.example", "Carl");
  ownId = await connectionWithStore(owner);
  const own = `account_id = (SELECT account_id FROM connection WHERE id = '${ownId}')`;
  await memberOf(admin, `role = 'admin', ${own}`);
  await memberOf(removed, `role = 'owner', removed_at = 1, ${own}`);
}, 60_000);

/** The code a route refuses with; "" where it lets the caller in, whatever it says of the request. */
async function refusalOf(key: string, person: Person | undefined): Promise<string> {
  const { method, path } = splitKey(key);
  const response = await harness.call(path.replace("/:id", `/${ownId}`).replace(/:\w+/g, "1"), {
    method,
    cookie: person?.cookie,
    // No route takes a list, so that none of the calls that are let in changes anything.
    ...(method === "GET" ? {} : { body: "[]" }),
  });
  if (response.ok) {
    await response.body?.cancel();
    return "";
  }
  const { error } = await response.json<{ error: { code: string } }>();
  return [...REFUSALS, "connection.not_found"].includes(error.code) ? error.code : "";
}

async function refusals(person: () => Person | undefined) {
  const found: Record<string, string> = {};
  for (const key of Object.keys(BY_CONTRACT)) found[key] = await refusalOf(key, person());
  return found;
}

/** The table, with the refusal that a caller meets where he has no right. */
const expected = (refusal: (expected: Expected, key: string) => string) =>
  Object.fromEntries(Object.entries(BY_CONTRACT).map(([key, as]) => [key, refusal(as, key)]));

describe("every route of the contract", { timeout: 60_000 }, () => {
  it("lets an owner in", async () => {
    expect(await refusals(() => owner)).toEqual(expected(() => ""));
  });

  it("refuses an admin what is the owner's, and nothing else", async () => {
    expect(await refusals(() => admin)).toEqual(
      expected((as) => (as === "owner" ? "auth.forbidden" : "")),
    );
  });

  it("shows the owner of another account none of this one's connections", async () => {
    expect(await refusals(() => stranger)).toEqual(
      expected((_, key) => (key.includes("/connections/:id") ? "connection.not_found" : "")),
    );
  });

  it("refuses whoever has no session", async () => {
    expect(await refusals(() => undefined)).toEqual(
      expected((as) => (as === "anyone" ? "" : "auth.unauthenticated")),
    );
  });

  it("refuses a removed member, an owner once, whose session still lives", async () => {
    expect(await refusals(() => removed)).toEqual(
      expected((as) => (as === "anyone" || as === "signedIn" ? "" : "auth.no_account")),
    );
  });
});

describe("every route outside the contract", () => {
  it("is one of the table, so that none is open by oversight", () => {
    const registered = harness.app.routes.filter(({ method }) => method !== "ALL");
    const keys = new Set(
      registered.map(({ method, path }) => `${method} ${path.replace("/*", "*")}`),
    );
    expect([...keys].filter((key) => !(key in BY_CONTRACT)).toSorted()).toEqual(
      Object.keys(OUTSIDE).toSorted(),
    );
  });

  it("answers whoever has neither session nor signature as the table says", async () => {
    const found: Record<string, number | "page"> = {};
    for (const [key, { path }] of Object.entries(OUTSIDE)) {
      const { method, path: template } = splitKey(key);
      const response = await harness.call(path ?? template.replace(/:\w+/g, "1"), {
        method,
        ...(method === "GET" ? {} : { body: {} }),
      });
      const isPage = key === "GET *" && [200, 404].includes(response.status);
      found[key] = isPage ? "page" : response.status;
      await response.body?.cancel();
    }
    expect(found).toEqual(
      Object.fromEntries(Object.entries(OUTSIDE).map(([key, row]) => [key, row.stranger])),
    );
  });

  it("brings nobody but a member back from the channel", async () => {
    const back = async (person: Person | undefined) => {
      const path = "/oauth/tiktok-shop/callback?state=unknown&code=1";
      const response = await harness.call(path, { cookie: person?.cookie });
      return response.headers.get("location");
    };
    const refused = "/connections?authorization=state_mismatch";
    expect([await back(undefined), await back(removed)]).toEqual([refused, refused]);
    expect(await back(admin)).not.toBe("");
  });
});
