/**
 * `npm run verify:report -- FILE [PUBLIC_KEY]`: whether a report was signed by that key and not changed since. Ends
 * with 0: it was; 1: it was not; 2: no key was named, so file and signature belong together and the signer is open.
 */
import { readFileSync } from "node:fs";

const bytesOf = (text) => Buffer.from(text, "base64url");

async function isSignedBy({ document, signature }, publicKey) {
  const jwk = { kty: "OKP", crv: "Ed25519", x: publicKey };
  const key = await crypto.subtle.importKey("jwk", jwk, "Ed25519", false, ["verify"]);
  return crypto.subtle.verify("Ed25519", key, bytesOf(signature), Buffer.from(document));
}

/** What `file`, the text of a downloaded report, is to someone who has `publicKey`, or no key: a line, and an end. */
export async function verdictOf(file, publicKey) {
  const report = JSON.parse(file);
  const { publicKey: own } = report;
  if (publicKey !== undefined && publicKey !== own)
    return { line: `The report is signed by another key: ${own}`, exitCode: 1 };
  if (!(await isSignedBy(report, own)))
    return { line: "The report is NOT as it was signed.", exitCode: 1 };
  if (publicKey === undefined)
    return { line: `The report is signed by ${own}; compare it with your Weft's.`, exitCode: 2 };
  return { line: "The signature is right.", exitCode: 0 };
}

if (import.meta.main) {
  const [path, publicKey] = process.argv.slice(2);
  if (!path) throw new Error("name the file of a report");
  const { line, exitCode } = await verdictOf(readFileSync(path, "utf8"), publicKey);
  console.log(line);
  process.exitCode = exitCode;
}
