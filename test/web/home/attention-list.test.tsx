import { describe, expect, it } from "vitest";
import type { AttentionEntry } from "../../../src/contract/home";
import { ConnectionContext, ConnectionModel } from "../../../web/connections/connection";
import { LiveContext, LiveModel } from "../../../web/data/live";
import { countByPlace } from "../../../web/home/count-by-place";
import { AttentionList } from "../../../web/home/attention-list";
import { createClient } from "../../../web/api/client";
import { draw, fakeServer, text, until } from "../support/render";

const entry = (change: Partial<AttentionEntry>): AttentionEntry => ({
  key: "k",
  kind: "product",
  code: "listing.category_missing",
  facts: {},
  count: 1,
  isMore: false,
  sample: null,
  tab: null,
  since: null,
  ...change,
});

function drawList(entries: AttentionEntry[], warned = 0) {
  const server = fakeServer({
    "GET /api/connections/:id/attention": { entries, oversold: 0, oversoldNewest: null },
  });
  const client = createClient(server.send, () => {});
  const model = new ConnectionModel(client, "c");
  const live = new LiveModel(client, "c");
  const shared = { versions: live.versions, attention: live.attention, kept: new Map() };
  const open = { id: "c", base: "/connections/c", model, detail: model.detail };
  void live.attention.reload();
  draw(
    <ConnectionContext.Provider value={open}>
      <LiveContext.Provider value={shared}>
        <AttentionList warned={warned} />
      </LiveContext.Provider>
    </ConnectionContext.Provider>,
    server,
  );
}

const linkOf = (label: string) =>
  [...document.querySelectorAll("a")]
    .find((one) => one.textContent?.trim() === label)
    ?.getAttribute("href");

describe("the list of what needs a person", () => {
  it("says that nothing needs anybody where nothing does", async () => {
    drawList([]);
    await until(() => text().includes("Nothing needs your attention."));
  });

  it("mentions what the check recommends beside it", async () => {
    drawList([], 2);
    await until(() => text().includes("leaves 2 recommendations"));
  });

  it("leads from changed rules to the products they stop and to the form for all of them", async () => {
    const ofCategory = { category: "T-shirts", categoryId: "601", filter: "rules.601" };
    const facts = { ...ofCategory, names: ["Material"], subjects: [] };
    const sample = { id: "7", name: "Blue tee", imageUrl: null };
    drawList([entry({ code: "category.rules_changed", facts, count: 12, sample })]);
    await until(() => text().includes("TikTok Shop changed its rules: T-shirts"));
    expect(text()).toContain("It now asks for Material.");
    expect(linkOf("Show 12 products")).toBe("/connections/c/products?reason=rules.601");
    expect(linkOf("Fill in")).toBe("/connections/c/categories?of=601");
  });

  it("names products by one of them and leads to exactly those", async () => {
    const sample = { id: "7", name: "Blue mug", imageUrl: "https://shop.example/7.jpg" };
    drawList([entry({ count: 19, sample, since: 1 })]);
    await until(() => text().includes("19 products, among them Blue mug"));
    expect(document.querySelector("img")?.getAttribute("src")).toBe("https://shop.example/7.jpg");
    expect(linkOf("Choose category")).toBe("/connections/c/categories");
    expect(linkOf("Show 19 products")).toBe(
      "/connections/c/products?reason=listing.category_missing",
    );
  });

  it("leads to the one product and to what it needs", async () => {
    drawList([entry({ sample: { id: "7", name: "Blue mug", imageUrl: null } })]);
    await until(() => text().includes("1 product: Blue mug"));
    expect(linkOf("Choose category")).toBe("/connections/c/products/7#category");
    expect(linkOf("Open the product")).toBe("/connections/c/products/7");
  });

  it("leads to the orders that wait for one reason", async () => {
    drawList([
      entry({
        kind: "order",
        code: "order.line_unlinked",
        facts: { skus: ["demo_11"] },
        count: 2,
        sample: { id: "51", name: "Ada", imageUrl: null },
      }),
    ]);
    await until(() => text().includes("2 orders, among them Ada"));
    expect(linkOf("Show 2 orders")).toBe("/connections/c/orders?problem=order.line_unlinked");
  });

  it("says how many listings stand for no product, and leads to where they are mapped alone", async () => {
    const counted = { count: 1_000, isMore: true };
    drawList([entry({ kind: "listing", code: "mapping.unmapped", facts: counted, ...counted })]);
    await until(() => text().includes("1,000+ listings of your TikTok Shop stand for no product"));
    expect(linkOf("Map products")).toBe("/connections/c/map");
    expect(document.querySelectorAll(".attention-actions a")).toHaveLength(1);
  });

  it("words a failed check once its words are there, and leads to its line", async () => {
    drawList([entry({ kind: "check", code: "store.clock", facts: { seconds: 90 } })]);
    await until(() => !text().includes("A health check fails") && text().includes("Clock"));
    expect(linkOf("See the check")).toBe("/connections/c/health#check-store.clock");
  });
});

describe("the numbers of the sidebar", () => {
  it("are those of the list", () => {
    const counts = countByPlace([
      entry({ count: 19 }),
      entry({ code: "listing.image_missing", count: 3 }),
      entry({ kind: "order", count: 2 }),
      entry({ kind: "check" }),
    ]);
    expect(Object.fromEntries(counts)).toEqual({ products: 19, orders: 2, health: 1 });
  });
});
