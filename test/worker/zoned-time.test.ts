import { expect, it } from "vitest";
import { instantAt } from "../../src/domain/zoned-time";
import times from "../golden/zoned-times.json";

it("the time zones of workerd are those the golden times were taken in", () => {
  const found = times.map(({ zone, wallClock }) =>
    instantAt(Date.parse(`${wallClock.replace(" ", "T")}Z`), zone),
  );
  expect(found).toEqual(times.map(({ instant }) => Date.parse(instant)));
});
