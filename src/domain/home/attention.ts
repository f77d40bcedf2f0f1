/**
 * What of a connection needs a person, as one list: every page that counts, names or denies something to
 * do reads this and nothing else. Pure; what is read for it is in src/db/home.
 */
import type { AuthorizationState } from "../connections/authorization";
import {
  AUTHORIZATION_PROBLEM,
  CHANNEL_PROBLEM,
  MODULE_PROBLEM,
  SOURCE_PROBLEM,
} from "../errors/problem-key";
import { RULES_CHANGED } from "../listings/rules-mark";
import type { Reason } from "../errors/reason";
import type { Facts } from "../facts";
import type { Finding } from "../health/finding";

export const ATTENTION_KINDS = [
  "connection",
  "problem",
  "check",
  "order",
  "product",
  "category",
  "listing",
  "task",
] as const;
export type AttentionKind = (typeof ATTENTION_KINDS)[number];

/** One of the things an entry is about, to show it. */
export interface Sample {
  id: string;
  name: string;
  imageUrl: string | null;
}

export interface AttentionEntry {
  /** Stays the same while the same thing needs somebody. */
  key: string;
  kind: AttentionKind;
  /** Of the problem, the check, or what waits. */
  code: string;
  facts: Facts;
  /** How many orders, products or categories; at least so many where `isMore`. */
  count: number;
  isMore: boolean;
  sample: Sample | null;
  /** Where only products of one state count: their tab. */
  tab: FailedTab | null;
  /** Epoch ms: the first or, of products, the last time it was seen. */
  since: number | null;
}

export type FailedTab = "sync_failed" | "update_failed";

/** An open problem, with what its key is about where that has a name. */
export interface OpenProblem extends Reason {
  key: string;
  firstSeenAt: number;
  sample: Sample | null;
}

/** Products that something stops or refuses, counted up to a limit. */
export interface ProductGroup {
  code: string;
  count: number;
  isMore: boolean;
  tab: FailedTab | null;
  facts: Facts;
  sample: Sample | null;
  since: number | null;
}

export interface AttentionInput {
  /** Epoch ms. */
  now: number;
  state: "setup" | "active" | "paused" | "disconnected";
  authorization: AuthorizationState;
  problems: readonly OpenProblem[];
  /** There are more than were read. */
  hasMoreProblems: boolean;
  report: { findings: readonly Finding[]; checkedAt: number } | null;
  products: readonly ProductGroup[];
  suggestions: number;
  /** Listings of the shop that stand for no product and that nobody has hidden. */
  unmappedListings: Pick<AttentionEntry, "count" | "isMore">;
  unconfirmedTasks: readonly { id: string; kind: string; createdAt: number }[];
}

/**
 * What stops a product by its nature. Of products that nobody tried to list it asks for nothing, so it
 * counts among failed ones alone.
 */
export const BY_NATURE: readonly string[] = [
  "listing.deleted_in_store",
  "listing.inactive",
  "listing.virtual",
  "listing.customisable",
];

/** Of failed products: nothing stops them any more, they only have to be pushed again. */
export const READY_AGAIN = "product.ready_again";

/** The list, what stops most first: the connection, both shops, orders, products, the rest. */
export function listAttention(input: AttentionInput): AttentionEntry[] {
  const connection = ofConnection(input);
  const isCutOff = connection.some(({ code }) => code === "disconnected");
  // Both would only say once more that the channel cannot be reached.
  const isSaid = (key: string) => isCutOff && key.startsWith(CHANNEL_PROBLEM);
  const { hasMoreProblems } = input;
  const orders = input.problems.filter(({ key }) => isOfOrder(key));
  const problems = input.problems.filter(
    (one) => !isOfOrder(one.key) && !isSaid(one.key) && !isSaidByOthers(one, input),
  );
  // What an entry of its own says with its rows, a check says in general.
  const named = new Set([orders.length > 0 && WAITING_ORDERS, ...input.products.map(checkOf)]);
  return [
    ...connection,
    ...ofProblems(problems),
    ...ofChecks(input).filter(({ code }) => !isSaid(code) && !named.has(code)),
    ...ofOrders(orders, hasMoreProblems),
    ...ofProducts(input.products),
    ...ofWaiting(input),
  ];
}

const ORDER_PREFIX = "order:";
const isOfOrder = (key: string) => key.startsWith(ORDER_PREFIX);

const WAITING_ORDERS = "orders.waiting";
const checkOf = ({ code }: ProductGroup) =>
  code === "listing.currency_differs" && "store.price_currency";

