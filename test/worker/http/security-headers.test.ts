import { Hono } from "hono";
import { expect, it } from "vitest";
import type { AppEnv } from "../../../src/http/context";
import { securityHeaders } from "../../../src/http/middleware/security-headers";

/** What a page with this header is answered with. */
async function policyOf(script: string | null) {
  const app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    c.set("services", { settings: {} } as AppEnv["Variables"]["services"]);
    c.set("requestId", "r1");
    await next();
  });
  app.use(securityHeaders);
  app.get("/", (c) => c.html("<p>", 200, script ? { "x-script": script } : {}));
  const { headers } = await app.request("/");
  return { policy: headers.get("content-security-policy"), kept: headers.get("x-script") };
}

const HASH = `sha256-${"aB3+/".repeat(8)}abc=`;

it("the policy of a page allows the one script that the build wrote into it, and tells its hash nowhere else", async () => {
  const { policy, kept } = await policyOf(HASH);
  expect(policy).toContain(`script-src 'self' '${HASH}';`);
  expect(kept).toBeNull();
});

it.each([null, "unsafe-inline", `${HASH}' 'unsafe-inline`, "sha256-short="])(
  "no other script is allowed: %s",
  async (script) => {
    const { policy } = await policyOf(script);
    expect(policy).not.toContain("script-src");
    expect(policy).toContain("default-src 'self'");
  },
);
