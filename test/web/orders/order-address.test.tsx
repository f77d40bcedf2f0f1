import { expect, it } from "vitest";
import { OrderAddress } from "../../../web/orders/order-address";
import { draw, fakeServer, text } from "../support/render";

const ADDRESS = { name: "Ann Lee", lines: ["1 High St", "LS1 4AP Leeds", "GB"] };

it("shows a plain address without a word more", () => {
  draw(<OrderAddress address={{ ...ADDRESS, remarks: [] }} />, fakeServer({}));
  expect(text()).toBe("Ann Lee\n1 High St\nLS1 4AP Leeds\nGB");
});

it("says what is hidden and what PrestaShop does not take as typed", () => {
  const remarks = [
    { part: "phone", kind: "hidden" },
    { part: "name", kind: "hidden" },
    { part: "street", kind: "moved" },
  ] as const;
  draw(<OrderAddress address={{ ...ADDRESS, remarks: [...remarks] }} />, fakeServer({}));
  expect(text()).toContain("hides a part of the phone number and name");
  expect(text()).toContain("does not take the street as typed");
});
