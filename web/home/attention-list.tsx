import type { ProblemText } from "../../src/i18n/base/problem-text";
import type { AttentionEntry } from "../../src/contract/home";
import { useConnection } from "../connections/connection";
import { Loaded } from "../data/loaded";
import { useAttention, type Attention } from "../data/live";
import { findingText, useCheckTexts } from "../i18n/checks";
import { formatDate, formatSince } from "../i18n/format";
import { problemText, useProblemTexts } from "../i18n/problems";
import { t, tValue } from "./texts";
import { FixLink } from "../problems/fix-link";
import { ProblemFacts } from "../problems/problem-facts";
import { LinkButton } from "../ui/button";
import { Icon, type IconName } from "../ui/icon";
import { Card } from "../ui/page";
import { Skeleton } from "../ui/states";
import { Thumb } from "../ui/thumb";
import { reasonLabel } from "../problems/reason-label";
import { placeOf, rowsOf } from "./attention";
import "./attention-list.css";

/** What needs a person, with the one thing to do about each. `warned`: recommendations of the check. */
export function AttentionList({ warned }: { warned: number }) {
  const attention = useAttention();
  if (!attention) return null;
  return (
    <Card title={t("attention.title")}>
      <Loaded resource={attention}>{(view) => <Entries view={view} warned={warned} />}</Loaded>
    </Card>
  );
}

function Entries({ view, warned }: { view: Attention; warned: number }) {
  const { base } = useConnection();
  const hasTexts = useCheckTexts(view.entries.some(({ kind }) => kind === "check"));
  const isSpoken = useProblemTexts(view.entries.some(({ kind }) => NAMED_BY_CODE.has(kind)));
  if (view.entries.length === 0)
    return (
      <p class="soft">
        {t("attention.none")}{" "}
        {warned > 0 && <a href={`${base}/health`}>{t("attention.warned", { count: warned })}</a>}
      </p>
    );
  if (!isSpoken) return <Skeleton lines={view.entries.length} />;
  return (
    <ul class="attention">
      {view.entries.map((entry) => (
        <Entry key={entry.key} entry={entry} base={base} hasTexts={hasTexts} />
      ))}
    </ul>
  );
}

/** What is worded by the code of its problem. */
const NAMED_BY_CODE: ReadonlySet<AttentionEntry["kind"]> = new Set([
  "problem",
  "order",
  "product",
  "listing",
]);

interface EntryProps {
  entry: AttentionEntry;
  base: string;
  hasTexts: boolean;
}

function Entry({ entry, base, hasTexts }: EntryProps) {
  const { kind, sample, since, facts } = entry;
  const { what, act, raw } = textOf(entry, hasTexts);
  const fix = placeOf(entry);
  const productId = kind === "product" && entry.count === 1 ? sample?.id : undefined;
  const subject = subjectOf(entry);
  return (
    <li class="attention-entry">
      {sample ? (
        <Thumb url={sample.imageUrl} />
      ) : (
        <span class="attention-icon">
          <Icon name={ICONS[kind]} />
        </span>
      )}
      <div class="attention-text">
        <h3>{what}</h3>
        {(subject || since) && (
          <p class="soft small">
            {[subject, since && t("attention.since", { since: formatSince(since, Date.now()) })]
              .filter(Boolean)
              .join(" · ")}
          </p>
        )}
        <p>{act}</p>
        <ProblemFacts raw={raw} />
      </div>
      <div class="attention-actions">
        {fix && <FixLink fix={fix} base={base} productId={productId} variant="primary" />}
        {facts["filter"] && (
          <LinkButton isSmall href={`${base}/categories?of=${String(facts["categoryId"])}`}>
            {t("attention.fillIn")}
          </LinkButton>
        )}
        {kind !== "connection" && kind !== "listing" && (
          <LinkButton
            isSmall
            variant={fix ? "secondary" : "primary"}
            href={rowsOf(entry, base)}
            label={`${showText(entry)}: ${what}`}
          >
            {showText(entry)}
          </LinkButton>
        )}
      </div>
    </li>
  );
}

const ICONS: Readonly<Record<AttentionEntry["kind"], IconName>> = {
  connection: "store",
  problem: "alert",
  check: "health",
  order: "orders",
  product: "products",
  category: "categories",
  listing: "products",
  task: "tasks",
};

/** "19 products, among them Mug"; nothing where the text says it all. */
function subjectOf(entry: AttentionEntry): string | null {
  const { kind, sample, count, isMore } = entry;
  if (kind !== "order" && kind !== "product") return sample?.name ?? null;
  const counted = t(kind === "order" ? "attention.orders" : "attention.products", {
    count,
    isMore,
  });
  if (!sample) return counted;
  const key = count === 1 && !isMore ? "attention.one" : "attention.several";
  return t(key, { kind: counted, name: sample.name });
}

function showText({ kind, count, isMore, sample }: AttentionEntry): string {
  if (kind === "check") return t("attention.showCheck");
  if (kind === "category") return t("attention.showSuggestions");
  if (kind === "task") return t("attention.showTask");
  if (kind === "problem" && !sample) return t("attention.showCheck");
  if (count === 1 && !isMore)
    return t(kind === "order" ? "attention.showOrder" : "attention.showProduct");
  const counted = t(kind === "order" ? "attention.orders" : "attention.products", {
    count,
    isMore,
  });
  return t("attention.show", { kind: counted });
}

type Text = Pick<ProblemText, "what" | "act" | "raw">;

/** What is the matter, and what a person does about it. */
function textOf(entry: AttentionEntry, hasTexts: boolean): Text {
  const { kind, code, facts, count } = entry;
  if (kind === "connection" && code === "expiring") {
    const until = formatDate(Number(facts["expiresAt"]));
    return { what: t("attention.expiring", { until }), act: t("attention.expiringText") };
  }
  if (kind === "connection")
    return { what: t("attention.disconnected"), act: t("attention.disconnectedText") };
  if (kind === "check") {
    if (!hasTexts) return { what: t("attention.checkFails"), act: "" };
    const found = { check: code, verdict: "fail" as const, facts, because: null, canFix: false };
    const { title, found: seen, act } = findingText(found);
    return { what: seen ? `${title}: ${seen}` : title, act: act ?? "" };
  }
  if (kind === "category")
    return { what: t("attention.suggested", { count }), act: t("attention.suggestedText") };
  if (kind === "task")
    return {
      what: t("attention.task", { kind: tValue("task.kind.", code) }),
      act: t("attention.taskText"),
    };
  if (code === "product.ready_again")
    return { what: t("attention.readyAgain"), act: t("attention.readyAgainText") };
  const text = problemText({ code, facts });
  return kind === "product" && count > 1 && !facts["filter"]
    ? { ...text, what: reasonLabel(code) }
    : text;
}
