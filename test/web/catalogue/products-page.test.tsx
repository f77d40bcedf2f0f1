import { beforeEach, describe, expect, it, vi } from "vitest";
import { ConnectionContext, ConnectionModel } from "../../../web/connections/connection";
import Products from "../../../web/catalogue/products-page";
import {
  button,
  draw,
  fakeServer,
  openMenu,
  text,
  until,
  type FakeAnswers,
} from "../support/render";
import { me } from "../support/account";
import { aProductRow } from "../support/product-row";

const row = aProductRow({
  tags: ["category"],
  missing: [{ code: "listing.category_missing", facts: {} }],
  syncState: "sync_failed",
});
const COUNTED = {
  count: 30,
  hidden: 3,
  stopped: 9,
  unchecked: 1,
  reasons: [
    { code: "listing.category_missing", count: 7 },
    { code: "listing.image_missing", count: 2 },
  ],
};
const counts = { all: 30, synced: 0, not_synced: 29, sync_failed: 1, update_failed: 0 };

function drawProducts(answers: FakeAnswers, path = "/connections/c/products") {
  const server = fakeServer({
    "GET /api/me": me,
    "GET /api/connections/:id/categories": { rows: [], treeReadAt: null },
    ...answers,
  });
  const holder: { model?: InstanceType<typeof ConnectionModel> } = {};
  const Page = () => {
    holder.model ??= new ConnectionModel(
      {
        call: async () => ({ ok: false, status: 0, error: { code: "network.offline", facts: {} } }),
        post: async () => ({ ok: true, value: null }),
      },
      "c",
    );
    const open = {
      id: "c",
      base: "/connections/c",
      model: holder.model,
      detail: holder.model.detail,
    };
    return (
      <ConnectionContext.Provider value={open}>
        <Products />
      </ConnectionContext.Provider>
    );
  };
  draw(<Page />, server, path);
  return server;
}

beforeEach(() => {
  HTMLDialogElement.prototype.showModal ??= vi.fn();
  // happy-dom knows no popovers; Chromium runs show that they open and close.
  HTMLElement.prototype.hidePopover ??= vi.fn();
});

describe("the four states of a page", () => {
  it("draws a skeleton while the first answer is awaited", async () => {
    drawProducts({});
    expect(text()).toContain("Loading");
  });

  it("draws a refusal in words, and reads again when asked", async () => {
    const refused = { status: 503, error: { code: "weft.unexpected", facts: {} } };
    const server = drawProducts({ "GET /api/connections/:id/products": refused });
    await until(() => text().includes("Something unforeseen"));
    const before = server.calls.length;
    button("Try again").click();
    await until(() => server.calls.length > before);
  });

  it("draws the way out of an empty list", async () => {
    const zero = { all: 0, synced: 0, not_synced: 0, sync_failed: 0, update_failed: 0 };
    drawProducts({
      "GET /api/connections/:id/products": {
        rows: [],
        next: null,
        counts: zero,
        isMore: false,
      },
    });
    await until(() => text().includes("No products yet"));
    expect(button("Pull products…")).toBeTruthy();
  });

  it("tells an empty filter from an empty list", async () => {
    drawProducts(
      {
        "GET /api/connections/:id/products": {
          rows: [],
          next: null,
          counts,
          isMore: false,
        },
      },
      "/connections/c/products?tab=synced",
    );
    await until(() => text().includes("No product matches"));
    expect(text()).toContain("Clear filters");
  });

  it("draws rows with their tags and counts", async () => {
    drawProducts({
      "GET /api/connections/:id/products": {
        rows: [row],
        next: "n",
        counts,
        isMore: false,
      },
    });
    await until(() => text().includes("Blue mug"));
    expect(text()).toContain("1–1 of 30");
    expect(document.querySelector('[aria-label="Missing: category"]')).toBeTruthy();
  });
});

