import { describe, expect, it } from "vitest";
import { applyReport } from "../../../src/domain/listings/apply-report";
import { toSyncError } from "../../../src/platforms/tiktok-shop/errors";
import type { Reason } from "../../../src/domain/errors/reason";
import type { Facts } from "../../../src/domain/facts";
import { createFormat } from "../../../src/i18n/base/format";
import { checks as checkTexts } from "../../../src/i18n/en/checks";
import { problems } from "../../../src/i18n/en/problems";
import { problemPlace } from "../../../src/i18n/fix-places";
import * as findings from "../../../src/i18n/finding-text";
import * as i18n from "../../../src/i18n/base/problem-text";

const SOURCES = import.meta.glob<string>("../../../src/**/*.ts", {
  query: "?raw",
  import: "default",
  eager: true,
});
const format = createFormat("en-GB");
const problemText = (reason: Reason) => i18n.problemText(problems, reason, format);
const hasProblemText = (code: string) => i18n.hasProblemText(problems, code);
const CODE = "[a-z][a-z0-9]*(?:[._][a-z0-9]+)*\\.[a-z0-9_]+";

/** Every code a problem can carry, as the sources spell it: thrown, listed, or returned. */
function codesOfSources(): Map<string, string> {
  const patterns = [
    `SyncError\\(\\s*"(?:retry|merchant|reconnect|defect)",\\s*"(${CODE})"`,
    `\\bcode: "(${CODE})"`,
    `\\[\\s*"(${CODE})",\\s*"(?:retry|merchant|reconnect|defect)"`,
  ].map((pattern) => new RegExp(pattern, "g"));
  const codes = new Map<string, string>();
  // The one code that is put together: the pipe knows no vendor's name.
  for (const vendor of ["tiktok", "prestashop"]) codes.set(`${vendor}.answer_too_large`, "send.ts");
  for (const [file, source] of Object.entries(SOURCES)) {
    for (const pattern of patterns)
      for (const [, code] of source.matchAll(pattern)) if (code) codes.set(code, file);
  }
  return codes;
}

/** Every check a finding can be of, as the sources spell it. */
function checksOfSources(): string[] {
  const name = /"((?:store|orders|module|channel)\.[a-z_]+)"/g;
  const files = Object.entries(SOURCES).filter(([file]) =>
    /\/health\/|check-connection/.test(file),
  );
  const found = files.flatMap(([, source]) => [...source.matchAll(name)].map(([, check]) => check));
  return [...new Set(found.filter((check) => check !== undefined))];
}

