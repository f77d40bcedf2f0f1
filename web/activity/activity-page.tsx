import { useModel } from "@preact/signals";
import { CursorPager } from "../shell/cursor-pager";
import { useLive } from "../data/live";
import { t } from "./texts";
import { useApp } from "../shell/app";
import { ActivityModel } from "./activity";
import { ActivityEntry } from "./activity-entry";
import { useConnection } from "../connections/connection";
import { useListAddress } from "../data/use-list-address";
import { LinkButton } from "../ui/button";
import { Card, PageHead } from "../ui/page";
import { Loaded } from "../data/loaded";
import { Empty, Skeleton } from "../ui/states";

export default function Activity() {
  const { client } = useApp();
  const { id, base, detail } = useConnection();
  const model = useModel(() => new ActivityModel(client, id));
  const address = useListAddress(`${base}/activity`, {}, model.list, model.show);
  useLive(["tasks", "settings", "products", "orders"], model.list.reload);
  return (
    <>
      <PageHead
        title={t("activity.title")}
        subtitle={t("activity.text")}
        actions={<LinkButton href={`${base}/activity/journal`}>{t("activity.journal")}</LinkButton>}
      />
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
                  <ActivityEntry key={row.id} row={row} base={base} detail={detail.value.value} />
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
