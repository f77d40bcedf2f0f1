import { useConnection } from "../connections/connection";
import { useResource } from "../data/use-resource";
import { formatSince } from "../i18n/format";
import { useApp } from "../shell/app";
import { LinkButton } from "../ui/button";
import { Notice } from "../ui/notice";
import { Card } from "../ui/page";
import { lostOf } from "./reports";
import { t } from "./texts";

/** A night, and half a day. */
const OVERDUE_MS = 36 * 3_600_000;

/** The last comparison of both shops in one line; nothing where there is none to tell of. */
export default function LastNight() {
  const { client } = useApp();
  const { id, base, detail } = useConnection();
  const list = useResource(
    () =>
      client.call("GET /api/connections/:id/reports", { params: { id }, query: { limit: "1" } }),
    [client, id],
  );
  const rows = list.value.value?.rows;
  if (!rows) return null;
  const [last] = rows;
  return (
    <Card
      title={t("reports.title")}
      actions={<LinkButton href={`${base}/health/reports`}>{t("reports.all")}</LinkButton>}
    >
      <p>{last ? lineOf(last) : t("reports.emptyText")}</p>
      {last && <Overdue at={last.at} isPaused={detail.value.value?.state !== "active"} />}
    </Card>
  );
}

/** A night that was left out is told; a connection that rests is not compared. */
function Overdue({ at, isPaused }: { at: number; isPaused: boolean }) {
  if (Date.now() - at <= OVERDUE_MS) return null;
  if (isPaused) return <p class="soft">{t("reports.paused")}</p>;
  return (
    <Notice tone="warn" title={t("reports.overdue")}>
      <p>{t("reports.overdueText")}</p>
    </Notice>
  );
}

function lineOf(last: Parameters<typeof lostOf>[0] & { at: number }): string {
  const since = formatSince(last.at, Date.now());
  return t("reports.lastNight", { since, orders: last.orders.listed, lost: lostOf(last) });
}
