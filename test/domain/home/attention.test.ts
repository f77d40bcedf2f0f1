import { describe, expect, it } from "vitest";
import type { Facts } from "../../../src/domain/facts";
import {
  listAttention,
  type AttentionInput,
  type ProductGroup,
} from "../../../src/domain/home/attention";

const calm: AttentionInput = {
  now: 1_000,
  state: "active",
  authorization: { state: "valid", expiresAt: null },
  problems: [],
  hasMoreProblems: false,
  report: null,
  products: [],
  suggestions: 0,
  unmappedListings: { count: 0, isMore: false },
  unconfirmedTasks: [],
};
const keys = (change: Partial<AttentionInput>) =>
  listAttention({ ...calm, ...change }).map(({ key, count }) => [key, count]);
const problem = (key: string, code: string, firstSeenAt = 1) => ({
  key,
  code,
  facts: {},
  firstSeenAt,
  sample: null,
});
const group = (code: string, count: number, change: Partial<ProductGroup> = {}): ProductGroup => ({
  code,
  count,
  isMore: false,
  tab: null,
  facts: {},
  sample: null,
  since: 1,
  ...change,
});

describe("what needs a person", () => {
  it("is nothing where nothing does", () => {
    expect(keys({ report: { findings: [], checkedAt: 1 } })).toEqual([]);
  });

  it("puts orders that wait for the same reason together, shown by the one that waits longest", () => {
    const entries = listAttention({
      ...calm,
      problems: [
        problem("order:2", "order.line_unlinked", 20),
        {
          ...problem("order:1", "order.line_unlinked", 10),
          sample: { id: "1", name: "Ada", imageUrl: null },
        },
        problem("order:3", "order.oversold", 5),
      ],
    });
    expect(entries).toMatchObject([
      { key: "orders:order.oversold", count: 1, since: 5 },
      { key: "orders:order.line_unlinked", count: 2, since: 10, sample: { id: "1" } },
    ]);
  });

  it("says that there may be more orders where not all problems were read", () => {
    const problems = [problem("order:1", "order.oversold")];
    expect(listAttention({ ...calm, problems, hasMoreProblems: true })).toMatchObject([
      { count: 1, isMore: true },
    ]);
  });

  it("says once that the module does not serve, by the check that says what to do", () => {
    const problems = [problem("module", "prestashop.module_unpaired", 1)];
    const findings = [{ check: "module.paired", verdict: "fail" as const, facts: {} }];
    expect(keys({ problems, report: { findings, checkedAt: 2 } })).toEqual([
      ["check:module.paired", 1],
    ]);
    const passed = [{ check: "module.paired", verdict: "warn" as const, facts: {} }];
    expect(keys({ problems, report: { findings: passed, checkedAt: 2 } })).toEqual([
      ["problem:module", 1],
    ]);
  });

  it("drops what a report said of orders and pauses that are over since", () => {
    const said = (check: string, facts: Facts) =>
      keys({
        report: { findings: [{ check, verdict: "fail", facts }], checkedAt: 1 },
      });
    expect(said("orders.waiting", { count: 1, code: "order.line_unlinked" })).toEqual([]);
    expect(said("orders.waiting", { count: 1 })).toHaveLength(1);
    expect(said("store.silence", { until: 1_000 })).toEqual([]);
    expect(said("store.silence", { until: 1_001 })).toHaveLength(1);
  });

  it("counts listings that stand for no product, and is silent where there are none", () => {
    const unmappedListings = { count: 3, isMore: false };
    expect(listAttention({ ...calm, unmappedListings })).toMatchObject([
      { key: "listings", kind: "listing", code: "mapping.unmapped", ...unmappedListings },
    ]);
  });

  it("names failed checks and leaves those that only warn or wait", () => {
    const findings = (["fail", "warn", "pass", "skipped"] as const).map((verdict) => ({
      check: `store.${verdict}`,
      verdict,
      facts: {},
    }));
    expect(keys({ report: { findings, checkedAt: 1 } })).toEqual([["check:store.fail", 1]]);
  });

  it("lists products by reason, the most first, apart by tab where only one tab counts", () => {
    const products = [
      group("listing.image_missing", 2),
      group("listing.inactive", 1, { tab: "update_failed" }),
      group("listing.category_missing", 19),
    ];
    expect(keys({ products })).toEqual([
      ["products:listing.category_missing", 19],
      ["products:listing.image_missing", 2],
      ["products:listing.inactive:update_failed", 1],
    ]);
  });

  it("says once that the authorisation is gone, not by its checks and its problem as well", () => {
    const findings = [{ check: "channel.token", verdict: "fail" as const, facts: {} }];
    const said = keys({
      state: "disconnected",
      problems: [problem("channel", "channel.authorization_revoked"), problem("source", "x.y")],
      report: { findings, checkedAt: 1 },
    });
    expect(said).toEqual([
      ["connection", 1],
      ["problem:source", 1],
    ]);
  });

  it("says a thing once where a problem, a check and an entry with its rows know of it", () => {
    const failed = (...checks: string[]) => ({
      findings: checks.map((check) => ({ check, verdict: "fail" as const, facts: {} })),
      checkedAt: 5,
    });
    const orders = { problems: [problem("order:1", "order.line_unlinked")] };
    expect(keys({ ...orders, report: failed("orders.waiting") })).toEqual([
      ["orders:order.line_unlinked", 1],
    ]);
    expect(keys({ report: failed("orders.waiting") })).toEqual([["check:orders.waiting", 1]]);
    const prices = {
      problems: [problem("price:9", "listing.price_zero")],
      products: [group("listing.price_zero", 2)],
    };
    expect(keys(prices)).toEqual([["products:listing.price_zero", 2]]);
    const currency = {
      problems: [problem("currency", "listing.currency_differs")],
      products: [group("listing.currency_differs", 19)],
      report: failed("store.price_currency"),
    };
    expect(keys(currency)).toEqual([["products:listing.currency_differs", 19]]);
    const store = (firstSeenAt: number) => ({
      problems: [problem("source", "prestashop.key_invalid", firstSeenAt)],
      report: failed("store.key"),
    });
    expect(keys(store(4))).toEqual([["check:store.key", 1]]);
    // A problem keeps its age when its code becomes another one, of which the check says nothing.
    const another = {
      problems: [problem("source", "prestashop.unreachable", 4)],
      report: failed("store.permissions"),
    };
    expect(keys(another)).toEqual([
      ["problem:source", 1],
      ["check:store.permissions", 1],
    ]);
    // What was found after the check may be something else.
    expect(keys(store(6))).toEqual([
      ["problem:source", 1],
      ["check:store.key", 1],
    ]);
  });

  it("warns of an authorisation that ends soon, of open suggestions and of tasks to confirm", () => {
    const said = keys({
      authorization: { state: "expiring", expiresAt: 9 },
      problems: [problem("authorization", "channel.authorization_ends")],
      suggestions: 3,
      unconfirmedTasks: [{ id: "t", kind: "push-products", createdAt: 1 }],
    });
    expect(said).toEqual([
      ["connection", 1],
      ["categories", 3],
      ["task:t", 1],
    ]);
  });
});
