import { useModel } from "@preact/signals";
import { useLocation } from "preact-iso/router";
import type { TaskDetail } from "../../src/contract/tasks";
import { CursorPager } from "../shell/cursor-pager";
import { useSubmission } from "../data/submission";
import { ProblemList } from "../problems/problem-list";
import { SubmitProblem } from "../problems/problem-notice";
import { TaskItems } from "./task-items";
import { kindOf, summaryOf, TaskBadge, TaskProgress } from "./task-summary";
import { formatDateTime } from "../i18n/format";
import { formatDuration } from "./duration";
import { useLive } from "../data/live";
import { t } from "./page-texts";
import { later } from "../shell/later";
import { useApp } from "../shell/app";
import { useConnection } from "../connections/connection";
import { withQuery } from "../data/with-query";
import { useListAddress } from "../data/use-list-address";
import { usePolling } from "../data/polling";
import { knownKind } from "./known-kinds";
import { hasFailures, isOpenTask } from "./outcome";
import { TaskModel } from "./tasks";
import { Button, LinkButton } from "../ui/button";
import { Card, PageHead } from "../ui/page";
import { Loaded } from "../data/loaded";
import { Skeleton } from "../ui/states";
import { TabLinks } from "../ui/tab-links";

const ConfirmNotice = later(() => import("./confirm-notice"));

const POLL_MS = 1500;
const FILTERS = ["all", "failed", "done", "skipped", "waiting"] as const;

export default function Task({ params }: { params: { taskId: string } }) {
  return <TaskOf key={params.taskId} taskId={params.taskId} />;
}

function TaskOf({ taskId }: { taskId: string }) {
  const { client } = useApp();
  const { id, base } = useConnection();
  const { query } = useLocation();
  const model = useModel(() => new TaskModel(client, id, taskId));
  const state = FILTERS.find((one) => one === query["state"]) ?? "all";
  const wanted = state === "all" ? undefined : state;
  const here = `${base}/tasks/${encodeURIComponent(taskId)}`;
  const address = useListAddress(here, { state: wanted }, model.detail, (cursor) =>
    model.show(wanted, cursor),
  );
  usePolling(model.isRunning.value, POLL_MS, model.detail.reload);
  useLive(["tasks"], model.detail.reload);
  const task = model.detail.value.value;
  const kind = task?.kind ?? knownKind(taskId);
  return (
    <>
      <PageHead
        title={kind ? kindOf({ kind }) : t("task.one")}
        heading={!kind && !model.detail.error.value && <PendingTitle />}
        crumb={{ label: t("nav.tasks"), href: `${base}/tasks` }}
        subtitle={task && <TaskBadge task={task} />}
        actions={task && <TaskButtons task={task} model={model} />}
      />
      <Loaded resource={model.detail} skeleton={<Skeleton lines={6} />} showsOther>
        {(value) => (
          <>
            <ConfirmNotice task={value} model={model} />
            <TaskFacts task={value} />
            <TabLinks
              label={t("task.filter")}
              current={state}
              tabs={FILTERS.map((one) => ({
                key: one,
                label: t(`task.filter.${one}`),
                href: withQuery(here, one === "all" ? {} : { state: one }),
                count: one === "failed" || one === "skipped" ? value.counts[one] : undefined,
              }))}
            />
            {model.detail.isOther.value ? (
              <Skeleton isTable />
            ) : (
              <TaskItems task={value} base={base} isFiltered={state !== "all"} />
            )}
            <CursorPager address={address} next={value.next} />
          </>
        )}
      </Loaded>
    </>
  );
}

/** Of which kind the task is, nobody has told yet. */
function PendingTitle() {
  return (
    <>
      <span class="visually-hidden">{t("task.one")}</span>
      <span class="skeleton-line task-title" />
    </>
  );
}

interface TaskButtonsProps {
  task: TaskDetail;
  model: InstanceType<typeof TaskModel>;
}

function TaskButtons({ task, model }: TaskButtonsProps) {
  const { base } = useConnection();
  const { route } = useLocation();
  const { isBusy, refusal, send } = useSubmission();
  const retry = () =>
    send(async () => {
      const result = await model.retry();
      if (result.ok) route(`${base}/tasks/${encodeURIComponent(result.value.taskId)}`);
      return result;
    });
  const cancel = async () => {
    if (await send(model.cancel)) await model.detail.reload();
  };
  return (
    <>
      <SubmitProblem of={refusal} />
      {isOpenTask(task) && (
        <Button isBusy={isBusy.value} onClick={() => void cancel()}>
          {t("task.cancel")}
        </Button>
      )}
      {!isOpenTask(task) && (hasFailures(task) || task.state === "error") && (
        <Button variant="primary" icon="refresh" isBusy={isBusy.value} onClick={() => void retry()}>
          {t("task.retryFailed")}
        </Button>
      )}
      <LinkButton href={`${base}/products`}>{t("task.toProducts")}</LinkButton>
    </>
  );
}

function TaskFacts({ task }: { task: TaskDetail }) {
  const { base } = useConnection();
  return (
    <Card>
      <TaskProgress task={task} />
      <dl class="facts">
        <dt>{t("tasks.col.summary")}</dt>
        <dd>
          <span role="status">{summaryOf(task)}</span>
        </dd>
        <dt>{t("tasks.col.started")}</dt>
        <dd>{formatDateTime(task.createdAt)}</dd>
        <dt>{t("tasks.col.by")}</dt>
        <dd>{task.startedBy}</dd>
        {task.finishedAt && <dt>{t("tasks.col.duration")}</dt>}
        {task.finishedAt && <dd>{formatDuration(task.finishedAt - task.createdAt)}</dd>}
      </dl>
      {task.problem && <ProblemList reasons={[task.problem]} base={base} />}
    </Card>
  );
}
