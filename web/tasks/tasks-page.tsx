import { CursorPager } from "../shell/cursor-pager";
import { TaskTable } from "./task-table";
import { useKept, useLive } from "../data/live";
import { t } from "./page-texts";
import { useApp } from "../shell/app";
import { useConnection } from "../connections/connection";
import { useListAddress } from "../data/use-list-address";
import { usePolling } from "../data/polling";
import { TasksModel } from "./tasks";
import { LinkButton } from "../ui/button";
import { PageHead } from "../ui/page";
import { Loaded } from "../data/loaded";
import { Empty, Skeleton } from "../ui/states";

const POLL_MS = 2000;

export default function Tasks() {
  const { client } = useApp();
  const { id, base } = useConnection();
  const model = useKept("tasks", () => new TasksModel(client, id));
  const address = useListAddress(`${base}/tasks`, {}, model.list, model.show);
  usePolling(model.isRunning.value, POLL_MS, model.list.reload);
  useLive(["tasks"], model.list.reload);
  return (
    <>
      <PageHead title={t("tasks.title")} subtitle={t("tasks.text")} />
      <Loaded
        resource={model.list}
        skeleton={<Skeleton lines={6} isTable />}
        isEmpty={(value) => value.rows.length === 0}
        empty={
          <Empty
            icon="tasks"
            title={t("tasks.empty")}
            actions={
              <LinkButton variant="primary" href={`${base}/products?pull=1`}>
                {t("action.pull")}
              </LinkButton>
            }
          >
            {t("tasks.emptyText")}
          </Empty>
        }
      >
        {(value) => (
          <>
            <TaskTable rows={value.rows} base={base} />
            <CursorPager address={address} next={value.next} />
          </>
        )}
      </Loaded>
    </>
  );
}
