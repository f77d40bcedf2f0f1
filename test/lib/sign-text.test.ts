import { describe, expect, it } from "vitest";
import { publicKeyOf, signText } from "../../src/lib/sign-text";
import { isSigned } from "../support/is-signed";

describe("a signed text", () => {
  it("is verified by its public key, and no longer after any change", async () => {
    const signed = await signText("a secret of the deployment", "reports", '{"lost":0,"é":"ü"}');
    expect(await isSigned(signed)).toBe(true);
    expect(await isSigned({ ...signed, text: signed.text.replace("0", "1") })).toBe(false);
  });

  it("has the key of its secret and purpose, the same each time", async () => {
    const { publicKey } = await signText("secret", "reports", "x");
    expect(await publicKeyOf("secret", "reports")).toBe(publicKey);
    expect(await publicKeyOf("secret", "else")).not.toBe(publicKey);
    expect(await publicKeyOf("other", "reports")).not.toBe(publicKey);
  });
});
