import { describe, expect, it } from "vitest";
import type { TaskKind } from "../../../src/domain/tasks/task-kind";
import { TaskRow } from "../../../src/contract/tasks";
import { toTaskRow } from "../../../src/db/tasks/read-tasks";
import { findKind, itemKindOf, kindOf, readParameters } from "../../../src/tasks/kinds";

/** Parameters as the earliest version of each kind stored them. */
const STORED: Readonly<Record<TaskKind, object>> = {
  "pull-products": { window: { from: 1 }, startedAt: 2 },
  "push-products": { selection: { ids: ["7"] } },
  "repull-products": { selection: { filter: { tab: "all" } } },
  "update-stock": { selection: { filter: { tab: "synced", search: "mug", category: "" } } },
  "update-price": { selection: { ids: ["7", "8"] } },
  "change-listing-state": { selection: { ids: ["7"] }, action: "deactivate" },
  "refresh-listings": { selection: { ids: ["7"] } },
  "suggest-categories": {},
  "refresh-orders": {},
  "find-listings": { startedAt: 3 },
  "map-listings": { ids: ["1729"], sendsStock: true, sendsPrice: false },
  "sync-missed-orders": { orderIds: ["5761", "5762"] },
  "apply-sheet": { upload: "u1", categoryId: "601" },
  reconcile: { reportId: "rec_1", startedAt: 4 },
};

describe("a stored task", () => {
  it("is read back with the parameters it was stored with", () => {
    for (const [kind, parameters] of Object.entries(STORED))
      expect(readParameters(kindOf({ kind }), { kind, parameters }), kind).toEqual(parameters);
  });

  it("is read back as the second try of another", () => {
    for (const [kind, parameters] of Object.entries(STORED)) {
      const again = { ...parameters, retryOf: "task_1" };
      expect(readParameters(kindOf({ kind }), { kind, parameters: again })).toEqual(parameters);
    }
  });

  it("of a kind this version does not know is a failure with a code", () => {
    const unknown = { remedy: "defect", code: "task.kind_unknown" };
    for (const kind of ["pull-everything", "toString"]) {
      expect(findKind(kind)).toBeUndefined();
      expect(() => kindOf({ kind })).toThrow(expect.objectContaining(unknown));
    }
    expect(() => itemKindOf({ kind: "pull-products" })).toThrow(expect.objectContaining(unknown));
  });

  it("of a kind this version does not know is listed under its stored name", () => {
    const stored = {
      id: "task_1",
      connectionId: "con_1",
      kind: "pull-reviews",
      identityKey: "pull-reviews:all",
      state: "completed" as const,
      parameters: {},
      total: 1,
      counts: { done: 1 },
      cursor: null,
      problem: null,
      startedBy: "ada",
      createdAt: 1,
      finishedAt: 2,
      updatedAt: 2,
    };
    const row = toTaskRow(stored);
    expect(row.kind).toBe("pull-reviews");
    expect(TaskRow.parse(row)).toEqual(row);
    expect(toTaskRow({ ...stored, kind: "pull-products" }).kind).toBe("pull-products");
  });

  it("with parameters its kind cannot read is a failure with a code", () => {
    const kind = "push-products";
    for (const parameters of [null, {}, { selection: "all" }])
      expect(() => readParameters(kindOf({ kind }), { kind, parameters })).toThrow(
        expect.objectContaining({ code: "task.kind_unknown" }),
      );
  });
});
