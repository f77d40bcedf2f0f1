import { useModel } from "@preact/signals";
import { useEffect, useLayoutEffect } from "preact/hooks";
import type { HealthReport } from "../../src/contract/health";
import { FindingRow, focusFinding } from "./finding-row";
import { HealthProgress } from "./health-progress";
import { HealthVerdict } from "./health-verdict";
import "./health-page.css";
import { SubmitProblem } from "../problems/problem-notice";
import { WaitingRow } from "./waiting-row";
import { formatSince } from "../i18n/format";
import { useAttention, useLive } from "../data/live";
import { t } from "./texts";
import { useApp } from "../shell/app";
import { useConnection } from "../connections/connection";
import { foldWaiting, groupOf, HealthModel, tallyOf, type Group, type Tally } from "./health";
import { usePolling } from "../data/polling";
import { Badge } from "../ui/badge";
import { Button, LinkButton } from "../ui/button";
import { Notice } from "../ui/notice";
import { Card, PageHead } from "../ui/page";
import { Loaded } from "../data/loaded";
import { Empty, Skeleton } from "../ui/states";

const POLL_MS = 700;
/** Side by side where there is space: what belongs to the store, and the rest. */
const COLUMNS: readonly (readonly Group[])[] = [
  ["store", "module"],
  ["orders", "channel"],
];

type Model = InstanceType<typeof HealthModel>;

/** Whether everything a connection stands on is in order, and what to do where it is not. */
export default function Health() {
  const { client, say } = useApp();
  const { id, base, detail } = useConnection();
  const model = useModel(() => new HealthModel(client, id));
  useLayoutEffect(() => void model.view.reload(), [model]);
  const view = model.view.value.value;
  const isRunning = model.isRunning.value;
  usePolling(isRunning, POLL_MS, model.follow);
  useLive(["health"], model.follow);
  const attention = useAttention();
  const checkedAt = view?.report?.checkedAt;
  // The list of what needs a person tells of the same report.
  useEffect(() => {
    if (checkedAt !== undefined) void attention?.reload();
  }, [checkedAt]);
  const repair = async (check: string) => {
    if (!(await model.repair(check))) return;
    say(t("health.fixed"));
    focusFinding(check);
  };
  return (
    <>
      <PageHead
        title={t("health.title")}
        subtitle={view?.report ? <LastCheck report={view.report} /> : t("health.text")}
        actions={
          <Button
            variant="primary"
            icon="refresh"
            isBusy={isRunning}
            onClick={() => void model.check()}
          >
            {t("health.check")}
          </Button>
        }
      />
      <div class="health">
        {detail.value.value?.state === "setup" && (
          <Notice
            tone="info"
            title={t("health.inSetup")}
            actions={<LinkButton href={`${base}/setup`}>{t("health.toSetup")}</LinkButton>}
          >
            <p>{t("health.inSetupText")}</p>
          </Notice>
        )}
        {isRunning && <HealthProgress done={model.done.value} />}
        <SubmitProblem of={model.error} />
        <Loaded
          resource={model.view}
          skeleton={<Skeleton lines={10} />}
          isEmpty={({ report }) => report === null && !isRunning}
          empty={
            <Empty icon="health" title={t("health.empty")}>
              {t("health.emptyText")}
            </Empty>
          }
        >
          {({ report }) => report && <Report report={report} model={model} onRepair={repair} />}
        </Loaded>
      </div>
    </>
  );
}

function LastCheck({ report: { checkedAt, requests, tookMs } }: { report: HealthReport }) {
  const seconds = (tookMs / 1000).toFixed(1);
  return (
    <>{t("health.checked", { since: formatSince(checkedAt, Date.now()), requests, seconds })}</>
  );
}

interface ReportProps {
  report: HealthReport;
  model: Model;
  onRepair: (check: string) => Promise<void>;
}

function Report({ report: { findings }, model, onRepair }: ReportProps) {
  const { base } = useConnection();
  const busy = model.busy.value;
  const elsewhere =
    useAttention()?.value.value?.entries.filter(({ kind }) => kind !== "check").length ?? 0;
  const toHome = elsewhere > 0 && <LinkButton href={base}>{t("health.toHome")}</LinkButton>;
  const repairing = busy !== null && busy !== "check" ? busy.repair : null;
  return (
    <>
      {!model.isRunning.value && (
        <HealthVerdict tally={tallyOf(findings)} elsewhere={elsewhere} actions={toHome} />
      )}
      <div class="health-groups">
        {COLUMNS.map((groups) => (
          <div key={groups[0]} class="health-column">
            {groups.map((group) => {
              const own = groupOf(findings, group);
              return (
                <Card
                  key={group}
                  title={t(`health.group.${group}`)}
                  actions={<GroupBadge tally={tallyOf(own)} />}
                >
                  <ul class="findings">
                    {foldWaiting(own).map((row) =>
                      "checks" in row ? (
                        <WaitingRow key={row.because} waiting={row} />
                      ) : (
                        <FindingRow
                          key={row.check}
                          finding={row}
                          base={base}
                          repairing={repairing}
                          onRepair={(check) => void onRepair(check)}
                        />
                      ),
                    )}
                  </ul>
                </Card>
              );
            })}
          </div>
        ))}
      </div>
    </>
  );
}

function GroupBadge({ tally: { fail, warn, skipped, pass } }: { tally: Tally }) {
  if (fail > 0) return <Badge tone="bad">{t("health.count.fail", { count: fail })}</Badge>;
  if (warn > 0) return <Badge tone="warn">{t("health.count.warn", { count: warn })}</Badge>;
  if (skipped > 0)
    return <Badge tone="plain">{t("health.count.skipped", { count: skipped })}</Badge>;
  return pass > 0 ? <Badge tone="good">{t("health.count.good")}</Badge> : null;
}
