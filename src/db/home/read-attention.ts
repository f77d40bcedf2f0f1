/**
 * What the list of things to do is made from, for some connections in one round trip. What stops
 * products is counted by triggers, and only so many of the failed ones are read, so the cost does not grow
 * with the catalogue. It decides nothing: domain/home/attention.ts does.
 */
import { sql, type SQL } from "drizzle-orm";
import { DAY_LIMIT_PROBLEM } from "../../domain/errors/problem-key";
import { authorizationState } from "../../domain/connections/authorization";
import type { Facts } from "../../domain/facts";
import type { Finding } from "../../domain/health/finding";
import {
  BY_NATURE,
  READY_AGAIN,
  type AttentionInput,
  type FailedTab,
  type OpenProblem,
  type ProductGroup,
  type Sample,
} from "../../domain/home/attention";
import { CHECK_CODES } from "../../domain/listings/check-reason";
import { toNewsFacts, type RuleNews } from "../../domain/listings/rule-change";
import {
  CHANGES_WAIT,
  categoryOfMark,
  RULES_CHANGED,
  rulesMark,
} from "../../domain/listings/rules-mark";
import type { Database } from "../database";
import { readTogether } from "../read-together";

/** So many failed products of a tab are looked at, the longest unchanged first. */
const MOST_FAILED = 100;
/** Unmapped listings are counted up to here. */
const MOST_UNMAPPED = 1_000;
const MOST_PROBLEMS = 200;
/** Whatever waits for the day's limit of new listings asks once an hour. */
const LIMIT_FORGOTTEN_MS = 2 * 3_600_000;

export type AttentionRows = Omit<AttentionInput, "state">;

/** In the order of the ids; `now` in epoch ms. */
export async function readAttention(
  db: Database,
  connectionIds: readonly string[],
  now: number,
): Promise<AttentionRows[]> {
  const answers = await readTogether(db, connectionIds.flatMap(statementsOf));
  return connectionIds.map((_id, index) => toRows(answers.slice(index * 4, index * 4 + 4), now));
}

function statementsOf(connectionId: string): SQL[] {
  return [
    stoppedProducts(connectionId),
    failedProducts(connectionId),
    openProblems(connectionId),
    otherThings(connectionId),
  ];
}

interface StoppedRow extends SampleColumns {
  code: string;
  sync_failed: number | null;
  update_failed: number | null;
  count: number;
  checked_at: number | null;
  /** Of changed rules: the category's path, what they ask now (JSON), and when that was read. */
  path: string | null;
  news: string | null;
  changed_at: number | null;
}

/** NULL for a code that is not the mark of changed rules. */
const markedCategory = sql`iif(instr(counted.code, ${rulesMark("")}) = 1,
  substr(counted.code, ${rulesMark("").length + 1}), NULL)`;

/**
 * For each code of the stored checks how many products it stops, and the first of them. The numbers are kept
 * by state, because what stops a product by its nature is counted among failed products alone.
 */
function stoppedProducts(connectionId: string): SQL {
  return sql`
    SELECT counted.*, product.product_id AS id, product.name, product.image_url AS image,
      product_check.checked_at, node.path, rule.news, rule.changed_at
    FROM (SELECT code, sum(products) AS count,
        sum(products) FILTER (WHERE sync_state = 'sync_failed') AS sync_failed,
        sum(products) FILTER (WHERE sync_state = 'update_failed') AS update_failed,
        (SELECT min(product_id) FROM product_check_reason AS r
          WHERE r.connection_id = ${connectionId} AND r.code = product_stop_count.code) AS first
      FROM product_stop_count WHERE connection_id = ${connectionId}
      GROUP BY code HAVING count > 0) AS counted
    LEFT JOIN product ON product.connection_id = ${connectionId}
      AND product.product_id = counted.first
    LEFT JOIN product_check ON product_check.connection_id = ${connectionId}
      AND product_check.product_id = counted.first
    LEFT JOIN channel_category_rule AS rule ON rule.connection_id = ${connectionId}
      AND rule.category_id = ${markedCategory}
    LEFT JOIN channel_category AS node ON node.connection_id = ${connectionId}
      AND node.category_id = rule.category_id`;
}

interface FailedRow extends SampleColumns {
  tab: FailedTab;
  code: string | null;
  facts: string | null;
  count: number;
  at: number | null;
  is_stopped: number;
  /** Not all failed products of the tab were read. */
  is_more: number;
}

/**
 * Failed products by what only the channel or the store said of them, as a check says the rest better;
 * by no code where nothing else was said. Code and facts are those of the first.
 */
