import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { weaknessOf } from "../../../src/domain/accounts/weak-password";

const common = new Set(readFileSync("web/public/common-passwords.txt", "utf8").trim().split("\n"));
const ada = { email: "ada.lovelace@engines.example", name: "Ada Lovelace" };

describe("a password", () => {
  it.each([
    ["password12", "common"],
    ["Password!2026", "common"],
    ["qwertyuiop", "common"],
    ["1q2w3e4r5t", "common"],
    ["1234567890", "common"],
    ["2345678901", "simple"],
    ["aaaaaaaaaa", "simple"],
    ["          ", "simple"],
    ["abababababab", "simple"],
    ["hijklmnopqr", "simple"],
    ["9876543210abc", "simple"],
    ["xyz12xyz12xyz12", "simple"],
    ["ada.lovelace@engines.example", "personal"],
    ["lovelace2026", "personal"],
    ["Engines-1815", "personal"],
    ["weftweft2026x", "personal"],
  ])("%s is refused: %s", (password, why) => {
    expect(weaknessOf(password, ada, common)).toBe(why);
  });

  it.each([
    "a long enough password",
    "another long password",
    "weft-demo-account",
    "correct horse battery staple",
    "gT7#qPz!93",
    "мой длинный пароль",
    "パスワードは長いほうがよい",
  ])("%s is taken", (password) => {
    expect(weaknessOf(password, ada, common)).toBeNull();
  });
});

it("there are more than three thousand at the head of the list the longest were taken from", () => {
  expect(common.size).toBeGreaterThan(1000);
  expect([...common].every((one) => one.length >= 10)).toBe(true);
});
