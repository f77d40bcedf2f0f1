import { expect, it } from "vitest";
import { isUseful } from "../../../web/catalogue/useful-action";

it("offers to put on sale what is not, and to take off sale what is", () => {
  const offered = (status: string | null) =>
    (["activate", "deactivate", "refresh"] as const).filter((action) => isUseful(action, status));
  expect(offered("live")).toEqual(["deactivate", "refresh"]);
  expect(offered("paused")).toEqual(["activate", "refresh"]);
  expect(offered("in_review")).toEqual(["activate", "refresh"]);
  expect(offered(null)).toEqual(["refresh"]);
});
