import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskBody, MOST_KEPT } from "../../../src/domain/journal/mask-body";

describe("what is kept of a body", () => {
  it("keeps ids, states, counts and amounts of JSON, large ids to the digit", () => {
    const body = `{"type":1,"tts_notification_id":"73","shop_id":"749","timestamp":1700000000,
      "data":{"order_id":576461413038785752,"order_status":"AWAITING_SHIPMENT","quantity":2}}`;
    expect(JSON.parse(maskBody(body))).toEqual({
      type: 1,
      tts_notification_id: "73",
      shop_id: "749",
      timestamp: 1_700_000_000,
      data: { order_id: "576461413038785752", order_status: "AWAITING_SHIPMENT", quantity: 2 },
    });
  });

  it("hides people, secrets and texts wherever they stand", () => {
    const body = JSON.stringify({
      orderId: "57",
      address: { name: "Ann Lee", line1: "1 High St", countryCode: "GB", id: "9" },
      buyer_user_id: "88",
      customer_id: "5",
      access_token: "abc",
      app_secret: "def",
      title: "A shirt",
      reason: "the buyer Bob asked",
      tracking_number: "TRK1",
      "a key of ann@example.com": 1,
    });
    const masked = maskBody(body);
    for (const hidden of [
      "Ann",
      "High",
      "GB",
      '"88"',
      '"5"',
      "abc",
      "def",
      "shirt",
      "Bob",
      "TRK1",
      "example",
      '"9"',
    ])
      expect(masked).not.toContain(hidden);
    expect(masked).toContain('"orderId":"57"');
  });

  it("does the same with XML, its attributes and character data", () => {
    const body = `<?xml version="1.0"?><prestashop><order id="x"><id_cart><![CDATA[12]]></id_cart>
      <firstname>Ann</firstname><note><language id="1"><![CDATA[ring <Bob>]]></language></note>
      <id_customer>7</id_customer><id_order_state>3</id_order_state></order></prestashop>`;
    const masked = maskBody(body);
    expect(masked).toContain("<id_cart>12</id_cart>");
    expect(masked).toContain("<id_order_state>3</id_order_state>");
    for (const hidden of ["Ann", "Bob", "ring", ">7<", 'id="'])
      expect(masked).not.toContain(hidden);
  });

  it.each([
    ["a page of an error", "<br />\n<b>Fatal error</b>:  Uncaught Ann in /home/ann<br />"],
    ["an element that closes itself", "<order><br/>Ann Lee, 1 High Street</order>"],
    ["a comment", "<order><!-- Ann > Lee --><id>7</id></order>"],
    ["a document type", "<!DOCTYPE html SYSTEM 'Ann'><p>Ann</p>"],
    ["a text without an end", "<order><firstname>Ann"],
    ["a text behind the end", "</order>Ann"],
    ["an element without an end", "<order Ann"],
    ["an element of many lines", "<order\n  name='Ann'\n>\n<id>7</id>"],
    ["character data without an end", "<id><![CDATA[Ann Lee"],
    ["character data in a private field", "<email><![CDATA[Ann]]></email>"],
  ])("hides people in %s", (_, body) => {
    expect(maskBody(body)).not.toMatch(/ann|lee|high/i);
  });

  it("lets no text through that stands in no field known to be harmless", () => {
    const piece = fc.constantFrom(
      "<",
      ">",
      "</",
      "/>",
      "<order>",
      "<id>",
      "</id>",
      "<!--",
      "-->",
      "<![CDATA[",
      "]]>",
      "<firstname>",
      " ",
      "&amp;",
      "Secret Ann",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        expect(maskBody(`<x>${pieces.join("")}`)).not.toContain("Secret");
      }),
      { numRuns: 2000 },
    );
  });

  it("reads no more of a hostile answer than its beginning", () => {
    expect(maskBody("<a ".repeat(400_000)).length).toBeLessThanOrEqual(MOST_KEPT + 1);
    expect(maskBody(`{"ids":[${"1,".repeat(400_000)}1]}`)).toBe("•••");
  });

  it("hides what it cannot read, and keeps no more than so much", () => {
    expect(maskBody("Ann Lee, 1 High Street")).toBe("•••");
    expect(maskBody("")).toBe("");
    const long = JSON.stringify({ ids: Array.from({ length: 900 }, (_, index) => index) });
    expect(maskBody(long).length).toBeLessThanOrEqual(MOST_KEPT + 1);
  });
});
