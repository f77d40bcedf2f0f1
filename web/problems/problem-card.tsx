import type { ProblemView } from "../../src/contract/common";
import { problemPlace } from "../../src/i18n/fix-places";
import { formatSince } from "../i18n/format";
import { problemText } from "../i18n/problems";
import { t } from "../i18n/t";
import { LinkButton } from "../ui/button";
import { FixLink } from "./fix-link";
import { ProblemFacts } from "./problem-facts";
import "./problem.css";

/** The product a problem is about, by its key ("product:12") or its facts. */
function productOf({ key, facts }: ProblemView): string | undefined {
  if (key.startsWith("product:")) return key.slice("product:".length);
  return typeof facts["productId"] === "string" ? facts["productId"] : undefined;
}

/** The thing a problem is about: the order of its key ("order:577…"), or its product. */
function subjectOf(problem: ProblemView, base: string): { href: string; label: string } | null {
  const { key } = problem;
  if (key.startsWith("order:")) {
    const id = key.slice("order:".length);
    return { href: `${base}/orders/${encodeURIComponent(id)}`, label: t("order.title", { id }) };
  }
  const productId = productOf(problem);
  if (!productId) return null;
  return { href: `${base}/products/${encodeURIComponent(productId)}`, label: t("action.open") };
}

/** An open problem in three parts, with the button that fixes it. */
export function ProblemCard({ problem, base }: { problem: ProblemView; base: string }) {
  const { what, means, act, raw } = problemText(problem);
  const fix = problemPlace(problem);
  const subject = subjectOf(problem, base);
  const productId = productOf(problem);
  return (
    <div class="problem">
      <h3 class="problem-what">{what}</h3>
      <p class="soft">{means}</p>
      <p>{act}</p>
      <p class="soft small">{formatSince(problem.firstSeenAt, Date.now())}</p>
      <div class="row">
        {fix && <FixLink fix={fix} base={base} productId={productId} />}
        {subject && (
          <LinkButton isSmall variant="quiet" href={subject.href}>
            {subject.label}
          </LinkButton>
        )}
      </div>
      <ProblemFacts raw={raw} />
    </div>
  );
}
