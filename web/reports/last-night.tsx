import { useConnection } from "../connections/connection";
import { useResource } from "../data/use-resource";
import { formatSince } from "../i18n/format";
import { useApp } from "../shell/app";
import { LinkButton } from "../ui/button";
import { Card } from "../ui/page";
import { lostOf } from "./reports";
import { t } from "./texts";

/** The last comparison of both shops in one line; nothing where there is none to tell of. */
export default function LastNight() {
  const { client } = useApp();
  const { id, base } = useConnection();
  const list = useResource(
    () => client.call("GET /api/connections/:id/reports", { params: { id } }),
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
    </Card>
  );
}

function lineOf(last: Parameters<typeof lostOf>[0] & { at: number }): string {
  const since = formatSince(last.at, Date.now());
  return t("reports.lastNight", { since, orders: last.orders.listed, lost: lostOf(last) });
}
