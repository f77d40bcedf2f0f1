import { useModel } from "@preact/signals";
import { useEffect, useLayoutEffect } from "preact/hooks";
import type { HealthReport } from "../../src/contract/health";
import { focusFinding } from "./finding-row";
import { Findings } from "./health-report";
import { HealthProgress } from "./health-progress";
import { HealthVerdict } from "./health-verdict";
import { SubmitProblem } from "../problems/problem-notice";
import { formatSince } from "../i18n/format";
import { useAttention, useLive } from "../data/live";
import { t } from "./texts";
import { useApp } from "../shell/app";
import { later } from "../shell/later";
import { useConnection } from "../connections/connection";
import { HealthModel, tallyOf } from "./health";
import { usePolling } from "../data/polling";
import { Button, LinkButton } from "../ui/button";
import { Notice } from "../ui/notice";
import { PageHead } from "../ui/page";
import { Loaded } from "../data/loaded";
import { Empty, Skeleton } from "../ui/states";

const LastNight = later(() => import("../reports/last-night"));

const POLL_MS = 700;

/** The check that tells of the orders which Home lists one by one. */
const WAITING = "orders.waiting";

type Model = InstanceType<typeof HealthModel>;

/** Whether everything a connection stands on is in order, and what to do where it is not. */
export default function Health() {
  const { client, say } = useApp();
  const { id, base, detail } = useConnection();
  const model = useModel(() => new HealthModel(client, id));
  useLayoutEffect(() => void model.view.reload(), [model]);
  const view = model.view.value.value;
  const isRunning = model.isRunning.value;
  const state = detail.value.value?.state;
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
      <div class="stack">
        {state === "setup" && (
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
        {state !== undefined && state !== "setup" && <LastNight />}
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
  const waits = findings.some(({ check, verdict }) => check === WAITING && verdict === "fail");
  const elsewhere =
    useAttention()?.value.value?.entries.filter(
      ({ kind }) => kind !== "check" && !(waits && kind === "order"),
    ).length ?? 0;
  const toHome = elsewhere > 0 && <LinkButton href={base}>{t("health.toHome")}</LinkButton>;
  const repairing = busy !== null && busy !== "check" ? busy.repair : null;
  return (
    <>
      {!model.isRunning.value && (
        <HealthVerdict tally={tallyOf(findings)} elsewhere={elsewhere} actions={toHome} />
      )}
      <Findings
        findings={findings}
        base={base}
        repairing={repairing}
        onRepair={(check) => void onRepair(check)}
      />
    </>
  );
}