describe("wording of problems", () => {
  it("has words for every code the sources can raise", () => {
    const codes = codesOfSources();
    expect(codes.size).toBeGreaterThan(80);
    const wordless = [...codes].filter(([code]) => !hasProblemText(code));
    expect(wordless).toEqual([]);
  });

  it("says what happened, what it means and what to do, in full sentences", () => {
    for (const code of codesOfSources().keys()) {
      const { what, means, act } = problemText({ code, facts: {} });
      for (const part of [what, means, act]) expect(part, code).toMatch(/^[A-Z“].+[.?]$/s);
    }
  });

  it("names what a problem is about", () => {
    const said: [string, Facts, string][] = [
      [
        "listing.price_range",
        { variants: ["Mug, blue"], minMinor: 1, maxMinor: 560_000, currency: "GBP" },
        "A price lies outside of what TikTok Shop allows in this market, £0.01\u00a0– £5,600.00: Mug, blue.",
      ],
      [
        "order.lines_cancelled",
        { skus: ["MUG-1"] },
        "Items of this order were cancelled on TikTok Shop: MUG-1.",
      ],
      ["prestashop.unavailable", { status: 503 }, "The store answered with a server error (503)."],
      [
        "request.too_large",
        { limit: 10 * 1024 * 1024 },
        "This is too large: at most 10 MB can be sent at once.",
      ],
    ];
    for (const [code, facts, what] of said) expect(problemText({ code, facts }).what).toBe(what);
  });

  it("says of orders that wait which they are and why, also where nothing refused them", () => {
    const found = (facts: Facts) =>
      findings.findingText(
        checkTexts,
        { check: "orders.waiting", verdict: "fail", facts, canFix: true },
        format,
        problems,
      ).found;
    const one = { count: 1, orderIds: ["576"] };
    expect(found(one)).toBe(
      "A paid order waits (576): nothing stops it, but it takes longer than a quarter of an hour.",
    );
    expect(found({ ...one, code: "prestashop.carrier_zone", country: "GB" })).toBe(
      "A paid order waits (576): No carrier of the store delivers to the buyer's country: GB.",
    );
    expect(found({ count: 4, orderIds: ["1", "2", "3"], code: "other.code" })).toBe(
      "4 paid orders wait (1, 2, 3 …) (other.code).",
    );
  });

  it("fills the facts in", () => {
    const names = ["Brand", "Material"];
    const reason = { code: "listing.attribute_missing", facts: { names } };
    expect(problemText(reason).what).toBe("Required details are missing: Brand and Material.");
    expect(problemPlace(reason)).toBe("details");
  });

  it("tells nobody who waits for an answer that Weft tries again by itself", () => {
    const waiting = Object.keys(problems.known).filter((key) => {
      const [code = "", reason] = key.split(":");
      const { asked } = problemText({ code, facts: reason ? { reason } : {} });
      return /Usually nothing|tries again by itself/.test(asked);
    });
    expect(waiting).toEqual([]);
  });

  it("leads by a button to every place of Weft that an advice names", () => {
    const named = [
      [/\bin the settings\b|\bSettings →|default package/, "settings"],
      [/details of the product|Fill in the details/, "details"],
      [/Choose (a|another|the) (TikTok Shop )?category/, "category"],
      [/page Map products/, "mapping"],
    ] as const;
    const acts: [string, string | undefined, string | undefined][] = [
      ...Object.keys(problems.known).map((code): [string, string, string | undefined] => {
        const [plain = "", reason] = code.split(":");
        const facts = reason ? { reason } : {};
        return [
          code,
          problemText({ code: plain, facts }).act,
          problemPlace({ code: plain, facts }),
        ];
      }),
      ...Object.keys(checkTexts).map((check): [string, string | undefined, string | undefined] => {
        const finding = { check, verdict: "fail", facts: {}, canFix: true } as const;
        const { act, link } = findings.findingText(checkTexts, finding, format, problems);
        return [check, act, link];
      }),
    ];
    const astray = acts.filter(
      ([, act, place]) => place === undefined && named.some(([pattern]) => pattern.test(act ?? "")),
    );
    expect(astray.map(([code]) => code)).toEqual([]);
  });

  it("repeats the words of TikTok Shop, which alone say what to change", () => {
    const envelope = { code: 12052051, message: "The title has a banned word.", requestId: "r" };
    const { code, facts } = toSyncError({ ...envelope, data: null }, { replaySafe: true });
    const { what } = problemText({ code, facts });
    expect(what).toBe("TikTok Shop refused the name: The title has a banned word.");
  });

  it("repeats what the audit found", () => {
    const current = { syncState: "synced" as const, reasons: [] };
    const report = { status: "rejected", reasons: ["Main picture: it shows a watermark."] };
    const [reason] = applyReport(current, report).reasons;
    if (!reason) throw new Error("no reason");
    expect(problemText(reason).what).toContain("refused the product: Main picture: it shows");
  });

  it("names both amounts of an order that differs, and the products that are gone", () => {
    const facts = { expectedMinor: 999, foundMinor: 990, currency: "GBP" };
    const differs = problemText({ code: "prestashop.order_total_differs", facts });
    expect(differs.what).toMatch(/£9\.90 instead of £9\.99\.$/);
    const productIds = ["7", "8"];
    const gone = problemText({ code: "prestashop.product_missing", facts: { productIds } });
    expect(gone.what).toContain("7 and 8");
  });

  it("sends nobody to Seller Center for what is filled in here", () => {
    const papers = ["certificate_missing", "manufacturer_missing", "responsible_person_missing"];
    for (const code of papers.map((paper) => `listing.${paper}`)) {
      expect(problemText({ code, facts: {} }).act, code).not.toContain("Seller Center");
      expect(problemPlace({ code, facts: {} }), code).toMatch(/details|parties/);
    }
  });

  it("says why an address is refused, not only that it is", () => {
    const reasons = ["not_https", "private_name", "ip_address", "has_login", "port"];
    const textFor = (reason: string) =>
      problemText({ code: "store.url_invalid", facts: { reason } }).what;
    expect(new Set([...reasons, "unreadable"].map(textFor)).size).toBe(reasons.length + 1);
    expect(textFor("not_https")).toContain("https");
  });

  it("shows code and facts exactly where the text sends a person to them", () => {
    for (const key of Object.keys(problems.known)) {
      const [code = "", reason] = key.split(":");
      const { act, raw } = problemText({ code, facts: reason ? { reason } : {} });
      expect(raw !== undefined, key).toBe(act.includes("below"));
    }
  });

  it("cuts a long list of facts instead of flooding the row", () => {
    const skus = Array.from({ length: 40 }, (_, index) => `sku-${index}`);
    const { what } = problemText({ code: "order.line_unlinked", facts: { skus } });
    expect(what).toContain("sku-5, and 34 more");
    expect(what).not.toContain("sku-6");
  });

  it("shows an unknown code with its facts rather than nothing", () => {
    const text = problemText({ code: "moon.too_far", facts: { km: 384400 } });
    expect(text.what).toContain("moon.too_far");
    expect(text.raw).toBe("moon.too_far · km: 384400");
  });
});