function failedProducts(connectionId: string): SQL {
  // The index has to be named: others begin alike, and lead to the cheapest or the emptiest first.
  const ofTab = (tab: FailedTab) => sql`
    SELECT product_id, sync_state FROM (
      SELECT product_id, sync_state FROM product INDEXED BY product_state
      WHERE connection_id = ${connectionId} AND sync_state = ${tab}
      ORDER BY updated_at LIMIT ${MOST_FAILED})`;
  return sql`
    WITH failed AS (${ofTab("sync_failed")} UNION ALL ${ofTab("update_failed")}),
    said AS (
      SELECT failed.product_id, failed.sync_state AS tab, reason.value->>'code' AS code,
        reason.value->>'facts' AS facts,
        reason.value IS NULL AND EXISTS (SELECT 1 FROM product_check_reason AS r
          WHERE r.connection_id = ${connectionId} AND r.product_id = failed.product_id
            AND r.code <> ${CHANGES_WAIT}) AS is_stopped
      FROM failed
      LEFT JOIN listing ON listing.connection_id = ${connectionId}
        AND listing.product_id = failed.product_id
      LEFT JOIN json_each(listing.reasons) AS reason ON reason.value->>'code' NOT IN
        (SELECT value FROM json_each(${JSON.stringify(CHECK_CODES)}))),
    grouped AS (
      SELECT tab, code, facts, is_stopped, count(DISTINCT product_id) AS count,
        min(product_id) AS first
      FROM said GROUP BY tab, code, is_stopped)
    SELECT grouped.*, product.product_id AS id, product.name, product.image_url AS image,
      listing.updated_at AS at,
      coalesce((SELECT products FROM product_state_count WHERE connection_id = ${connectionId}
        AND sync_state = grouped.tab), 0) > ${MOST_FAILED} AS is_more
    FROM grouped
    LEFT JOIN product ON product.connection_id = ${connectionId}
      AND product.product_id = grouped.first
    LEFT JOIN listing ON listing.connection_id = ${connectionId}
      AND listing.product_id = grouped.first`;
}

interface ProblemRow extends SampleColumns {
  key: string;
  code: string;
  facts: string;
  first_seen_at: number;
}

/** The newest problems, each with the order's buyer and picture or the product its key names. */
function openProblems(connectionId: string): SQL {
  return sql`
    SELECT open.key, open.code, open.facts, open.first_seen_at,
      coalesce(sold.channel_order_id, product.product_id) AS id,
      coalesce(sold.buyer_name, product.name) AS name,
      coalesce(product.image_url, (SELECT image_url FROM sales_line
        JOIN product ON product.connection_id = ${connectionId}
          AND product.product_id = sales_line.product_id
        WHERE sales_line.connection_id = ${connectionId}
          AND sales_line.channel_order_id = sold.channel_order_id LIMIT 1)) AS image
    FROM (SELECT *, substr(key, instr(key, ':') + 1) AS about FROM problem
      WHERE connection_id = ${connectionId} AND NOT (key LIKE 'order:%' AND EXISTS (
        SELECT 1 FROM sales_order WHERE connection_id = ${connectionId}
          AND channel_order_id = substr(key, 7) AND is_archived))
      ORDER BY last_seen_at DESC LIMIT ${MOST_PROBLEMS + 1}) AS open
    LEFT JOIN sales_order AS sold ON open.key LIKE 'order:%'
      AND sold.connection_id = ${connectionId} AND sold.channel_order_id = open.about
    LEFT JOIN listing ON (open.key LIKE 'stock:%' OR open.key LIKE 'price:%')
      AND listing.connection_id = ${connectionId} AND listing.channel_product_id = open.about
    LEFT JOIN product ON product.connection_id = ${connectionId} AND product.product_id =
      CASE WHEN open.key LIKE 'product:%' THEN open.about ELSE listing.product_id END`;
}

interface OtherRow {
  checked_at: number | null;
  failed: string | null;
  suggestions: number;
  unmapped: number;
  token: "valid" | "expiring" | "revoked" | null;
  expires_at: number | null;
  tasks: string;
}

