import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decimalsOf } from "../../src/domain/money";

const MODULE = readFileSync("modules/prestashop/weft/src/Order/Money.php", "utf8");

function listed(name: string): string[] {
  const list = new RegExp(`const ${name} = \\[(.*?)\\]`, "s").exec(MODULE)?.[1] ?? "";
  return (list.match(/[A-Z]{3}/g) ?? []).toSorted();
}

describe("minor units between Weft and the module in a merchant's shop", () => {
  it("have the same digits on both sides, in every currency there is", () => {
    const all = Intl.supportedValuesOf("currency");
    const withDigits = (digits: number) => all.filter((code) => decimalsOf(code) === digits);
    expect(listed("ZERO_DECIMALS")).toEqual(withDigits(0));
    expect(listed("THREE_DECIMALS")).toEqual(withDigits(3));
  });
});
