import type { OrderRow } from "../../src/contract/orders";
import { useSubmission } from "../data/submission";
import { SubmitProblem } from "../problems/problem-notice";
import { useApp } from "../shell/app";
import { Button } from "../ui/button";
import { t } from "./archive-texts";
import type { OrdersModel } from "./orders";
import "../catalogue/selection-bar.css";

interface ArchiveBarProps {
  /** The chosen ones among those that are drawn. */
  rows: readonly OrderRow[];
  onClear: () => void;
  model: InstanceType<typeof OrdersModel>;
}

/** What is done with the chosen orders of a page. */
export default function ArchiveBar({ rows, onClear, model }: ArchiveBarProps) {
  const { say } = useApp();
  const { isBusy, refusal, send } = useSubmission();
  const ids = rows.map(({ id }) => id);
  const move = async (isArchived: boolean) => {
    let count = 0;
    const isSent = await send(async () => {
      const result = await model.archive(ids, isArchived);
      if (result.ok) count = result.value.moved;
      return result;
    });
    if (!isSent) return;
    onClear();
    say(t(isArchived ? "archive.done" : "archive.undone", { count }));
    await model.page.reload();
  };
  return (
    <div class="selection-bar">
      <span role="status">{t("archive.chosen", { count: rows.length })}</span>
      <Button isSmall variant="quiet" onClick={onClear}>
        {t("archive.clear")}
      </Button>
      <SubmitProblem of={refusal} />
      <span class="selection-actions">
        {rows.some(({ isArchived }) => !isArchived) && (
          <Button isSmall isBusy={isBusy.value} onClick={() => void move(true)}>
            {t("archive.archive")}
          </Button>
        )}
        {rows.some(({ isArchived }) => isArchived) && (
          <Button isSmall isBusy={isBusy.value} onClick={() => void move(false)}>
            {t("archive.restore")}
          </Button>
        )}
      </span>
    </div>
  );
}