describe("the products table", () => {
  const page = { rows: [row], next: "n", counts, isMore: false };

  it("asks for what the address says", async () => {
    const server = drawProducts(
      { "GET /api/connections/:id/products": page },
      "/connections/c/products?tab=sync_failed&search=mug&cursor=x",
    );
    await until(() => text().includes("Blue mug"));
    expect(server.calls.map((call) => call.path)).toContain(
      "/api/connections/c/products?tab=sync_failed&search=mug&cursor=x",
    );
  });

  it("pushes exactly the chosen rows", async () => {
    const server = drawProducts({
      "GET /api/connections/:id/products": page,
      "POST /api/connections/:id/push": { taskId: "t", count: 1 },
    });
    await until(() => text().includes("Blue mug"));
    document.querySelector<HTMLInputElement>('[aria-label="Select Blue mug"]')?.click();
    await until(() => text().includes("1 product selected"));
    button("Push selected").click();
    await until(() => server.calls.some((call) => call.path.endsWith("/push")));
    const push = server.calls.find((call) => call.path.endsWith("/push"));
    expect(push?.body).toEqual({ selection: { ids: ["7"] } });
  });

  it("asks with the exact number before it pushes all pages", async () => {
    const server = drawProducts({
      "GET /api/connections/:id/products": page,
      "POST /api/connections/:id/selection-count": COUNTED,
      "POST /api/connections/:id/push": { taskId: "t", count: 30 },
    });
    await until(() => text().includes("Blue mug"));
    await openMenu("Actions");
    button("Push all pages…").click();
    await until(() => text().includes("This pushes 30 products"));
    expect(text()).toContain("3 of these are hidden in the store");
    await until(() => text().includes("No TikTok Shop category: 7 products"));
    expect(text()).toContain("20 of 30 can go now.");
    const reason = document.querySelector('a[href$="/products?reason=listing.category_missing"]');
    expect(reason?.textContent).toContain("7 products");
    expect(server.calls.some((call) => call.path.endsWith("/push"))).toBe(false);
    button("Push 30 products").click();
    await until(() => server.calls.some((call) => call.path.endsWith("/push")));
    expect(server.calls.find((call) => call.path.endsWith("/push"))?.body).toEqual({
      selection: { filter: { tab: "all" } },
    });
  });

  it("lists all pages as a task to confirm, and leads there", async () => {
    const server = drawProducts({
      "GET /api/connections/:id/products": page,
      "POST /api/connections/:id/selection-count": COUNTED,
      "POST /api/connections/:id/push": { taskId: "t", count: 30 },
    });
    await until(() => text().includes("Blue mug"));
    await openMenu("Actions");
    button("Push all pages…").click();
    await until(() => text().includes("This pushes 30 products"));
    button("Show the list first").click();
    await until(() => location.pathname === "/connections/c/tasks/t");
    expect(server.calls.find((call) => call.path.endsWith("/push"))?.body).toEqual({
      selection: { filter: { tab: "all" } },
      waitsForConfirmation: true,
    });
  });

  it("shows why a product failed in three parts when its row is expanded", async () => {
    drawProducts({ "GET /api/connections/:id/products": page });
    await until(() => text().includes("Blue mug"));
    button("Expand Blue mug").click();
    await until(() => text().includes("The product has no TikTok Shop category."));
    expect(text()).toContain("Nothing was sent to TikTok Shop");
    expect(text()).toContain("Choose a TikTok Shop category for its store category");
    expect(button("Collapse Blue mug").getAttribute("aria-expanded")).toBe("true");
  });

  it("leads from each red tag to the field where it is filled in", async () => {
    const lacking = {
      ...row,
      tags: ["attribute", "certificate", "manufacturer", "size_chart", "weight"],
      missing: [
        { code: "listing.attribute_missing", facts: { names: ["Type"], ids: ["100 1"] } },
        { code: "listing.certificate_expired", facts: { names: ["CE"], ids: ["9"] } },
      ],
    };
    drawProducts({ "GET /api/connections/:id/products": { ...page, rows: [lacking] } });
    await until(() => text().includes("Blue mug"));
    const places = [...document.querySelectorAll('[aria-label^="Missing"]')].map((one) =>
      one.getAttribute("href"),
    );
    expect(places).toEqual([
      "/connections/c/products/7#attribute-100 1",
      "/connections/c/products/7#certificate-9",
      "/connections/c/settings#parties",
      "/connections/c/products/7#size-chart",
      "/connections/c/settings#package",
    ]);
  });

  it("tells what is being checked again from what is missing", async () => {
    const checked = { ...row, check: "outdated" as const, tags: [], missing: [] };
    drawProducts({ "GET /api/connections/:id/products": { ...page, rows: [checked] } });
    await until(() => text().includes("Being checked"));
    expect(document.querySelector('[aria-label^="Missing"]')).toBeNull();
    button("Expand Blue mug").click();
    await until(() => text().includes("Weft is checking the product again."));
  });

  it("tells what stops a push from what TikTok Shop answered", async () => {
    const audit = { text: "The picture shows another brand" };
    const refused = { ...row, reasons: [{ code: "listing.audit_rejected", facts: audit }] };
    drawProducts({ "GET /api/connections/:id/products": { ...page, rows: [refused] } });
    await until(() => text().includes("Blue mug"));
    button("Expand Blue mug").click();
    await until(() => text().includes("What the last push and TikTok Shop said"));
    const [stops = "", answered = ""] = text().split("What the last push and TikTok Shop said");
    expect(stops).toContain("The product has no TikTok Shop category.");
    expect(answered).toContain("The picture shows another brand");
  });
});
