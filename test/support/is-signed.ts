import { fromBase64 } from "../../src/lib/base64";

const bytesOf = (text: string) => fromBase64(text.replaceAll("-", "+").replaceAll("_", "/"));

/** Whether a signature is that of a text by a public key (Ed25519, both base64url). */
export async function isSigned(given: {
  text: string;
  signature: string;
  publicKey: string;
}): Promise<boolean> {
  const jwk = { kty: "OKP", crv: "Ed25519", x: given.publicKey };
  const key = await crypto.subtle.importKey("jwk", jwk, "Ed25519", false, ["verify"]);
  const data = new TextEncoder().encode(given.text);
  return crypto.subtle.verify("Ed25519", key, bytesOf(given.signature), data);
}
