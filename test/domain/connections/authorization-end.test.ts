import { describe, expect, it } from "vitest";
import { authorizationState, warningOf } from "../../../src/domain/connections/authorization";

const DAY_MS = 86_400_000;
const NOW = 1_800_000_000_000;
const endsIn = (days: number) => warningOf(NOW + days * DAY_MS, NOW);

describe("the end of an authorisation", () => {
  it.each([
    [30.1, undefined],
    [30, 30],
    [14.1, 30],
    [14, 14],
    [7, 7],
    [1.1, 7],
    [1, 1],
    [0.1, 1],
    [0, undefined],
    [-1, undefined],
  ])("%s days ahead calls for the warning of %s", (days, warning) => {
    expect(endsIn(days)).toBe(warning);
  });

  it("is shown from the first warning on", () => {
    const stateIn = (days: number) =>
      authorizationState({ state: "valid", expiresAt: NOW + days * DAY_MS }, NOW).state;
    expect([stateIn(31), stateIn(29)]).toEqual(["valid", "expiring"]);
  });
});
