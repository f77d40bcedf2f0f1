import { describe, expect, it } from "vitest";
import {
  fromCarrierLines,
  likelyProvider,
  toCarrierLines,
} from "../../../web/connections/settings/carrier-map";
import { fromPackageForm, toPackageForm } from "../../../web/connections/settings/package-form";

describe("what is proposed before anything is saved", () => {
  const providers = ["Royal Mail", "DPD", "DPD Local", "Evri (Hermes)", "La Poste Colissimo"].map(
    (name) => ({ id: name, name }),
  );

  it.each([
    ["Royal Mail Tracked 48", "Royal Mail"],
    ["DPD", "DPD"],
    ["DPD Local next day", "DPD Local"],
    ["hermès", "Evri (Hermes)"],
    ["Colissimo", "La Poste Colissimo"],
    ["My carrier", null],
    ["–", null],
  ])("is for the carrier %s the provider %s", (carrier, name) => {
    expect(likelyProvider(carrier, providers)?.name ?? null).toBe(name);
  });

  it("is nothing where two providers fit alike, or where the merchant has chosen before", () => {
    const twins = [
      { id: "1", name: "Post North" },
      { id: "2", name: "Post South" },
    ];
    expect(likelyProvider("Post", twins)).toBeNull();
    const choices = { carriers: [{ reference: "1", name: "DPD" }], providers };
    const other = { carrierReference: "2", carrierName: "B", providerId: "DPD", providerName: "D" };
    expect(toCarrierLines(choices, [])[0]?.providerId).toBe("DPD");
    expect(toCarrierLines(choices, [other])[0]?.providerId).toBe("");
  });

  it("is a usual parcel", () => {
    expect(fromPackageForm(toPackageForm(null))).toEqual({
      lengthMm: 300,
      widthMm: 200,
      heightMm: 100,
      weightGrams: 400,
    });
  });
});

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
