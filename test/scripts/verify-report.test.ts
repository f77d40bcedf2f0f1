import { expect, it } from "vitest";
import { verdictOf } from "../../scripts/verify-report.mjs";
import { signText } from "../../src/lib/sign-text";

it("the script tells a report as it was signed from one that was changed, and from another Weft's", async () => {
  const { text, signature, publicKey } = await signText("a secret", "reports", '{"lost":1}');
  const file = (document: string) => JSON.stringify({ document, signature, publicKey });
  expect(await verdictOf(file(text), publicKey)).toMatchObject({ exitCode: 0 });
  for (const key of [publicKey, undefined])
    expect(await verdictOf(file('{"lost":0}'), key)).toEqual({
      line: "The report is NOT as it was signed.",
      exitCode: 1,
    });
});

it("the script takes no forgery for right: neither another's key, nor none", async () => {
  const { publicKey } = await signText("a secret", "reports", "{}");
  const forged = await signText("another", "reports", '{"lost":0}');
  const file = JSON.stringify({ ...forged, document: forged.text });
  expect(await verdictOf(file, publicKey)).toEqual({
    line: `The report is signed by another key: ${forged.publicKey}`,
    exitCode: 1,
  });
  expect(await verdictOf(file, undefined)).toEqual({
    line: `The report is signed by ${forged.publicKey}; compare it with your Weft's.`,
    exitCode: 2,
  });
  // The key of this Weft in the file of another.
  const claimed = JSON.stringify({ ...forged, document: forged.text, publicKey });
  expect(await verdictOf(claimed, publicKey)).toMatchObject({ exitCode: 1 });
});
