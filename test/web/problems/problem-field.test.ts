import { expect, it } from "vitest";
import { fixHref } from "../../../web/problems/fix-link";
import { problemField } from "../../../web/problems/problem-field";

it.each([
  ["listing.attribute_missing", { names: ["Material"], ids: ["100", "7"] }, "attribute-100"],
  ["listing.certificate_expired", { names: ["EC"], ids: ["9"] }, "certificate-9"],
  ["listing.attribute_missing", {}, "details"],
  ["tiktok.brand", { message: "no" }, "brand"],
  ["tiktok.certificate", {}, "certificates"],
  ["tiktok.check_failed", {}, "details"],
])("%s of %o leads to #%s", (code, facts, field) => {
  expect(problemField({ code, facts })).toBe(field);
  expect(fixHref("details", { base: "/c", productId: "7", field })).toBe(`/c/products/7#${field}`);
});
