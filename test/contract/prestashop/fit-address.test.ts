import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BuyerAddress } from "../../../src/domain/orders/channel-order";
import { completeAddress } from "../../../src/domain/orders/order-draft";
import { fitAddress, remarksOn } from "../../../src/platforms/prestashop/orders/fit-address";

const PLAIN: BuyerAddress = {
  name: "Ann Lee",
  firstName: "Ann",
  lastName: "Lee",
  phone: "+44 20 7946 0000",
  country: "GB",
  state: "",
  city: "Leeds",
  postcode: "LS1 4AP",
  line1: "1 High St",
  line2: "",
};

const typed = fc.string({ unit: "grapheme", maxLength: 400 });
const address = fc
  .record({
    name: typed,
    firstName: typed,
    lastName: typed,
    phone: fc.oneof(typed, fc.stringMatching(/^[+0-9 ()*x./-]{0,50}$/)),
    country: fc.constant("US"),
    state: typed,
    city: typed,
    postcode: typed,
    line1: typed,
    line2: typed,
    dropOff: typed,
  })
  .map((given) => completeAddress(given) ?? PLAIN);

const partsIn = (text: string) => text.split(/[\s;]+/).filter(Boolean);
/** The note shows brackets in place of markup. */
const inNote = (text: string) => text.replaceAll(/[<{]/g, "(").replaceAll(/[>}]/g, ")");

describe("an address in the fields of a store", () => {
  it("passes the store's validators and lengths, whatever was typed", () =>
    fc.assert(
      fc.property(address, (given) => {
        const fitted = fitAddress(given, false);
        const { address1, address2, city, postcode, phone, other } = fitted;
        expect([address1, address2, city].map((text) => [...text].length <= 128)).not.toContain(
          false,
        );
        expect(address1).toMatch(/^[^!<>?=+@{}_$%]+$/u);
        expect(address2).toMatch(/^[^!<>?=+@{}_$%]*$/u);
        expect(city).toMatch(/^[^!<>;?=+@#"°{}_$%]{1,64}$/u);
        expect(postcode).toMatch(/^[a-zA-Z 0-9-]{0,12}$/);
        expect(phone).toMatch(/^[+0-9. ()/-]{0,32}$/);
        expect(other).not.toMatch(/[<>{}]/);
        expect([...other].length).toBeLessThanOrEqual(300);
      }),
    ));

  it("keeps every word in a field or in the note, and says so", () =>
    fc.assert(
      fc.property(address, (given) => {
        const { unfitted, remarks, ...fields } = fitAddress(given, false);
        const all = inNote(Object.values(fields).join(" ")) + inNote(unfitted);
        for (const part of [
          "line1",
          "line2",
          "city",
          "postcode",
          "phone",
          "state",
          "dropOff",
        ] as const)
          for (const piece of partsIn(inNote(given[part] ?? "")).filter(
            (each) => !/^\*+$/.test(each),
          ))
            expect(all.replaceAll(/\s/g, "")).toContain(piece);
        expect(unfitted === "").toBe(remarks.every(({ kind }) => kind === "hidden"));
      }),
    ));

  it("shows a plain address as it is, without a remark", () => {
    const { remarks, unfitted, ...fields } = fitAddress(PLAIN, true);
    expect(fields).toEqual({
      firstname: "Ann",
      lastname: "Lee",
      address1: "1 High St",
      address2: "",
      city: "Leeds",
      postcode: "LS1 4AP",
      phone: "+44 20 7946 0000",
      other: "",
    });
    expect([remarks, unfitted]).toEqual([[], ""]);
  });

  it.each([
    ["a name with a digit", { firstName: "Ann 2" }, [{ part: "name", kind: "moved" }]],
    ["signs of a street", { line1: "Flat 5 + 6" }, [{ part: "street", kind: "moved" }]],
    ["a town that is too long", { city: "L".repeat(70) }, [{ part: "city", kind: "moved" }]],
    ["a postcode with other signs", { postcode: "LS1_4AP" }, [{ part: "postcode", kind: "moved" }]],
    ["an extension", { phone: "020 7946 0000 x12" }, [{ part: "phone", kind: "moved" }]],
    [
      "a hidden number",
      { phone: "(+44)7****89" },
      [
        { part: "phone", kind: "hidden" },
        { part: "phone", kind: "moved" },
      ],
    ],
    ["a hidden name", { firstName: "A***" }, [{ part: "name", kind: "hidden" }]],
    ["a street that is hidden whole", { line1: "***" }, [{ part: "street", kind: "hidden" }]],
    ["where to leave it", { dropOff: "the shed" }, [{ part: "dropOff", kind: "moved" }]],
    ["a dot without a blank", { firstName: "A.B." }, []],
  ])("tells of %s", (_what, change, remarks) => {
    expect(remarksOn({ ...PLAIN, ...change })).toEqual(remarks);
  });
});