function otherThings(connectionId: string): SQL {
  const token = (column: "state" | "expires_at") => sql`(SELECT ${sql.raw(column)} FROM credential
    WHERE connection_id = ${connectionId} AND field = 'channel_tokens')`;
  return sql`
    SELECT
      (SELECT report->>'checkedAt' FROM connection_check
        WHERE connection_id = ${connectionId}) AS checked_at,
      (SELECT json_group_array(json(finding.value)) FROM connection_check AS c,
        json_each(c.report, '$.findings') AS finding
        WHERE c.connection_id = ${connectionId} AND finding.value->>'verdict' = 'fail') AS failed,
      coalesce((SELECT categories FROM mapping_count
        WHERE connection_id = ${connectionId} AND state = 'suggested'), 0) AS suggestions,
      (SELECT count(*) FROM (SELECT 1 FROM unmapped_listing
        WHERE connection_id = ${connectionId} AND is_hidden = 0
        LIMIT ${MOST_UNMAPPED + 1})) AS unmapped,
      ${token("state")} AS token, ${token("expires_at")} AS expires_at,
      (SELECT json_group_array(json_object('id', id, 'kind', kind, 'createdAt', created_at))
        FROM task WHERE connection_id = ${connectionId} AND state = 'unconfirmed'
        AND state IN ('waiting','running','unconfirmed')) AS tasks`;
}

interface SampleColumns {
  id: string | null;
  name: string | null;
  image: string | null;
}

function toSample({ id, name, image }: SampleColumns): Sample | null {
  return id === null ? null : { id, name: name ?? "", imageUrl: image };
}

function toRows([stopped, failed, problems, others]: unknown[][], now: number): AttentionRows {
  const [other] = others as OtherRow[];
  const open = problems as ProblemRow[];
  const unmapped = other?.unmapped ?? 0;
  const tokens = other?.token ? { state: other.token, expiresAt: other.expires_at } : undefined;
  return {
    now,
    authorization: authorizationState(tokens, now),
    problems: open
      .slice(0, MOST_PROBLEMS)
      .map(toProblem)
      .filter((one) => !isOfPastDay(one, now)),
    hasMoreProblems: open.length > MOST_PROBLEMS,
    report:
      other?.checked_at == null
        ? null
        : { findings: JSON.parse(other.failed ?? "[]") as Finding[], checkedAt: other.checked_at },
    products: [
      ...(stopped as StoppedRow[]).flatMap(toStopped),
      ...(failed as FailedRow[]).flatMap(toFailed),
    ],
    suggestions: other?.suggestions ?? 0,
    unmappedListings: {
      count: Math.min(unmapped, MOST_UNMAPPED),
      isMore: unmapped > MOST_UNMAPPED,
    },
    unconfirmedTasks: JSON.parse(other?.tasks ?? "[]") as AttentionInput["unconfirmedTasks"],
  };
}

/** A day's limit that nothing has met for hours: what waited for it was cancelled or is listed. */
function isOfPastDay({ key, facts }: OpenProblem, now: number): boolean {
  return key === DAY_LIMIT_PROBLEM && Number(facts["until"] ?? 0) + LIMIT_FORGOTTEN_MS < now;
}

function toProblem(row: ProblemRow): OpenProblem {
  const { key, code, first_seen_at: firstSeenAt } = row;
  return { key, code, facts: JSON.parse(row.facts) as Facts, firstSeenAt, sample: toSample(row) };
}

function toStopped(row: StoppedRow): ProductGroup[] {
  const { code, checked_at: since } = row;
  const group = (count: number | null, tab: FailedTab | null): ProductGroup[] =>
    !count ? [] : [{ code, facts: {}, tab, count, isMore: false, sample: toSample(row), since }];
  if (categoryOfMark(code) !== undefined) return group(row.count, null).map(toChanged(row));
  if (!BY_NATURE.includes(code)) return group(row.count, null);
  return [...group(row.sync_failed, "sync_failed"), ...group(row.update_failed, "update_failed")];
}

/** Products that changed rules of a category stop. */
const toChanged =
  (row: StoppedRow) =>
  (group: ProductGroup): ProductGroup => ({
    ...group,
    code: RULES_CHANGED,
    facts: {
      category: row.path ?? "",
      categoryId: categoryOfMark(row.code),
      filter: row.code,
      ...toNewsFacts(JSON.parse(row.news ?? "[]") as RuleNews[]),
    },
    since: row.changed_at,
  });

/** What the checks say of a failed product is counted there; where nobody says anything it is ready. */
function toFailed(row: FailedRow): ProductGroup[] {
  if (row.is_stopped === 1) return [];
  const code = row.code ?? READY_AGAIN;
  const facts = JSON.parse(row.facts ?? "{}") as Facts;
  const { tab, count, at: since } = row;
  const isMore = row.is_more === 1;
  return [{ code, facts, tab, count, isMore, sample: toSample(row), since }];
}
