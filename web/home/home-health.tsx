import { useModel } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { HomeView } from "../../src/contract/home";
import { t } from "../i18n/t";
import { useApp } from "../shell/app";
import { useConnection } from "../connections/connection";
import { HealthModel, tallyOf } from "../health/health";
import { usePolling } from "../data/polling";
import { LinkButton } from "../ui/button";
import { HealthProgress } from "../health/health-progress";
import { HealthVerdict } from "../health/health-verdict";

const POLL_MS = 700;

/**
 * Health on the home page: a connection that was never checked is checked there and then, which is
 * what a merchant sees on coming back from TikTok. What later checks find is in the list of things to do.
 */
export function HomeHealth({ health }: Pick<HomeView, "health">) {
  // What the first check said stays in sight, also once the page is read again.
  const isFirst = useMemo(() => health === null, []);
  return isFirst ? <FirstCheck /> : null;
}

function FirstCheck() {
  const { client } = useApp();
  const { id } = useConnection();
  const model = useModel(() => new HealthModel(client, id));
  useEffect(() => void model.check(), [model]);
  const isRunning = model.isRunning.value;
  usePolling(isRunning, POLL_MS, model.follow);
  const report = model.view.value.value?.report;
  if (isRunning) return <HealthProgress done={model.done.value} />;
  // A check that could not begin is shown on the health page, where it can be tried again.
  return report ? <HealthVerdict tally={tallyOf(report.findings)} actions={<SeeReport />} /> : null;
}

function SeeReport() {
  const { base } = useConnection();
  return <LinkButton href={`${base}/health`}>{t("health.see")}</LinkButton>;
}
