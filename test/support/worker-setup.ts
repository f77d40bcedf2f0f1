import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll, beforeEach } from "vitest";
import { forbidUnknownHosts, removeNetwork } from "./simulated-world";

removeNetwork();

// Files share one workerd, as starting it takes longer than most of them; what one wrote is gone for the next.
beforeAll(() => reset());

beforeEach(async () => {
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
  // What one test tried is not counted for the next one.
  await env.DB.exec("DELETE FROM login_failure");
  forbidUnknownHosts();
});
