import { expect, it } from "vitest";
import { isReportSigned } from "../../scripts/verify-report.mjs";
import { signText } from "../../src/lib/sign-text";

it("the script tells a report as it was signed from one that was changed, and from another Weft's", async () => {
  const { text, signature, publicKey } = await signText("a secret", "reports", '{"lost":1}');
  const file = (document: string) => JSON.stringify({ document, signature, publicKey });
  expect(await isReportSigned(file(text), publicKey)).toBe(true);
  expect(await isReportSigned(file(text))).toBe(true);
  expect(await isReportSigned(file('{"lost":0}'), publicKey)).toBe(false);
  const other = await signText("another", "reports", text);
  expect(await isReportSigned(JSON.stringify({ ...other, document: text }), publicKey)).toBe(false);
});
