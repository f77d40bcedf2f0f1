import { useModel } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t } from "../health/texts";
import { useApp } from "../shell/app";
import { useConnection } from "../connections/connection";
import { HealthModel, tallyOf } from "../health/health";
import { useAttention } from "../data/live";
import { usePolling } from "../data/polling";
import { LoadProblem } from "../problems/problem-notice";
import { LinkButton } from "../ui/button";
import { HealthProgress } from "../health/health-progress";
import { HealthVerdict } from "../health/health-verdict";

const POLL_MS = 700;

/** Checks a connection for the first time and shows how it goes and what came of it. */
export default function FirstCheck() {
  const { client } = useApp();
  const { id } = useConnection();
  const model = useModel(() => new HealthModel(client, id));
  useEffect(() => void model.check(), [model]);
  const isRunning = model.isRunning.value;
  const attention = useAttention();
  const checkedAt = model.view.value.value?.report?.checkedAt;
  // The list below tells of the same report.
  useEffect(() => {
    if (checkedAt !== undefined) void attention?.reload();
  }, [checkedAt]);
  usePolling(isRunning, POLL_MS, model.follow);
  const report = model.view.value.value?.report;
  if (isRunning) return <HealthProgress done={model.done.value} />;
  if (report) return <HealthVerdict tally={tallyOf(report.findings)} actions={<SeeReport />} />;
  const refusal = model.error.value;
  return refusal && <LoadProblem reason={refusal} onRetry={() => void model.check()} />;
}

function SeeReport() {
  const { base } = useConnection();
  return <LinkButton href={`${base}/health`}>{t("health.see")}</LinkButton>;
}
