import { describe, expect, it } from "vitest";
import { freeName, nameProblem, openStep } from "../../../web/connections/setup/wizard";

describe("the wizard", () => {
  it("never opens a step the server has not reached", () => {
    expect(openStep({ setupStep: "store" }, "shop")).toBe("store");
    expect(openStep({ setupStep: "channel" }, "store")).toBe("store");
    expect(openStep({ setupStep: "store" }, "name")).toBe("name");
    expect(openStep({ setupStep: "shop" }, undefined)).toBe("shop");
    expect(openStep({ setupStep: "done" }, "store")).toBe("done");
  });

  it("refuses a missing, long or taken name", () => {
    expect(nameProblem("  ", [])).toBe("wizard.nameMissing");
    expect(nameProblem("x".repeat(81), [])).toBe("wizard.nameLong");
    expect(nameProblem(" main SHOP ", ["Main shop"])).toBe("wizard.nameTaken");
    expect(nameProblem("Main", ["Main shop"])).toBeNull();
  });
});

it("proposes a name that no connection has", () => {
  expect(freeName("My shop", [])).toBe("My shop");
  expect(freeName("My shop", ["my shop", "My shop 2"])).toBe("My shop 3");
});
