import { describe, expect, it } from "vitest";
import CategoryProposals from "../../../web/categories/category-proposals";
import { inConnection } from "../support/in-connection";
import { button, draw, fakeServer, text, until, type FakeAnswers } from "../support/render";

const LIST = "GET /api/connections/:id/channel-categories/:categoryId/store-texts";
const ACCEPT = "POST /api/connections/:id/channel-categories/:categoryId/proposals/accept";

const cotton = { id: "1a", name: "Cotton" };
const party = { id: "2a", name: "Party" };

const shirt = (productId: string, open = ["1", "2"]) => ({
  productId,
  name: `Shirt ${productId}`,
  lines: [
    { place: "feature" as const, label: "Composition", text: "pure cotton" },
    { place: "description" as const, text: "For parties." },
  ],
  open,
});
const attribute = (id: string, name: string, values: { id: string; name: string }[]) => ({
  id,
  name,
  isRequired: false,
  isMultiple: false,
  isCustomizable: false,
  isSafety: false,
  values,
});
const demands = {
  attributes: [attribute("1", "Material", [cotton]), attribute("2", "Occasion", [party])],
};

let app: ReturnType<typeof draw>;

function open(answers: FakeAnswers) {
  const server = fakeServer(answers);
  const card = <CategoryProposals categoryId="601" demands={demands} />;
  app = draw(inConnection(card, server), server, "/connections/c");
  return server;
}

const boxes = () => [...document.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
const sent = ({ calls }: ReturnType<typeof fakeServer>) =>
  calls.filter(({ method }) => method === "POST").map(({ body }) => body);

describe("what the store says of a category's products", () => {
  it("is shown with where it says so; what it states is ticked, and taken by one press", async () => {
    const server = open({
      [LIST]: { products: [shirt("1"), shirt("2")], next: null },
      [ACCEPT]: { written: ["1", "2"] },
    });
    await until(() => text().includes("Shirt 2"));
    expect(text()).toContain("Feature: “Composition: pure cotton”");
    expect(boxes().map(({ checked }) => checked)).toEqual([true, false, true, false]);
    boxes()[3]?.click();
    await until(() => text().includes("Take 3 values for 2 products"));
    button("Take 3 values for 2 products").click();
    await until(() => app.said.value.includes("Filled in for 2 products"));
    expect(sent(server)).toEqual([
      {
        products: [
          { productId: "1", attributes: { "1": [cotton] } },
          { productId: "2", attributes: { "1": [cotton], "2": [party] } },
        ],
      },
    ]);
    // What nobody took is still there.
    expect(boxes()).toHaveLength(1);
    expect(text()).not.toContain("Shirt 2");
  });

  it("tells of products that had changed meanwhile", async () => {
    open({
      [LIST]: { products: [shirt("1"), shirt("2")], next: null },
      [ACCEPT]: { written: ["2"] },
    });
    await until(() => text().includes("Shirt 1"));
    button("Take 2 values for 2 products").click();
    await until(
      () =>
        app.said.value ===
        "Filled in for 1 product; 1 product had changed meanwhile and was left as it is.",
    );
  });

  it("says so where there is nothing, and takes nothing that is not ticked", async () => {
    open({ [LIST]: { products: [shirt("1", [])], next: null } });
    await until(() => text().includes("say nothing more"));
    expect(text()).toContain("1 product read so far");
    open({ [LIST]: { products: [shirt("1")], next: null } });
    await until(() => text().includes("Shirt 1"));
    button("Tick nothing").click();
    await until(() => button("Take the ticked values").disabled);
    button("Tick what is stated").click();
    await until(() => text().includes("Take 1 value for 1 product"));
  });

  it("reads on by itself for a while where there is nothing, and then by a press", async () => {
    const server = open({ [LIST]: { products: [shirt("1", [])], next: "more" } });
    await until(() => text().includes("8 products read so far"));
    expect(text()).not.toContain("say nothing more");
    button("Read more products").click();
    await until(() => text().includes("16 products read so far"));
    expect(server.calls.filter(({ path }) => path.includes("store-texts"))).toHaveLength(16);
  });
});
