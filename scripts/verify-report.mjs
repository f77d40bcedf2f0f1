/**
 * `npm run verify:report -- FILE [PUBLIC_KEY]`: whether a report was signed by that key and not changed since.
 * Without a key the one in the file is taken, which only shows that file and signature belong together.
 */
import { readFileSync } from "node:fs";

const bytesOf = (text) => Buffer.from(text, "base64url");

/** Whether `file`, the text of a downloaded report, holds a document that `publicKey` signed. */
export async function isReportSigned(file, publicKey) {
  const { document, signature, publicKey: own } = JSON.parse(file);
  const jwk = { kty: "OKP", crv: "Ed25519", x: publicKey ?? own };
  const key = await crypto.subtle.importKey("jwk", jwk, "Ed25519", false, ["verify"]);
  return crypto.subtle.verify("Ed25519", key, bytesOf(signature), Buffer.from(document));
}

if (import.meta.main) {
  const [path, publicKey] = process.argv.slice(2);
  if (!path) throw new Error("name the file of a report");
  const isSigned = await isReportSigned(readFileSync(path, "utf8"), publicKey);
  console.log(isSigned ? "The signature is right." : "The report is NOT as it was signed.");
  process.exitCode = isSigned ? 0 : 1;
}
