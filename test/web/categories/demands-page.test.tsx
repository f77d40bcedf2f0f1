import { beforeEach, describe, expect, it, vi } from "vitest";
import type { CategoryDemands } from "../../../src/contract/demands";
// Loaded when they are first drawn; a busy machine takes its time to translate them.
import "../../../web/categories/field-mapping-dialog";
import "../../../web/categories/category-stock";
import "../../../web/categories/field-mappings";
import "../../../web/categories/category-proposals";
import "../../../web/categories/rule-news";
import Demands from "../../../web/categories/demands-page";
import { inConnection } from "../support/in-connection";
import { button, draw, fakeServer, text, until, type FakeAnswers } from "../support/render";

const READ = "GET /api/connections/:id/channel-categories/:categoryId/demands";
const STOCK = "/api/connections/:id/channel-categories/:categoryId/stock-rule";
const SAVE = "PATCH /api/connections/:id/channel-categories/:categoryId/details";

const attribute = (id: string, name: string, change: object = {}) => ({
  id,
  name,
  isRequired: false,
  isMultiple: false,
  isCustomizable: false,
  isSafety: false,
  values: [
    { id: `${id}-no`, name: "No" },
    { id: `${id}-yes`, name: "Yes" },
  ],
  ...change,
});

const demands: CategoryDemands = {
  categoryId: "601",
  categoryPath: "Electronics > Audio > Speakers",
  productCount: 42,
  attributes: [
    attribute("9", "Season"),
    attribute("1", "Contains batteries", { isRequired: true, isSafety: true }),
    attribute("2", "Battery type", {
      isSafety: true,
      requiredWhen: [{ attributeId: "1", valueId: "1-yes" }],
    }),
  ],
  certifications: [
    {
      id: "7",
      name: "Transport report",
      isRequired: false,
      needsExpiry: true,
      requiredWhen: [{ attributeId: "1", valueId: "1-yes" }],
    },
  ],
  sizeChart: "none",
  needsManufacturer: true,
  needsResponsiblePerson: false,
  details: {},
  mappings: [],
  news: null,
};

const maker = {
  id: "m1",
  name: "Tassen GmbH",
  email: "a@tassen.example",
  address: "Hafenweg 7",
  phone: "+49 4015550142",
};

function open(answers: FakeAnswers = {}, hash = "") {
  const server = fakeServer({
    [READ]: demands,
    [SAVE]: demands,
    "GET /api/connections/:id/parties": { manufacturers: [maker], responsiblePersons: [] },
    "GET /api/connections/:id/channel-categories/:categoryId/mapping-sources": {
      features: ["Composition"],
      options: [],
    },
    ...answers,
  });
  draw(inConnection(<Demands categoryId="601" />, server), server, `/connections/c${hash}`);
  return server;
}

const select = (label: string) => {
  const found = [...document.querySelectorAll("label")].find(
    (one) => one.textContent?.trim() === label,
  );
  const field = found && document.getElementById(found.htmlFor);
  if (!(field instanceof HTMLSelectElement)) throw new Error(`no list ${label}`);
  return field;
};

const choose = (label: string, value: string) => {
  const field = select(label);
  field.value = value;
  field.dispatchEvent(new Event("change", { bubbles: true }));
};

const patches = (server: ReturnType<typeof fakeServer>) =>
  server.calls.filter(({ method }) => method === "PATCH").map(({ body }) => body);

beforeEach(() => {
  sessionStorage.clear();
  HTMLElement.prototype.hidePopover ??= vi.fn();
  HTMLDialogElement.prototype.showModal ??= vi.fn();
});

