import { useModel } from "@preact/signals";
import { useEffect, useLayoutEffect } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import type { ReportRow } from "../../src/contract/reports";
import { useConnection } from "../connections/connection";
import { useLive } from "../data/live";
import { Loaded } from "../data/loaded";
import { useSubmission } from "../data/submission";
import { withQuery } from "../data/with-query";
import { formatDateTime } from "../i18n/format";
import { SubmitProblem } from "../problems/problem-notice";
import { useApp } from "../shell/app";
import { later } from "../shell/later";
import { useTaskWatch, WatchedTask } from "../tasks/use-task-watch";
import { Button } from "../ui/button";
import { PageHead } from "../ui/page";
import { SelectField } from "../ui/select-field";
import { Empty, Skeleton } from "../ui/states";
import { chosenReport, ReportsModel } from "./reports";
import { t } from "./texts";

const Report = later(() => import("./report"));

/** What each night's comparison of both shops found. */
export default function Reports() {
  const { client } = useApp();
  const { id, base } = useConnection();
  const model = useModel(() => new ReportsModel(client, id));
  const watching = useTaskWatch();
  const { isBusy, refusal, send } = useSubmission();
  useLayoutEffect(() => void model.list.reload(), [model]);
  useLive(["tasks"], model.list.reload);
  const start = () =>
    send(async () => {
      const result = await model.start();
      if (result.ok) watching.watch(result.value.taskId);
      return result;
    });
  const startButton = (
    <Button icon="refresh" variant="primary" isBusy={isBusy.value} onClick={() => void start()}>
      {t("reports.start")}
    </Button>
  );
  return (
    <>
      <PageHead
        title={t("reports.title")}
        subtitle={t("reports.text")}
        crumb={{ label: t("nav.health"), href: `${base}/health` }}
        actions={startButton}
      />
      <div class="stack">
        <SubmitProblem of={refusal} />
        <WatchedTask watching={watching} onProgress={() => void model.list.reload()} />
        <Loaded
          resource={model.list}
          skeleton={<Skeleton lines={8} />}
          isEmpty={({ rows }) => rows.length === 0}
          empty={
            <Empty icon="health" title={t("reports.empty")}>
              {t("reports.emptyText")}
            </Empty>
          }
        >
          {({ rows }) => <OneOf rows={rows} model={model} />}
        </Loaded>
      </div>
    </>
  );
}

interface OneOfProps {
  rows: readonly ReportRow[];
  model: InstanceType<typeof ReportsModel>;
}

/** The report that the address names, and the choice of another. */
function OneOf({ rows, model }: OneOfProps) {
  const { base } = useConnection();
  const { query, route } = useLocation();
  const row = chosenReport(rows, query["report"]);
  const reportId = row?.id ?? "";
  useEffect(() => void model.show(reportId), [reportId]);
  if (!row) return null;
  const choose = (report: string) => route(withQuery(`${base}/health/reports`, { report }));
  return (
    <>
      <SelectField
        label={t("reports.which")}
        value={row.id}
        onChange={choose}
        options={rows.map(({ id: value, at }) => ({ value, label: formatDateTime(at) }))}
      />
      <Loaded resource={model.opened} skeleton={<Skeleton lines={8} />}>
        {(opened) => <Report opened={opened} base={base} />}
      </Loaded>
    </>
  );
}
