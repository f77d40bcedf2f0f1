import { useModel } from "@preact/signals";
import { CursorPager } from "../shell/cursor-pager";
import { FactsLine } from "./facts-line";
import { formatDateTime } from "../i18n/format";
import { useLive } from "../data/live";
import { t, tValue } from "../i18n/t";
import { useApp } from "../shell/app";
import { ActivityModel } from "./activity";
import { useConnection } from "../connections/connection";
import { useListAddress } from "../data/use-list-address";
import { Card, PageHead } from "../ui/page";
import { Loaded } from "../data/loaded";
import { Empty, Skeleton } from "../ui/states";

export default function Activity() {
  const { client } = useApp();
  const { id, base } = useConnection();
  const model = useModel(() => new ActivityModel(client, id));
  const address = useListAddress(`${base}/activity`, {}, model.list, model.show);
  useLive(["tasks", "settings", "products", "orders"], model.list.reload);
  return (
    <>
      <PageHead title={t("activity.title")} subtitle={t("activity.text")} />
      <Loaded
        resource={model.list}
        skeleton={<Skeleton lines={6} />}
        isEmpty={(value) => value.rows.length === 0}
        empty={
          <Empty icon="activity" title={t("activity.empty")}>
            {t("activity.emptyText")}
          </Empty>
        }
      >
        {(value) => (
          <>
            <Card>
              <ol class="timeline">
                {value.rows.map((row) => (
                  <li key={row.id} class="timeline-entry">
                    <p>
                      {tValue("activity.kind.", row.kind)}{" "}
                      <span class="soft small">{t("activity.by", { actor: row.actor })}</span>
                    </p>
                    <FactsLine facts={row.facts} />
                    <time class="soft small" dateTime={new Date(row.at).toISOString()}>
                      {formatDateTime(row.at)}
                    </time>
                  </li>
                ))}
              </ol>
            </Card>
            <CursorPager address={address} next={value.next} />
          </>
        )}
      </Loaded>
    </>
  );
}
