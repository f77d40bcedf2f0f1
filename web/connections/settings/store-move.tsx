import type { ConnectionDetail } from "../../../src/contract/connections";
import { formatDateTime } from "../../i18n/format";
import { t } from "./texts";
import { useConnection } from "../connection";
import { useSubmission } from "../../data/submission";
import { SubmitProblem } from "../../problems/problem-notice";
import { Button } from "../../ui/button";
import { Notice } from "../../ui/notice";

/** The address at which the store asks to be read instead, if it does; a member decides. */
export function StoreMove({ detail }: { detail: ConnectionDetail }) {
  const { model } = useConnection();
  const { isBusy, refusal, send } = useSubmission();
  const { storeMove: move, sourceUrl } = detail;
  if (!move) return null;
  const answer = (isAccepted: boolean) => void send(() => model.answerMove(move.url, isAccepted));
  return (
    <Notice
      tone="warn"
      title={t("settings.moveTitle")}
      actions={
        <>
          <Button isBusy={isBusy.value} onClick={() => answer(false)}>
            {t("settings.moveRefuse")}
          </Button>
          <Button variant="danger" isBusy={isBusy.value} onClick={() => answer(true)}>
            {t("settings.moveAllow")}
          </Button>
        </>
      }
    >
      <p>
        {t("settings.moveText", {
          from: sourceUrl ?? "",
          to: move.url,
          when: formatDateTime(move.at),
        })}
      </p>
      <SubmitProblem of={refusal} />
    </Notice>
  );
}
