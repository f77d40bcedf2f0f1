import { t } from "./texts";
import { Progress } from "../ui/progress";
import { VerdictIcon } from "./verdict";
import "./health-progress.css";

const SIDES = ["source", "channel"] as const;

/** Which side is being looked at, while a check runs. */
export function HealthProgress({ done }: { done: readonly string[] }) {
  return (
    <section class="health-progress" aria-live="polite">
      <p class="health-progress-title">{t("health.checking")}</p>
      <Progress label={t("health.checking")} />
      <ul class="health-sides">
        {SIDES.map((side) => (
          <li key={side} class="row">
            <VerdictIcon verdict={done.includes(side) ? "pass" : "skipped"} />
            {t(`health.side.${side}`)}
            <span class="soft small">
              {t(done.includes(side) ? "health.side.done" : "health.side.running")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
