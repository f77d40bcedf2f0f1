/** One thing that was done: what, by whom, when, and where to see it. */
import type { Answer } from "../api/client";
import type { ConnectionDetail } from "../../src/contract/connections";
import { formatDateTime, formatNumber } from "../i18n/format";
import { browserName } from "../accounts/browser-name";
import { useCheckTexts, checkTitle } from "../i18n/checks";
import { t, tValue } from "./texts";
import { SettingChanges } from "./setting-changes";
import "./timeline.css";

type Row = Answer<"GET /api/connections/:id/activity">["rows"][number];

interface ActivityEntryProps {
  row: Row;
  /** Address of the connection's pages; absent: of the account as a whole. */
  base?: string;
  detail?: ConnectionDetail | null;
}

export function ActivityEntry({ row, base, detail = null }: ActivityEntryProps) {
  return (
    <li class="timeline-entry">
      <p>
        {tValue("activity.kind.", row.kind)}{" "}
        <span class="soft small">{t("activity.by", { actor: actorOf(row) })}</span>
      </p>
      {/\.settings_(changed|restored)$/.test(row.kind) ? (
        <SettingChanges facts={row.facts} detail={detail} />
      ) : (
        <ActivityFacts row={row} base={base} />
      )}
      <time class="soft small" dateTime={new Date(row.at).toISOString()}>
        {formatDateTime(row.at)}
      </time>
    </li>
  );
}

/** What a shop did of itself, by the beginning of its kind; the rest Weft did. */
function actorOf({ actor, kind }: Row): string {
  if (actor !== "weft") return actor || t("activity.deleted");
  if (kind.startsWith("source.")) return t("activity.store");
  return t(kind === "channel.disconnected" ? "activity.channel" : "activity.weft");
}

function ActivityFacts({ row, base }: { row: Row; base: string | undefined }) {
  const { check } = row.facts;
  const checked = typeof check === "string" && <CheckName key="check" check={check} />;
  const parts = [changeOf(row.facts), ...plainParts(row), checked];
  const links = base === undefined ? [] : linksOf(row, base);
  return (
    <p class="soft small timeline-facts timeline-row">
      {parts.map((part, index) => part && <span key={index}>{part}</span>)}
      {links.map(({ href, label }) => (
        <a key={href} href={href}>
          {label}
        </a>
      ))}
    </p>
  );
}

/** Names and categories, before and after. */
function changeOf({ from, to }: Row["facts"]): string {
  if (from === undefined && to === undefined) return "";
  const name = (value: unknown) => String(value ?? "") || t("activity.none");
  return t("activity.fromTo", { before: name(from), after: name(to) });
}

/** Facts that are read as they are, under their name. */
const PLAIN = ["name", "newName", "email", "role", "address", "browser", "url", "shop", "market"];

function plainParts({ kind, facts }: Row): string[] {
  const parts = PLAIN.filter((name) => isText(facts[name]) && facts["from"] === undefined).map(
    (name) => `${tValue("fact.", name)}: ${textOf(name, String(facts[name]))}`,
  );
  const { count, answer, product, version } = facts;
  if (isText(version)) parts.push(t("activity.module", { version: String(version) }));
  if (typeof count === "number") parts.push(t(countKey(kind), { count: formatNumber(count) }));
  if (isText(answer)) parts.push(tValue("activity.answer.", String(answer)));
  if (kind === "order.variant_chosen" && isText(product)) parts.push(String(product));
  return parts;
}

const textOf = (name: string, value: string) => (name === "browser" ? browserName(value) : value);
const isText = (value: unknown) => (typeof value === "string" ? value !== "" : value === true);

function countKey(kind: string) {
  if (kind.startsWith("category.")) return "activity.categories";
  return kind.startsWith("order.") ? "activity.orders" : "activity.products";
}

/** A check of the health page by its title, once the texts of the checks are there. */
function CheckName({ check }: { check: string }) {
  return useCheckTexts(true) ? <>{checkTitle(check)}</> : null;
}

function linksOf({ kind, facts }: Row, base: string) {
  const { task, order, product } = facts;
  const linkTo = (page: string, id: unknown, label: string) =>
    typeof id === "string" ? [{ href: `${base}/${page}/${encodeURIComponent(id)}`, label }] : [];
  return [
    ...linkTo("tasks", task, t("activity.showTask")),
    ...linkTo("orders", order, t("order.title", { id: String(order) })),
    ...(kind === "order.variant_chosen"
      ? []
      : linkTo("products", product, t("activity.showProduct"))),
  ];
}
