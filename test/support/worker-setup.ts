import { applyD1Migrations } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach } from "vitest";
import { forbidUnknownHosts, removeNetwork } from "./simulated-world";

removeNetwork();

beforeEach(async () => {
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
  // What one test tried is not counted for the next one.
  await env.DB.exec("DELETE FROM login_failure");
  forbidUnknownHosts();
});
