import { describe, expect, it } from "vitest";
import { pullProblem, toPullBody } from "../../../web/catalogue/pull-window";

describe("the pull dialog", () => {
  const now = Date.UTC(2026, 0, 31, 23, 30);

  it("turns presets into days that cover every shop's today", () => {
    expect(toPullBody("since_last", "", "", now)).toEqual({ sinceLastPull: true });
    expect(toPullBody("days_30", "", "", now)).toEqual({ from: "2026-01-01", until: "2026-02-01" });
    expect(toPullBody("years_3", "", "", now).from).toBe("2023-02-01");
    expect(toPullBody("all", "", "", now)).toEqual({});
    expect(toPullBody("custom", "2026-01-02", "2026-01-03", now)).toEqual({
      from: "2026-01-02",
      until: "2026-01-03",
    });
  });

  it("refuses missing and reversed custom dates only", () => {
    expect(pullProblem("custom", "", "2026-01-01")).toBe("pull.datesMissing");
    expect(pullProblem("custom", "2026-02-01", "2026-01-01")).toBe("pull.datesReversed");
    expect(pullProblem("custom", "2026-01-01", "2026-01-01")).toBeNull();
    expect(pullProblem("all", "", "")).toBeNull();
  });
});
