import { describe, expect, it } from "vitest";
import { fromCarrierLines, toCarrierLines } from "../../../web/connections/settings/carrier-map";
import { fromPackageForm, toPackageForm } from "../../../web/connections/settings/package-form";

describe("settings", () => {
  it("keep the default package through the form, in whole numbers", () => {
    const defaults = { lengthMm: 300, widthMm: 200, heightMm: 50, weightGrams: 400 };
    expect(fromPackageForm(toPackageForm(defaults))).toEqual(defaults);
    expect(fromPackageForm({ length: "30.5", width: "20", height: "5", weight: "400" })).toBeNull();
    expect(fromPackageForm({ length: "0", width: "20", height: "5", weight: "400" })).toBeNull();
  });

  it("keep a mapping whose carrier left the store, and drop unmapped lines", () => {
    const choices = {
      carriers: [
        { reference: "1", name: "Post" },
        { reference: "2", name: "Van" },
      ],
      providers: [{ id: "p1", name: "Royal Mail" }],
    };
    const gone = {
      carrierReference: "9",
      carrierName: "Old",
      providerId: "p1",
      providerName: "Royal Mail",
    };
    const lines = toCarrierLines(choices, [gone]);
    expect(lines.map(({ name, isGone }) => [name, isGone])).toEqual([
      ["Post", false],
      ["Van", false],
      ["Old", true],
    ]);
    const mapped = lines.map((line) =>
      line.reference === "2" ? { ...line, providerId: "p1" } : line,
    );
    expect(fromCarrierLines(mapped, choices)).toEqual([
      { carrierReference: "2", carrierName: "Van", providerId: "p1", providerName: "Royal Mail" },
      gone,
    ]);
  });
});
