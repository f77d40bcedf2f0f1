import { useLocation } from "preact-iso/router";
import { useSubmission } from "../data/submission";
import { SubmitProblem } from "../problems/problem-notice";
import { useApp } from "../shell/app";
import { Button } from "../ui/button";
import { t } from "./texts";

/** A push of everything listed that names first what it would change. */
export function TryPush({ connectionId }: { connectionId: string }) {
  const { client, say } = useApp();
  const { route } = useLocation();
  const { isBusy, refusal, send } = useSubmission();
  const begin = () =>
    send(async () => {
      const started = await client.call("POST /api/connections/:id/push", {
        params: { id: connectionId },
        body: { selection: { filter: { tab: "synced" } }, waitsForConfirmation: true },
      });
      if (!started.ok) return started;
      say(t("rules.trying"));
      route(`/connections/${connectionId}/tasks/${started.value.taskId}`);
      return started;
    });
  return (
    <>
      <Button isBusy={isBusy.value} onClick={() => void begin()}>
        {t("rules.try")}
      </Button>
      <SubmitProblem of={refusal} />
    </>
  );
}
