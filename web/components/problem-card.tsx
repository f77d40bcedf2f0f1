import type { ProblemView } from "../../src/http/api";
import "./reason-list.css";
import { formatSince } from "../i18n/format";
import { wordProblem } from "../i18n/problems";
import { t } from "../i18n/t";
import { LinkButton } from "../ui/button";
import { FixLink } from "./fix-link";

/** The thing a problem is about, from its key: "order:577…" or "product:12". */
function subjectOf(key: string, base: string): { href: string; label: string } | null {
  const [kind, id] = [key.slice(0, key.indexOf(":")), key.slice(key.indexOf(":") + 1)];
  if (kind === "order")
    return { href: `${base}/orders/${encodeURIComponent(id)}`, label: t("order.title", { id }) };
  if (kind === "product")
    return { href: `${base}/products/${encodeURIComponent(id)}`, label: t("action.open") };
  return null;
}

/** An open problem in three parts, with the button that mends it. */
export function ProblemCard({ problem, base }: { problem: ProblemView; base: string }) {
  const words = wordProblem(problem);
  const subject = subjectOf(problem.key, base);
  const productId = problem.key.startsWith("product:")
    ? problem.key.slice("product:".length)
    : undefined;
  return (
    <div class="reason">
      <h3 class="reason-what">{words.what}</h3>
      <p class="soft">{words.means}</p>
      <p>{words.act}</p>
      <p class="soft small">{formatSince(problem.firstSeenAt, Date.now())}</p>
      <div class="row">
        {words.fix && <FixLink fix={words.fix} base={base} productId={productId} />}
        {subject && (
          <LinkButton isSmall variant="quiet" href={subject.href}>
            {subject.label}
          </LinkButton>
        )}
      </div>
      {words.raw && (
        <details class="small">
          <summary>{t("common.technical")}</summary>
          <code class="reason-raw">{words.raw}</code>
        </details>
      )}
    </div>
  );
}
