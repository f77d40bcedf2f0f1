import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import { compose } from "../../src/compose";
import { createApp } from "../../src/http/app";

it("a Worker without one of its settings says which, and what is wrong with it", async () => {
  const bindings = { ...env, AUTH_SECRET: "short", TIKTOK_APP_KEY: undefined };
  const app = createApp(() => compose(bindings as unknown as Cloudflare.Env));
  await expect(app.fetch(new Request("https://weft.example/api/me"), env)).rejects.toThrow(
    "AUTH_SECRET: Too small: expected string to have >=32 characters; " +
      "TIKTOK_APP_KEY: Invalid input: expected string, received undefined",
  );
});