describe("what TikTok Shop asks of the products of a category", () => {
  it("finds what was entered again after a look at the settings, until it is saved or discarded", async () => {
    open();
    await until(() => text().includes("Season"));
    choose("Season", "9-yes");
    expect(text()).not.toContain("you entered earlier");
    const details = { attributes: { "1": [{ id: "1-no", name: "No" }] } };
    open({ [READ]: { ...demands, details } });
    await until(() => text().includes("What you entered earlier and did not save is filled in."));
    expect(select("Season").value).toBe("9-yes");
    expect(select("Contains batteries *").value).toBe("1-no");
    button("Discard it").click();
    await until(() => select("Season").value === "");
    choose("Season", "9-no");
    const server = open();
    await until(() => text().includes("you entered earlier"));
    button("Save details").click();
    await until(() => patches(server).length === 1);
    expect(patches(server)[0]).toEqual({ attributes: { "9": [{ id: "9-no", name: "No" }] } });
    await until(() => !text().includes("you entered earlier"));
    expect(sessionStorage.length).toBe(0);
  });

  it("opens at the field that a problem's button names, with the focus in it", async () => {
    open({}, "#attribute-1");
    await until(() => text().includes("Season"));
    await until(() => document.activeElement === select("Contains batteries *"));
    const link = document.createElement("a");
    link.href = "/connections/c#attribute-9";
    document.body.append(link);
    link.click();
    await until(() => document.activeElement === select("Season"));
  });

  it("asks for more once an answer requires it, and saves what was changed alone (CAT-PRE-HAZMAT)", async () => {
    const server = open();
    await until(() => text().includes("42 products in this category"));
    expect(text()).toContain("Batteries, dangerous goods and warnings");
    expect(document.querySelector("form")?.textContent).not.toContain("Battery type");
    expect(text()).toContain("Still missing: Contains batteries");
    expect(text()).not.toContain("Transport report *");
    choose("Contains batteries *", "1-yes");
    await until(() => text().includes("Battery type *"));
    expect(text()).toContain("Transport report *");
    choose("Battery type *", "2-no");
    await until(() => !text().includes("Still missing"));
    await until(() => text().includes("Tassen GmbH"));
    document.querySelector<HTMLInputElement>("#parties input")?.click();
    button("Save details").click();
    await until(() => patches(server).length === 1);
    expect(patches(server)[0]).toEqual({
      attributes: {
        "1": [{ id: "1-yes", name: "Yes" }],
        "2": [{ id: "2-no", name: "No" }],
      },
      manufacturerIds: ["m1"],
    });
  });

  it("takes the files of a certificate and its date, each at once (CAT-PRE-CERT)", async () => {
    const file = { kind: "pdf" as const, id: "f1", name: "report.pdf" };
    const filed = { ...demands, details: { certificates: { "7": { files: [file] } } } };
    const server = open({ "POST /api/connections/:id/certificate-files": file, [SAVE]: filed });
    await until(() => text().includes("No file yet."));
    const picker = document.querySelector<HTMLInputElement>("#certificate-7 input[type=file]");
    if (!picker) throw new Error("no file field");
    const chosen = new File([new Uint8Array([1, 2, 3])], "report.pdf");
    Object.defineProperty(picker, "files", { value: [chosen] });
    picker.dispatchEvent(new Event("change", { bubbles: true }));
    await until(() => text().includes("report.pdf"));
    expect(text()).toContain("TikTok Shop asks for this date.");
    const day = document.querySelector<HTMLInputElement>("#certificate-7 input[type=date]");
    if (!day) throw new Error("no date field");
    const type = (value: string) => {
      day.value = value;
      for (const event of ["input", "change", "blur"])
        day.dispatchEvent(new Event(event, { bubbles: event !== "blur" }));
    };
    // As a browser tells of a year while it is typed.
    for (const value of ["0002-05-31", "0020-05-31", "0209-05-31"]) type(value);
    await until(() => text().includes("Choose a day after today"));
    type("2090-05-31");
    await until(() => patches(server).length === 2);
    expect(text()).not.toContain("Choose a day after today");
    expect(patches(server)).toEqual([
      { certificates: { "7": { files: [file] } } },
      { certificates: { "7": { files: [file], expiresAt: Date.UTC(2090, 4, 31) } } },
    ]);
    button("Remove report.pdf").click();
    await until(() => patches(server).length === 3);
    expect(patches(server)[2]).toEqual({ certificates: { "7": null } });
  });

  it("lets a party go that TikTok Shop lists no more", async () => {
    const server = open({ [READ]: { ...demands, details: { manufacturerIds: ["gone"] } } });
    await until(() => text().includes("Not registered any more"));
    document.querySelectorAll<HTMLInputElement>("#parties input")[1]?.click();
    button("Save details").click();
    await until(() => patches(server).length === 1);
    expect(patches(server)[0]).toEqual({ manufacturerIds: null });
  });

  it("loses no file where two are taken away at once", async () => {
    const files = ["f1", "f2", "f3"].map((id) => ({ kind: "pdf" as const, id, name: `${id}.pdf` }));
    const filed = { ...demands, details: { certificates: { "7": { files } } } };
    const server = open({ [READ]: filed });
    await until(() => text().includes("f3.pdf"));
    button("Remove f1.pdf").click();
    button("Remove f2.pdf").click();
    await until(() => patches(server).length === 2);
    expect(patches(server)[1]).toEqual({ certificates: { "7": { files: files.slice(2) } } });
  });

  it("keeps nothing of another source, and saves no text that is empty", async () => {
    const MAP = "PUT /api/connections/:id/channel-categories/:categoryId/field-mapping";
    const values = { Linen: { id: "9-no", name: "No" } };
    const source = { kind: "feature" as const, name: "Composition", values };
    const server = open({
      [READ]: { ...demands, mappings: [{ field: "attribute:9", source }] },
      "POST /api/connections/:id/channel-categories/:categoryId/field-preview": {
        texts: [],
        samples: [],
      },
      [MAP]: demands,
    });
    await until(() => text().includes("Read from your store"));
    button("Change where Season is read from").click();
    await until(() => text().includes("Not read from the store"));
    choose("Read from", "constant");
    await until(() =>
      [...document.querySelectorAll("label")].some((one) => one.textContent === "Text"),
    );
    button("Save").click();
    await until(() => text().includes("Enter the text that all products get."));
    const put = () => server.calls.find(({ method }) => method === "PUT")?.body;
    expect(put()).toBeUndefined();
    choose("Read from", "manufacturer");
    await until(() => !text().includes("Enter the text"));
    button("Save").click();
    await until(() => put() !== undefined);
    expect(put()).toEqual({ field: "attribute:9", source: { kind: "manufacturer" } });
  });

  it("reads a detail from the store, by proposals that a person takes", async () => {
    const MAP = "PUT /api/connections/:id/channel-categories/:categoryId/field-mapping";
    const yes = { id: "9-yes", name: "Yes" };
    const server = open({
      "POST /api/connections/:id/channel-categories/:categoryId/field-preview": {
        texts: [
          { text: "YES", count: 4, proposal: { ...yes, match: "equal" as const } },
          { text: "Yes, but no", count: 3, proposal: { ...yes, match: "similar" as const } },
          { text: "Ramie", count: 1, proposal: null },
        ],
        samples: [{ productId: "7", name: "Blue mug", texts: ["Ramie"], values: [] }],
      },
      [MAP]: demands,
    });
    await until(() => text().includes("Read from your store"));
    button("Change where Season is read from").click();
    await until(() => text().includes("Not read from the store"));
    choose("Read from", "feature:Composition");
    await until(() => text().includes("Proposed: Yes (a similar text)"));
    expect(text()).toContain("Ramie → nothing");
    expect(select("YES (4)").value).toBe("");
    button("Take all proposals of the same text").click();
    await until(() => select("YES (4)").value === "9-yes");
    expect(select("Yes, but no (3)").value).toBe("");
    button("Save").click();
    const put = () => server.calls.find(({ method }) => method === "PUT")?.body;
    await until(() => put() !== undefined);
    expect(put()).toEqual({
      field: "attribute:9",
      source: {
        kind: "feature",
        name: "Composition",
        values: { YES: { id: "9-yes", name: "Yes" } },
      },
    });
  });
});

