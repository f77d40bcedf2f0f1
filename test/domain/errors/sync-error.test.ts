import { DrizzleQueryError } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { asSyncError, SyncError } from "../../../src/domain/errors/sync-error";

describe("what was thrown, as our error", () => {
  it("names a failed query by its cause, never by the values it carried", () => {
    const query = new DrizzleQueryError(
      "select * from auth_user where email = ?",
      ["ada@example.com"],
      new Error("D1_ERROR: no such table: auth_user"),
    );
    const { remedy, code, facts } = asSyncError(query);
    expect({ remedy, code }).toEqual({ remedy: "defect", code: "weft.unexpected" });
    expect(facts["reason"]).toContain("no such table: auth_user");
    expect(JSON.stringify(facts)).not.toContain("ada@example.com");
  });

  it("keeps our own errors, and those that crossed to another object, as they are", () => {
    const own = new SyncError("retry", "tiktok.timeout", { maybeApplied: true });
    expect(asSyncError(own)).toBe(own);
    const copy = Object.assign(new Error("tiktok.timeout"), { ...own, name: "SyncError" });
    expect(asSyncError(copy)).toMatchObject({ remedy: "retry", facts: { maybeApplied: true } });
  });

  it("says what anything else was, in a few words", () => {
    expect(asSyncError(new TypeError("x is null")).facts["reason"]).toBe("TypeError: x is null");
    expect(asSyncError("plain").facts["reason"]).toBe("plain");
  });
});
