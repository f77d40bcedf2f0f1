import type { TaskDetail } from "../../src/contract/tasks";
import { useSubmission } from "../data/submission";
import { formatDateTime } from "../i18n/format";
import { t } from "./confirm-texts";
import { SubmitProblem } from "../problems/problem-notice";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import type { TaskModel } from "./tasks";

interface ConfirmNoticeProps {
  task: TaskDetail;
  model: InstanceType<typeof TaskModel>;
}

/** Asks whether the listed items are to be worked on; nothing where no answer is waited for. */
export default function ConfirmNotice({ task, model }: ConfirmNoticeProps) {
  const { isBusy, refusal, send } = useSubmission();
  // Refused or not, another tab may have decided meanwhile: the page shows what holds now.
  const decide = async (call: typeof model.confirm) => {
    await send(call);
    await model.detail.reload();
  };
  if (task.confirmBy === null) return <SubmitProblem of={refusal} />;
  const count = (task.total ?? 0) - (task.counts["skipped"] ?? 0);
  const isDeletion = task.kind === "change-listing-state" && task.action === "delete";
  return (
    <Notice
      tone="warn"
      title={t(isDeletion ? "task.confirm.deleteTitle" : "task.confirm.title", { count })}
      actions={
        <>
          <Button
            variant={isDeletion ? "danger" : "primary"}
            isBusy={isBusy.value}
            onClick={() => void decide(model.confirm)}
          >
            {t(isDeletion ? "task.confirm.delete" : "task.confirm.confirm", { count })}
          </Button>
          <Button isBusy={isBusy.value} onClick={() => void decide(model.cancel)}>
            {t("task.cancel")}
          </Button>
        </>
      }
    >
      <p>{t("task.confirm.text", { until: formatDateTime(task.confirmBy) })}</p>
      <SubmitProblem of={refusal} />
    </Notice>
  );
}
