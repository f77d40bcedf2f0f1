/**
 * Signs texts with a key of the deployment (Ed25519), so that anybody who has the public key can see that a text
 * came from it and was not changed since.
 */
const encoder = new TextEncoder();

export interface SignedText {
  text: string;
  /** Of the text's UTF-8, base64url. */
  signature: string;
  /** 32 bytes, base64url: `x` of a JSON Web Key. */
  publicKey: string;
}

/** What stands before the 32 bytes of a private key (RFC 8410). */
const PKCS8_HEAD = [48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32];

/** `purpose` keeps the keys that are derived from a secret apart; the same two give the same key. */
export async function signText(secret: string, purpose: string, text: string): Promise<SignedText> {
  const key = await deriveKey(secret, purpose);
  const signed = await crypto.subtle.sign("Ed25519", key, encoder.encode(text));
  return { text, signature: toBase64Url(new Uint8Array(signed)), publicKey: await publicOf(key) };
}

/** The public key that verifies what `signText` signs. */
export async function publicKeyOf(secret: string, purpose: string): Promise<string> {
  return publicOf(await deriveKey(secret, purpose));
}

async function deriveKey(secret: string, purpose: string): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey("raw", encoder.encode(secret), "HKDF", false, [
    "deriveBits",
  ]);
  const algorithm = {
    name: "HKDF",
    hash: "SHA-256",
    salt: new Uint8Array(),
    info: encoder.encode(purpose),
  };
  const seed = await crypto.subtle.deriveBits(algorithm, material, 256);
  const pkcs8 = Uint8Array.from([...PKCS8_HEAD, ...new Uint8Array(seed)]);
  return crypto.subtle.importKey("pkcs8", pkcs8, "Ed25519", true, ["sign"]);
}

async function publicOf(key: CryptoKey): Promise<string> {
  const { x = "" } = (await crypto.subtle.exportKey("jwk", key)) as JsonWebKey;
  return x;
}

function toBase64Url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
