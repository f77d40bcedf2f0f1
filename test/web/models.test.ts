import { describe, expect, it } from "vitest";
import type { HomeView } from "../../src/contract/api";
import { createClient, routePath, toReason } from "../../web/api/client";
import { formatMoney, formatMoneyRange, formatSince } from "../../web/i18n/format";
import { fromCarrierLines, toCarrierLines } from "../../web/connections/settings/carrier-map";
import { brandOf, withBrand } from "../../web/listings/brands";
import { fromValues, missingAttributes, toValue, toValues } from "../../web/listings/details";
import { createDraft } from "../../web/data/draft";
import { readOrderFilter } from "../../web/orders/order-filter";
import { readProductFilter } from "../../web/catalogue/product-filter";
import { withQuery } from "../../web/shell/with-query";
import { nextSteps } from "../../web/home/home";
import { fromPackageForm, toPackageForm } from "../../web/connections/settings/package-form";
import { PagesModel } from "../../web/data/pages";
import { pullProblem, toPullBody } from "../../web/catalogue/pull-window";
import { createResource } from "../../web/data/resource";
import { toShares } from "../../web/ui/shares";
import { taskProgress } from "../../web/tasks/tasks";
import { nameProblem, openStep } from "../../web/connections/setup/wizard";
import { safeNext } from "../../web/accounts/login-page";

describe("filters in the address", () => {
  it("survive the way into the address and back", () => {
    const filter = { tab: "sync_failed", search: "mug & co", category: "12" } as const;
    const url = new URL(withQuery("/x", filter), "http://local");
    expect(readProductFilter(Object.fromEntries(url.searchParams))).toEqual(filter);
  });

  it("leave the default tab and empty words out", () => {
    expect(withQuery("/x", { tab: "all", search: "", cursor: undefined })).toBe("/x");
  });

  it("read an unknown tab as all", () => {
    expect(readProductFilter({ tab: "nonsense" })).toEqual({ tab: "all" });
    expect(readOrderFilter({ tab: "cancelled", search: "577" })).toEqual({
      tab: "cancelled",
      search: "577",
    });
  });
});

describe("paging with nothing but next", () => {
  it("finds the way back through the cursors passed", () => {
    const pages = new PagesModel();
    pages.goOn(undefined);
    pages.goOn("b");
    expect(pages.goBack()).toBe("b");
    expect(pages.goBack()).toBeUndefined();
    expect(pages.canGoBack.value).toBe(false);
  });
});

describe("the wizard", () => {
  it("never opens a step the server has not reached", () => {
    expect(openStep({ setupStep: "store" }, "shop")).toBe("store");
    expect(openStep({ setupStep: "channel" }, "store")).toBe("store");
    expect(openStep({ setupStep: "shop" }, undefined)).toBe("shop");
    expect(openStep({ setupStep: "done" }, "store")).toBe("done");
  });

  it("refuses a missing, long or taken name", () => {
    expect(nameProblem("  ", [])).toBe("wizard.nameMissing");
    expect(nameProblem("x".repeat(81), [])).toBe("wizard.nameLong");
    expect(nameProblem(" main SHOP ", ["Main shop"])).toBe("wizard.nameTaken");
    expect(nameProblem("Main", ["Main shop"])).toBeNull();
  });

  it("finds its draft again after a reload, and forgets it when asked", () => {
    sessionStorage.clear();
    const before = createDraft(sessionStorage, "test", { url: "" });
    before.set({ url: "https://shop.example" });
    before.stop();
    const after = createDraft(sessionStorage, "test", { url: "" });
    expect(after.draft.value.url).toBe("https://shop.example");
    after.forget();
    expect(sessionStorage.length).toBe(0);
  });

  it("starts blank when the stored draft is broken", () => {
    sessionStorage.setItem("weft.draft.broken", "{oops");
    expect(createDraft(sessionStorage, "broken", { name: "" }).draft.value).toEqual({ name: "" });
  });
});

