import { signal } from "@preact/signals";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { LiveContext, LiveModel } from "../../../web/data/live";
import { createApp } from "../../../web/shell/app";
import { ListViewModel } from "../../../web/data/list-view";
import type { ListAddress } from "../../../web/data/use-list-address";
import { ProductList } from "../../../web/catalogue/product-list";
import { ProductsModel } from "../../../web/catalogue/products";
import Products from "../../../web/catalogue/products-page";
import { aProductRow } from "../support/product-row";
import { inConnection } from "../support/in-connection";
import { button, draw, fakeServer, text, until, type FakeAnswers } from "../support/render";

const counts = { all: 1227, synced: 0, not_synced: 1227, sync_failed: 0, update_failed: 0 };
const rows = Array.from({ length: 50 }, (_, index) =>
  aProductRow({ id: String(index), name: `Mug ${index}` }),
);
const page = { rows, next: "place", counts, isMore: false };

function drawProducts(path = "/connections/c/products", answers: FakeAnswers = {}) {
  const server = fakeServer({
    "GET /api/connections/:id/categories": { rows: [], treeReadAt: null },
    "GET /api/connections/:id/products": page,
    ...answers,
  });
  draw(inConnection(<Products />, server), server, path);
  return server;
}
const listed = (server: ReturnType<typeof fakeServer>) =>
  server.calls.flatMap(({ path }) => (path.includes("/products?") ? path : []));
const heads = () => [...document.querySelectorAll("thead th")].map((head) => head.textContent);

beforeEach(() => {
  localStorage.clear();
  HTMLElement.prototype.hidePopover ??= vi.fn();
});