/** The check that says the same of a store as a problem whose code ends so. */
const CHECK_OF: Readonly<Record<string, string>> = {
  unreachable: "store.reachable",
  timeout: "store.reachable",
  unavailable: "store.reachable",
  maintenance: "store.reachable",
  rate_limited: "store.firewall",
  blocked: "store.firewall",
  wrong_url: "store.address",
  webservice_off: "store.webservice",
  key_invalid: "store.key",
  permission_missing: "store.permissions",
  shop_not_allowed: "store.permissions",
  module_unpaired: "module.paired",
  module_clock: "store.clock",
};

const SAID_BY_CHECKS: ReadonlySet<string> = new Set([SOURCE_PROBLEM, MODULE_PROBLEM]);

/** Whether products of the same code, or a check since, say what the problem says. */
function isSaidByOthers(
  { key, code, firstSeenAt }: OpenProblem,
  { products, report }: AttentionInput,
): boolean {
  // The state of the authorisation is an entry of its own.
  if (key === AUTHORIZATION_PROBLEM) return true;
  if (products.some((group) => group.code === code)) return true;
  if (!SAID_BY_CHECKS.has(key) || !report || report.checkedAt < firstSeenAt) return false;
  const same = CHECK_OF[code.slice(code.indexOf(".") + 1)];
  return report.findings.some(({ check, verdict }) => verdict === "fail" && check === same);
}

const single = { count: 1, isMore: false, sample: null, tab: null } as const;

function ofConnection({ state, authorization }: AttentionInput): AttentionEntry[] {
  const entry = (code: string, facts: Facts = {}): AttentionEntry[] => [
    { ...single, key: "connection", kind: "connection", code, facts, since: null },
  ];
  if (state === "disconnected" || authorization.state === "revoked") return entry("disconnected");
  if (authorization.state === "expiring" && authorization.expiresAt !== null)
    return entry("expiring", { expiresAt: authorization.expiresAt });
  return [];
}

function ofProblems(problems: readonly OpenProblem[]): AttentionEntry[] {
  return problems.map(({ key, code, facts, firstSeenAt, sample }) => ({
    ...single,
    key: `problem:${key}`,
    kind: "problem",
    code,
    facts,
    sample,
    since: firstSeenAt,
  }));
}

/** A pause ends by itself, and what an order was refused for is an open problem as long as it lasts. */
const isOver = ({ check, facts }: Finding, now: number) =>
  (typeof facts["until"] === "number" && facts["until"] <= now) ||
  (check === WAITING_ORDERS && facts["code"] !== undefined);

function ofChecks({ report, now }: AttentionInput): AttentionEntry[] {
  return (report?.findings ?? [])
    .filter((finding) => finding.verdict === "fail" && !isOver(finding, now))
    .map(({ check, facts }) => ({
      ...single,
      key: `check:${check}`,
      kind: "check",
      code: check,
      facts,
      since: report?.checkedAt ?? null,
    }));
}

/** Orders that wait for the same reason are one entry; the first of them is shown. */
function ofOrders(problems: readonly OpenProblem[], isMore: boolean): AttentionEntry[] {
  const byCode = new Map<string, OpenProblem[]>();
  for (const problem of problems.toSorted((a, b) => a.firstSeenAt - b.firstSeenAt))
    byCode.set(problem.code, [...(byCode.get(problem.code) ?? []), problem]);
  return [...byCode].map(([code, [first, ...more]]) => ({
    ...single,
    key: `orders:${code}`,
    kind: "order",
    code,
    facts: first?.facts ?? {},
    count: 1 + more.length,
    isMore,
    sample: first?.sample ?? null,
    since: first?.firstSeenAt ?? null,
  }));
}

const subjectOf = ({ code, facts }: ProductGroup) => code === RULES_CHANGED && facts["categoryId"];

function ofProducts(groups: readonly ProductGroup[]): AttentionEntry[] {
  return groups
    .toSorted((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))
    .map(({ ...group }) => ({
      ...group,
      key: ["products", group.code, group.tab ?? subjectOf(group)].filter(Boolean).join(":"),
      kind: "product",
    }));
}

function ofWaiting({
  suggestions,
  unmappedListings,
  unconfirmedTasks,
}: AttentionInput): AttentionEntry[] {
  const categories: AttentionEntry[] =
    suggestions === 0
      ? []
      : [
          {
            ...single,
            key: "categories",
            kind: "category",
            code: "suggested",
            facts: {},
            count: suggestions,
            since: null,
          },
        ];
  const listings: AttentionEntry[] =
    unmappedListings.count === 0
      ? []
      : [
          {
            ...single,
            key: "listings",
            kind: "listing",
            code: "mapping.unmapped",
            facts: { ...unmappedListings },
            ...unmappedListings,
            since: null,
          },
        ];
  const tasks = unconfirmedTasks.map(({ id, kind, createdAt }): AttentionEntry => ({
    ...single,
    key: `task:${id}`,
    kind: "task",
    code: kind,
    facts: { task: id },
    since: createdAt,
  }));
  return [...categories, ...listings, ...tasks];
}
