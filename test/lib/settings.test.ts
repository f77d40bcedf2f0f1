import { expect, it } from "vitest";
import { readSettings } from "../../src/settings";

const ENV = {
  PUBLIC_URL: "http://localhost:8787",
  AUTH_SECRET: "a".repeat(32),
  SEALING_KEYS: '{"1":"AAAA"}',
  TIKTOK_APP_KEY: "key",
  TIKTOK_APP_SECRET: "secret",
  TIKTOK_SERVICE_ID: "1",
  TIKTOK_API_BASE: "https://api.example",
  TIKTOK_AUTH_BASE: "https://auth.example",
  TIKTOK_AUTHORIZE_US: "https://us.example",
  TIKTOK_AUTHORIZE_GLOBAL: "https://global.example",
};

it("refuses to start in development at an https address, where strangers may reach it", () => {
  const start = (more: object) => () => readSettings({ ...ENV, ...more });
  expect(start({ DEVELOPMENT: "true" })).not.toThrow();
  expect(start({ PUBLIC_URL: "https://weft.example" })).not.toThrow();
  expect(start({ DEVELOPMENT: "true", PUBLIC_URL: "https://weft.example" })).toThrow("DEVELOPMENT");
});