describe("the list of products", () => {
  it("sorts by the heads of its columns, in the address, and says by which", async () => {
    const server = drawProducts("/connections/c/products?search=mug&sort=-price");
    await until(() => text().includes("Mug 49"));
    expect(listed(server)).toContain("/api/connections/c/products?tab=all&search=mug&sort=-price");
    const head = (label: string) =>
      [...document.querySelectorAll("thead th")].find((one) => one.textContent === label);
    expect(head("Price")?.getAttribute("aria-sort")).toBe("descending");
    expect(head("Updated")?.getAttribute("aria-sort")).toBeNull();
    const href = (label: string) => head(label)?.querySelector("a")?.getAttribute("href");
    expect(href("Price")).toBe("/connections/c/products?search=mug");
    expect(href("Product")).toBe("/connections/c/products?search=mug&sort=name");
  });

  it("filters by stock, and leaves out what no one can choose", async () => {
    const server = drawProducts("/connections/c/products?stock=low&sort=colour");
    await until(() => text().includes("Mug 49"));
    expect(listed(server)).toEqual(["/api/connections/c/products?tab=all&stock=low"]);
  });

  it("says which rows of how many are shown, and nothing untrue of a page opened by its address", async () => {
    drawProducts();
    await until(() => text().includes("Mug 49"));
    expect(text()).toContain("1–50 of 1,227");
    button("Next").click();
    await until(() => text().includes("51–100 of 1,227"));
    button("Previous").click();
    await until(() => text().includes("1–50 of 1,227"));
    drawProducts("/connections/c/products?cursor=place");
    await until(() => text().includes("1,227 products"));
    expect(text()).not.toContain("of 1,227");
  });

  it("says of no list that is being filled that it is empty", async () => {
    const none = { all: 0, synced: 0, not_synced: 0, sync_failed: 0, update_failed: 0 };
    const server = fakeServer({
      "GET /api/connections/:id/products": { rows: [], next: null, counts: none, isMore: false },
    });
    const { client } = createApp(server.send, document.documentElement, localStorage);
    const model = new ProductsModel(client, "c");
    await model.show({ tab: "all" }, undefined);
    const isChanging = signal(true);
    draw(
      inConnection(
        <ProductList
          model={model}
          isChanging={isChanging}
          filter={{ tab: "all" }}
          address={{ isFirst: true } as unknown as ListAddress}
          sorting={{ current: undefined, hrefOf: () => "" }}
          view={new ListViewModel("products")}
          onOpen={() => {}}
          onAct={() => {}}
        />,
        server,
      ),
      server,
    );
    await until(() => document.querySelector(".skeleton") !== null);
    expect(text()).not.toContain("No products yet");
    isChanging.value = false;
    await until(() => text().includes("No products yet"));
  });

  it("leaves out the columns a person does not want, the next time too", async () => {
    drawProducts();
    await until(() => text().includes("Mug 49"));
    expect(heads()).toContain("Stock");
    const choice = [...document.querySelectorAll(".view-choice")].find(
      (one) => one.textContent === "Stock",
    );
    choice?.querySelector("input")?.click();
    await until(() => !heads().includes("Stock"));
    drawProducts();
    await until(() => text().includes("Mug 49"));
    expect(heads()).toContain("Price");
    expect(heads()).not.toContain("Stock");
  });

  it("draws the usual list where what is kept of it is not readable", async () => {
    localStorage.setItem("weft.view.products", '{"hidden":"all"');
    drawProducts();
    await until(() => text().includes("Mug 49"));
    expect(heads()).toContain("Stock");
  });

  it("does with all that match what its bar offers", async () => {
    const server = drawProducts("/connections/c/products?stock=low", {
      "POST /api/connections/:id/update": { taskId: "t", count: 1227 },
    });
    await until(() => text().includes("Mug 49"));
    document.querySelector<HTMLInputElement>('[aria-label="Select all on this page"]')?.click();
    await until(() => text().includes("50 products selected"));
    button("Select all 1,227 products of this filter").click();
    await until(() => text().includes("1,227 products selected"));
    const bar = document.querySelector(".selection-bar");
    const update = [...(bar?.querySelectorAll("button") ?? [])].find(
      (one) => one.textContent === "Update stock",
    );
    update?.click();
    await until(() => server.calls.some((call) => call.path.endsWith("/update")));
    expect(server.calls.find((call) => call.path.endsWith("/update"))?.body).toEqual({
      selection: { filter: { tab: "all", stock: "low" } },
      what: "stock",
    });
  });

  it("says how many it has counted at least where it stops to count, and takes all of them", async () => {
    const some = { all: 60, synced: 0, not_synced: 60, sync_failed: 0, update_failed: 0 };
    drawProducts("/connections/c/products?search=mug", {
      "GET /api/connections/:id/products": { ...page, counts: some, isMore: true },
    });
    await until(() => text().includes("Mug 49"));
    expect(text()).toContain("1–50 of 60+");
    expect(text()).toContain("All 60+");
    document.querySelector<HTMLInputElement>('[aria-label="Select all on this page"]')?.click();
    await until(() => text().includes("Select all of this filter"));
    button("Select all of this filter").click();
    await until(() => text().includes("All of this filter are selected"));
  });

  it("marks what a push would change, and nothing else", async () => {
    const changed = aProductRow({ id: "c", name: "Changed mug", hasChanges: true });
    const answer = { ...page, rows: [changed, aProductRow({ id: "d", name: "Other mug" })] };
    drawProducts(undefined, { "GET /api/connections/:id/products": answer });
    await until(() => text().includes("Other mug"));
    const marked = [...document.querySelectorAll(".tag")].map((tag) => tag.textContent);
    expect(marked).toEqual(["Changes pending"]);
  });

  it("offers what stops a push as the list of things to do counts it", async () => {
    const server = fakeServer({
      "GET /api/connections/:id/categories": { rows: [], treeReadAt: null },
      "GET /api/connections/:id/products": page,
    });
    const { client } = createApp(server.send, document.documentElement, localStorage);
    const live = new LiveModel(client, "c");
    const product = { kind: "product", key: "k", facts: {}, sample: null, since: null } as const;
    const attribute = { ...product, code: "listing.attribute_missing" };
    live.attention.put({
      oversold: 0,
      oversoldNewest: null,
      entries: [
        { ...attribute, count: 12, isMore: true, tab: "sync_failed" },
        { ...attribute, count: 3, isMore: false, tab: "update_failed" },
        { ...product, kind: "order", code: "order.unlinked", count: 1, isMore: false, tab: null },
      ],
    });
    const shared = { versions: live.versions, attention: live.attention, kept: new Map() };
    draw(
      inConnection(
        <LiveContext.Provider value={shared}>
          <Products />
        </LiveContext.Provider>,
        server,
      ),
      server,
      "/connections/c/products?reason=listing.image_missing",
    );
    await until(() => text().includes("Mug 49"));
    expect(listed(server)).toContain(
      "/api/connections/c/products?tab=all&reason=listing.image_missing",
    );
    const offered = [...document.querySelectorAll("option")].map((option) => option.textContent);
    expect(offered).toContain("Attribute missing (15+)");
    expect(offered).toContain("No image (0)");
    expect(offered.join()).not.toContain("unlinked");
  });
});