it("says how much of the category goes on sale, from where, and saves its own", async () => {
  const rule = {
    own: { units: null, percent: 20, maximum: null },
    ofAll: { units: 1, percent: 10, maximum: 50 },
    productCount: 42,
  };
  const server = open({ [`GET ${STOCK}`]: rule, [`PUT ${STOCK}`]: rule });
  await until(() => text().includes("Now 20, from the category."));
  expect(text()).toContain("Now 50, as of all products.");
  button("Save stock rule").click();
  await until(() => server.calls.some(({ method }) => method === "PUT"));
  expect(server.calls.find(({ method }) => method === "PUT")?.body).toEqual({ own: rule.own });
});

describe("what TikTok Shop changed of a category's rules", () => {
  const news = {
    changedAt: Date.UTC(2026, 10, 3),
    items: [
      { subject: "attribute" as const, move: "asked" as const, id: "9", name: "Season" },
      { subject: "size_chart" as const, move: "asked" as const, id: "", name: "" },
    ],
    reason: "rules.601",
    stopped: 12,
  };

  it("stands above the form, with the products that it stops", async () => {
    open({ [READ]: { ...demands, news } });
    await until(() => text().includes("TikTok Shop changed its rules ("));
    expect(text()).toContain("Season is required now.");
    expect(text()).toContain("A size chart is required now.");
    const link = [...document.querySelectorAll("a")].find((one) =>
      one.textContent?.includes("Show 12 products"),
    );
    expect(link?.getAttribute("href")).toContain("/products?reason=rules.601");
  });

  it("says so where it stops none", async () => {
    open({ [READ]: { ...demands, news: { ...news, stopped: 0 } } });
    await until(() => text().includes("No product is stopped by it."));
  });
});
