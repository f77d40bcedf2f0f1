import { describe, expect, it } from "vitest";
import { isUnclear } from "../../../src/domain/errors/is-unclear";
import { SyncError } from "../../../src/domain/errors/sync-error";

describe("a failed write", () => {
  it("is clear only when it was refused or never went out", () => {
    const error = (...given: ConstructorParameters<typeof SyncError>) =>
      isUnclear(new SyncError(...given));
    expect(error("merchant", "tiktok.title_refused")).toBe(false);
    expect(error("retry", "tiktok.rate_limited")).toBe(false);
    expect(error("retry", "budget.exhausted")).toBe(false);
    expect(error("retry", "tiktok.timeout")).toBe(true);
    expect(error("defect", "tiktok.unexpected_shape")).toBe(true);
    expect(error("merchant", "tiktok.answer_too_large", { maybeApplied: true })).toBe(true);
  });
});
