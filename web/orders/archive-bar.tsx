import { useSubmission } from "../data/submission";
import { SubmitProblem } from "../problems/problem-notice";
import { useApp } from "../shell/app";
import { Button } from "../ui/button";
import { t } from "./archive-texts";
import type { ChosenOrders, OrdersModel } from "./orders";
import "../catalogue/selection-bar.css";

interface ArchiveBarProps {
  chosen: InstanceType<typeof ChosenOrders>;
  model: InstanceType<typeof OrdersModel>;
  /** The list is the archive: orders are taken out of it. */
  isArchive: boolean;
}

/** What is done with the chosen orders of a page. */
export default function ArchiveBar({ chosen, model, isArchive }: ArchiveBarProps) {
  const { say } = useApp();
  const { isBusy, refusal, send } = useSubmission();
  const ids = [...chosen.ids.value];
  const count = ids.length;
  const move = async (isArchived: boolean) => {
    if (!(await send(() => model.archive(ids, isArchived)))) return;
    chosen.clear();
    say(t(isArchived ? "archive.done" : "archive.undone", { count }));
    await model.page.reload();
  };
  return (
    <div class="selection-bar">
      <span role="status">{t("archive.chosen", { count })}</span>
      <Button isSmall variant="quiet" onClick={chosen.clear}>
        {t("archive.clear")}
      </Button>
      <SubmitProblem of={refusal} />
      <span class="selection-actions">
        {!isArchive && (
          <Button isSmall isBusy={isBusy.value} onClick={() => void move(true)}>
            {t("archive.archive")}
          </Button>
        )}
        <Button isSmall isBusy={isBusy.value} onClick={() => void move(false)}>
          {t("archive.restore")}
        </Button>
      </span>
    </div>
  );
}
