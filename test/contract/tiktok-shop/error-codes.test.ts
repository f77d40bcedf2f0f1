/** Every error number that the platform documents, from its lists by endpoint. */
import { describe, expect, it } from "vitest";
import { judgeFailure } from "../../../src/domain/errors/back-off";
import { knownCode } from "../../../src/platforms/tiktok-shop/error-codes";
import { toItemError, toSyncError } from "../../../src/platforms/tiktok-shop/errors";
import { toItemSyncError } from "../../../src/sync/item-error";
import { problems } from "../../../src/i18n/en/problems";
import { hasProblemText } from "../../../src/i18n/base/problem-text";
import numbers from "../../golden/tiktok-error-codes.json" with { type: "json" };

/** Ten faults of the gateway, distinguished by their messages. */
const BY_MESSAGE = [36009004];
const RULE = { baseMs: 1_000, capMs: 60_000, maxTries: 40, uncertainMs: 0 };
const call = { replaySafe: true };
const envelope = (code: number) => ({ code, message: "TikTok says no", requestId: "1", data: {} });

describe("the platform's error numbers", () => {
  it("are all known: who must act, and in which text", () => {
    expect(numbers.length).toBeGreaterThan(600);
    const unknown = numbers.filter((number) => !knownCode(number) && !BY_MESSAGE.includes(number));
    expect(unknown).toEqual([]);
    const codes = new Set(numbers.map((number) => knownCode(number)?.code ?? "tiktok.refused"));
    expect([...codes].filter((code) => !hasProblemText(problems, code))).toEqual([]);
  });

  it.each([
    [33001002, "retry"],
    [12052109, "retry"],
    [35003001, "retry"],
    [12056001, "retry"],
    [12052419, "merchant"],
    [12052308, "merchant"],
    [12052571, "merchant"],
    [25001046, "merchant"],
  ])("that a person need not act on are tried again: %i is for %s", (number, remedy) => {
    expect(toSyncError(envelope(number), call).remedy).toBe(remedy);
    expect(toItemError(number, "").remedy).toBe(remedy);
  });

  it("may have been carried out where the platform failed over a write", () => {
    const error = toSyncError(envelope(33001002), { replaySafe: false });
    expect(error.facts.maybeApplied).toBe(true);
  });
});

describe("a number nobody has met yet", () => {
  const whole = toSyncError(envelope(99_999_999), call);
  const ofItem = toItemSyncError(toItemError(99_999_999, "something new"), { id: "1" });

  it.each([
    ["a call", whole],
    ["one item of a call", ofItem],
  ])("of %s keeps its text and is tried again before a person is asked", (_, error) => {
    expect(error).toMatchObject({ code: "tiktok.refused", remedy: "merchant" });
    expect(JSON.stringify(error.facts)).toMatch(/TikTok says no|something new/);
    expect(judgeFailure(error, 1, RULE, 0, () => 0.5).kind).toBe("retry");
    expect(judgeFailure(error, 40, RULE, 0, () => 0.5).kind).toBe("park");
  });
});
