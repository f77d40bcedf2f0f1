/**
 * What comes from outside may be anything: readers of answers and notifications end, in time, with a value or
 * with a refusal of ours. The seeds are fixed, so that a run is as long as the last; HTML has properties of its own
 * (`domain/listings/clean-html.test.ts`), and there is no CSV.
 */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SyncError } from "../../src/domain/errors/sync-error";
import { errorsIn } from "../../src/platforms/prestashop/errors";
import { parseJson, toRows } from "../../src/platforms/prestashop/json";
import { readPairing, verifyHandOver } from "../../src/platforms/prestashop/pairing";
import { verifyEvent } from "../../src/platforms/prestashop/webhook";
import { toPermissions } from "../../src/platforms/prestashop/xml";
import { parseWithBigIds } from "../../src/platforms/tiktok-shop/webhook";
import { signedHeaders } from "../support/module-signature";

const RUNS = { numRuns: 150, seed: 7 };
const SECRET = "s".repeat(40);
const encode = (text: string) => new TextEncoder().encode(text);

/** Pieces of what is sent, put together as nobody would. */
const pieces = (...known: string[]) =>
  fc
    .array(fc.oneof(fc.constantFrom(...known), fc.string({ unit: "binary", maxLength: 12 })), {
      maxLength: 60,
    })
    .map((parts) => parts.join(""));
const json = pieces(
  '{"',
  '":',
  "[",
  "]",
  "}",
  ",",
  '"id"',
  "1e999",
  "-0",
  "null",
  "9".repeat(30),
  "\\u0000",
  '"__proto__":{',
  '"type"',
  '"credentials"',
  '"shop":{"url":"',
  '"ids":[',
  "\uFEFF",
  "//",
);
const xml = pieces(
  "<prestashop>",
  "</prestashop>",
  "<api ",
  "<![CDATA[",
  "]]>",
  "<!DOCTYPE x [",
  "<!ENTITY a ",
  'get="true"',
  "&a;",
  "&#0;",
  "<errors>",
  "<error><code>",
  "<",
  ">",
  "/>",
  '"',
  "'",
  "<!--",
);

/** The value of a reading, or the refusal; anything else that is thrown fails the test. */
function refusalOr<T>(read: () => T): T | SyncError {
  try {
    return read();
  } catch (caught) {
    if (caught instanceof SyncError) return caught;
    throw caught;
  }
}

const answerOf = (text: string) => ({
  status: 200,
  headers: new Headers(),
  bytes: encode(text),
  text: () => text,
  as: <T>(read: (text: string) => T) => read(text),
});

describe("whatever a store answers", () => {
  it.each([
    ["JSON", json],
    ["XML", xml],
  ])("in %s is read or refused", (_kind, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        errorsIn(answerOf(text));
        toPermissions(text);
        refusalOr(() => toRows(parseJson(text), "products"));
        expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
      }),
      RUNS,
    );
  });
});

describe("whatever is sent to a webhook", () => {
  it("by somebody who knows the secret is read or is none", async () => {
    await fc.assert(
      fc.asyncProperty(json, async (text) => {
        const body = encode(text);
        const headers = new Headers(signedHeaders(SECRET, text));
        const now = Date.now();
        const read = [
          await verifyEvent(SECRET, headers, body, now),
          await verifyHandOver(SECRET, headers, body, now),
          readPairing(body),
        ];
        for (const one of read) expect(typeof one).toBe("object");
        parseWithBigIds(text);
      }),
      RUNS,
    );
  });
});

/** Shapes that made readers of earlier versions take seconds. */
const LONG: readonly [string, string][] = [
  ["nested lists", "[".repeat(64_000)],
  ["numbers without an end", `{"a":${"9".repeat(64_000)}`],
  ["strings that do not end", '{"a":"'.repeat(10_000)],
  ["signs of escape", `{"a":"${"\\".repeat(64_000)}`],
  ["elements that do not end", "<prestashop><api ".repeat(4_000)],
  ["quotes in elements", `<prestashop ${'a="'.repeat(20_000)}`],
  ["sections that do not end", "<prestashop><![CDATA[".repeat(3_000)],
  ["digits between commas", "1,".repeat(32_000)],
];

it.each(LONG)("64 KB of %s are read in no time", (_what, text) => {
  const started = performance.now();
  errorsIn(answerOf(text));
  toPermissions(text);
  parseJson(text);
  parseWithBigIds(text);
  // A busy machine is given time; what was quadratic took seconds.
  expect(performance.now() - started).toBeLessThan(500);
});