describe("the pull dialog", () => {
  const now = Date.UTC(2026, 0, 31, 23, 30);

  it("turns presets into days that cover every shop's today", () => {
    expect(toPullBody("since_last", "", "", now)).toEqual({ sinceLastPull: true });
    expect(toPullBody("days_30", "", "", now)).toEqual({ from: "2026-01-01", until: "2026-02-01" });
    expect(toPullBody("years_3", "", "", now).from).toBe("2023-02-01");
    expect(toPullBody("all", "", "", now)).toEqual({});
    expect(toPullBody("custom", "2026-01-02", "2026-01-03", now)).toEqual({
      from: "2026-01-02",
      until: "2026-01-03",
    });
  });

  it("refuses missing and reversed custom dates only", () => {
    expect(pullProblem("custom", "", "2026-01-01")).toBe("pull.datesMissing");
    expect(pullProblem("custom", "2026-02-01", "2026-01-01")).toBe("pull.datesReversed");
    expect(pullProblem("custom", "2026-01-01", "2026-01-01")).toBeNull();
    expect(pullProblem("all", "", "")).toBeNull();
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

describe("details for TikTok Shop", () => {
  const rule = {
    id: "7",
    name: "Material",
    isRequired: true,
    isMultiple: true,
    isCustomizable: false,
    values: [{ id: "c", name: "Cotton" }],
  };

  it("take a typed word by its id, and another only where that is allowed", () => {
    expect(toValue(rule, " cotton ")).toEqual({ id: "c", name: "Cotton" });
    expect(toValue(rule, "Hemp")).toBeNull();
    expect(toValue({ ...rule, isCustomizable: true }, "Hemp")).toEqual({ name: "Hemp" });
  });

  it("keep the brand, leave empty attributes out and name what is missing", () => {
    const before = {
      brandId: "b",
      attributes: [{ id: "7", values: [{ id: "c", name: "Cotton" }] }],
    };
    expect(fromValues(toValues(before), before)).toEqual(before);
    expect(fromValues({ "7": [] }, before)).toEqual({ brandId: "b", attributes: [] });
    expect(missingAttributes([rule], {})).toEqual([rule]);
  });
});

describe("the brand of a listing", () => {
  it("is put into the details, replaced, and taken out again", () => {
    const details = { attributes: [{ id: "7", values: [{ id: "c" }] }] };
    const branded = withBrand(details, { id: "b1", name: "Harbour Mill" });
    expect(branded).toEqual({ ...details, brandId: "b1", brandName: "Harbour Mill" });
    expect(brandOf(branded)).toEqual({ id: "b1", name: "Harbour Mill" });
    expect(brandOf(withBrand(branded, { id: "b2", name: "Maple" }))?.id).toBe("b2");
    expect(withBrand(branded, null)).toEqual(details);
    expect(brandOf(details)).toBeNull();
  });
});

describe("what to do next", () => {
  const home = (change: Partial<HomeView>): HomeView => ({
    products: { synced: 0, not_synced: 0, sync_failed: 0, update_failed: 0 },
    orders: { waiting: 0, unsynced: 0, unfulfilled: 0, fulfilled: 0, cancelled: 0 },
    categories: { mapped: 0, suggested: 0, unmapped: 0 },
    recentTasks: [],
    problems: [],
    health: null,
    ...change,
  });
  const done = (view: HomeView) => nextSteps(view)?.map((step) => step.isDone);

  it("goes from pull to map to push", () => {
    const products = { synced: 0, not_synced: 3, sync_failed: 0, update_failed: 0 };
    expect(done(home({}))).toEqual([false, false, false, false]);
    expect(done(home({ products, categories: { mapped: 1, suggested: 1, unmapped: 0 } }))).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(
      done(
        home({
          products: { ...products, synced: 1 },
          categories: { mapped: 2, suggested: 0, unmapped: 0 },
        }),
      ),
    ).toEqual([true, true, true, false]);
  });

  it("is gone once an order has come", () => {
    expect(
      nextSteps(
        home({ orders: { waiting: 1, unsynced: 0, unfulfilled: 0, fulfilled: 0, cancelled: 0 } }),
      ),
    ).toBeNull();
  });
});

describe("shares of a bar", () => {
  it("lie end to end and fill the bar, in proportion", () => {
    expect(toShares([1, 0, 3])).toEqual([
      { startPercent: 0, percent: 25 },
      null,
      { startPercent: 25, percent: 75 },
    ]);
    expect(toShares([0, 0])).toEqual([null, null]);
  });

  it("leave a single one among thousands to be seen", () => {
    const [most, one] = toShares([5000, 1]);
    expect(one?.percent).toBeGreaterThan(1.5);
    expect((most?.percent ?? 0) + (one?.percent ?? 0)).toBeCloseTo(100, 9);
    expect(one?.startPercent).toBe(most?.percent);
  });
});

describe("tasks", () => {
  it("count what is behind them in both shapes of counts", () => {
    expect(taskProgress({ total: 10, counts: { done: 4, failed: 1, skipped: 1 } })).toEqual({
      value: 6,
      max: 10,
    });
    expect(taskProgress({ total: 10, counts: { created: 1, updated: 2, unchanged: 3 } })).toEqual({
      value: 6,
      max: 10,
    });
    expect(taskProgress({ total: null, counts: { found: 3 } })).toBeUndefined();
  });
});

describe("talking to the server", () => {
  it("encodes what goes into a path and leaves empty query words out", () => {
    const path = routePath("/api/connections/:id/orders", {
      params: { id: "a/b" },
      query: { tab: "all", cursor: undefined },
    });
    expect(path).toBe("/api/connections/a%2Fb/orders?tab=all");
  });

  it("reads the contract's refusals, the sign-in service's, and neither", () => {
    expect(toReason(422, { error: { code: "store.url_invalid", facts: { a: 1 } } })).toEqual({
      code: "store.url_invalid",
      facts: { a: 1 },
    });
    expect(toReason(401, { code: "INVALID_EMAIL_OR_PASSWORD" }).code).toBe(
      "auth.invalid_email_or_password",
    );
    expect(toReason(502, null)).toEqual({ code: "weft.unexpected_answer", facts: { status: 502 } });
  });

  it("makes a lost connection a refusal, not an exception", async () => {
    const client = createClient(
      () => Promise.reject(new TypeError("offline")),
      () => {},
    );
    const result = await client.call("GET /api/connections");
    expect(result).toMatchObject({ ok: false, error: { code: "network.offline" } });
  });

  it("tells of an ended session, but not of a wrong password", async () => {
    let ended = 0;
    const send = async () =>
      Response.json({ error: { code: "auth.unauthenticated", facts: {} } }, { status: 401 });
    const client = createClient(send, () => (ended += 1));
    await client.post("/api/auth/sign-in/email", {});
    expect(ended).toBe(0);
    await client.call("GET /api/connections");
    expect(ended).toBe(1);
  });

  it("lets only the newest of two reads count", async () => {
    const answers: ((text: string) => void)[] = [];
    const resource = createResource(
      () =>
        new Promise<{ ok: true; value: string }>((resolve) =>
          answers.push((value) => resolve({ ok: true, value })),
        ),
    );
    const reads = [resource.reload(), resource.reload()];
    answers[1]?.("new");
    answers[0]?.("old");
    await Promise.all(reads);
    expect(resource.value.value).toBe("new");
  });
});

describe("reading aids", () => {
  it("write money without a float in between", () => {
    expect(formatMoney(1912, "GBP")).toContain("19.12");
    expect(formatMoney(500, "JPY")).toContain("500");
    expect(formatMoneyRange(100, 100, "EUR")).not.toContain("–");
  });

  it("tell time from now up to a month back", () => {
    const now = Date.UTC(2026, 5, 15);
    expect(formatSince(now - 3 * 60_000, now)).toBe("3 minutes ago");
    expect(formatSince(now - 90 * 86_400_000, now)).toMatch(/2026/);
  });

  it("lead nowhere else after the login", () => {
    expect(safeNext("/connections/a?tab=x")).toBe("/connections/a?tab=x");
    expect(safeNext("//evil.example")).toBe("/connections");
    expect(safeNext("/\\evil.example")).toBe("/connections");
    expect(safeNext("https://evil.example")).toBe("/connections");
  });
});