describe("wording of the health check", () => {
  const checks = checksOfSources();
  const finding = (check: string, facts: Facts = {}) =>
    findings.findingText(
      checkTexts,
      { check, verdict: "fail", facts, canFix: true },
      format,
      problems,
    );

  it("has words for every check of every platform", () => {
    expect(checks.length).toBeGreaterThan(45);
    expect(checks.filter((check) => !Object.hasOwn(checkTexts, check))).toEqual([]);
  });

  it("says in full sentences why it matters, what was found and what to do", () => {
    for (const check of checks) {
      const { title, why, found, act } = finding(check);
      expect(title, check).toMatch(/^[A-Z].*[^.]$/);
      for (const part of [why, found, act]) expect(part, check).toMatch(/^[A-Z“0-9].+[.?]$/s);
    }
  });

  it("says of what passed only why it matters", () => {
    const { found, act } = findings.findingText(
      checkTexts,
      {
        check: "store.clock",
        verdict: "pass",
        facts: { seconds: 1 },
        canFix: false,
      },
      format,
      problems,
    );
    expect([found, act]).toEqual([undefined, undefined]);
  });

  it("offers to put right what Weft can, and names the way to the rest", () => {
    expect(finding("store.webservice").fix).toBe("Switch it on");
    expect(finding("channel.carrier_map").link).toBe("carriers");
  });

  it("fills in what was found, state by state", () => {
    const clock = (seconds: number) => finding("store.clock", { seconds }).found;
    expect(clock(-240)).toBe("The clock of your store's server is 4 minutes behind.");
    expect(clock(61)).toBe("The clock of your store's server is 1 minute ahead.");
    const carrier = (state: string) => finding("orders.carrier", { code: "GB", state }).found;
    expect(carrier("none")).toBe("Your store has no active carrier.");
    expect(carrier("zone")).toBe("No active carrier serves the country of your buyers: GB.");
    expect(carrier("pick_up")).toContain("the goods are fetched: GB. Weft chooses none of these");
    const missing = ["orders: POST", "carts: POST"];
    expect(finding("store.permissions", { missing }).found).toContain(
      "orders: POST and carts: POST",
    );
  });

  it("shows a check nobody has words for by its name", () => {
    expect(findings.checkTitle(checkTexts, "store.moon_phase")).toBe("Store moon phase");
  });
});
