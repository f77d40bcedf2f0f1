import type { DemandNews } from "../../src/contract/demands";
import { useConnection } from "../connections/connection";
import { withQuery } from "../data/with-query";
import { formatDate } from "../i18n/format";
import { LinkButton } from "../ui/button";
import { Notice } from "../ui/notice";
import { t, tValue } from "./rule-news-texts";

/** What TikTok Shop asks of a category of late, and the products that lack it. */
export default function RuleNews({ news }: { news: DemandNews }) {
  const { base } = useConnection();
  const { changedAt, items, reason, stopped } = news;
  return (
    <Notice
      tone={stopped > 0 ? "warn" : "info"}
      title={t("ruleNews.title", { when: formatDate(changedAt) })}
      actions={
        stopped > 0 && (
          <LinkButton isSmall href={withQuery(`${base}/products`, { reason })}>
            {t("ruleNews.show", { count: stopped })}
          </LinkButton>
        )
      }
    >
      <ul>
        {items.map(({ subject, move, id, name }) => (
          <li key={`${subject}:${id}`}>
            {t(`ruleNews.${move}`, { name: name || tValue("ruleNews.subject.", subject) })}
          </li>
        ))}
      </ul>
      <p>{stopped > 0 ? t("ruleNews.stops", { count: stopped }) : t("ruleNews.stopsNone")}</p>
    </Notice>
  );
}
