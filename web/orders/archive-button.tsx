import { useSubmission } from "../data/submission";
import { SubmitProblem } from "../problems/problem-notice";
import { useApp } from "../shell/app";
import { Button } from "../ui/button";
import { t } from "./archive-texts";
import type { OrderModel } from "./orders";

interface ArchiveButtonProps {
  model: InstanceType<typeof OrderModel>;
  isArchived: boolean;
}

/** Puts one order away, or brings it back. */
export default function ArchiveButton({ model, isArchived }: ArchiveButtonProps) {
  const { say } = useApp();
  const { isBusy, refusal, send } = useSubmission();
  const move = async () => {
    if (await send(() => model.archive(!isArchived)))
      say(t(isArchived ? "archive.undone" : "archive.done", { count: 1 }));
  };
  return (
    <>
      <Button isBusy={isBusy.value} onClick={() => void move()}>
        {t(isArchived ? "archive.restore" : "archive.archive")}
      </Button>
      <SubmitProblem of={refusal} />
    </>
  );
}
