import { describe, expect, it } from "vitest";
import { signRequest, textToSign, verifyWebhook } from "../../../src/platforms/tiktok-shop/signing";
import vectors from "../../golden/tiktok-sign-vectors.json" with { type: "json" };

const encoder = new TextEncoder();

function toSignable(vector: (typeof vectors.request_signing)[number]) {
  const isMultipart = vector.content_type.startsWith("multipart/");
  const query = Object.fromEntries(
    Object.entries(vector.query_without_sign).filter(
      (pair): pair is [string, string] => typeof pair[1] === "string",
    ),
  );
  return {
    path: vector.path,
    query,
    ...(isMultipart || !vector.raw_body ? {} : { body: encoder.encode(vector.raw_body) }),
  };
}

describe("signing a request", () => {
  it.each(vectors.request_signing.map((vector) => [vector.id, vector] as const))(
    "reproduces vector %s",
    async (_, vector) => {
      expect(await signRequest(vector.app_secret, toSignable(vector))).toBe(vector.sign);
    },
  );

  it.each(vectors.request_signing.map((vector) => [vector.id, vector] as const))(
    "puts the text of vector %s between two secrets",
    (_, vector) => {
      const { app_secret: secret, string_between_the_two_secrets: middle } = vector;
      const text = new TextDecoder().decode(textToSign(secret, toSignable(vector)));
      expect(text).toBe(secret + middle + secret);
    },
  );

  it("leaves the signature and a token in the query out of the text", () => {
    const plain = textToSign("s", { path: "/p", query: { b: "2", a: "1" } });
    const query = { sign: "x", access_token: "y", a: "1", b: "2" };
    expect(textToSign("s", { path: "/p", query })).toEqual(plain);
  });
});

describe("verifying a webhook", () => {
  const [vector] = vectors.webhook_signing;
  if (!vector) throw new Error("the webhook vector is gone");
  const app = { appKey: vector.app_key, appSecret: vector.app_secret };
  const body = encoder.encode(vector.raw_body);

  it("accepts the official vector", async () =>
    expect(await verifyWebhook(app, vector.authorization_header, body)).toBe(true));

  it("refuses another body, another key, another case and no signature at all", async () => {
    const changed = encoder.encode(vector.raw_body.replace("UNPAID", "ON_HOLD"));
    expect(await verifyWebhook(app, vector.authorization_header, changed)).toBe(false);
    const other = { ...app, appSecret: "124" };
    expect(await verifyWebhook(other, vector.authorization_header, body)).toBe(false);
    const upper = vector.authorization_header.toUpperCase();
    expect(await verifyWebhook(app, upper, body)).toBe(false);
    expect(await verifyWebhook(app, "", body)).toBe(false);
    expect(await verifyWebhook(app, vector.authorization_header.slice(2), body)).toBe(false);
  });
});
