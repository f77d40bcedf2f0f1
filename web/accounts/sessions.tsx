import { useSignal } from "@preact/signals";
import type { Security } from "../../src/contract/persons";
import { useSubmission } from "../data/submission";
import { formatDateTime } from "../i18n/format";
import { browserName } from "./browser-name";
import { t } from "./texts";
import { SubmitProblem } from "../problems/problem-notice";
import { useApp } from "../shell/app";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Card } from "../ui/page";

/** More than so many are listed when they are asked for. */
const SHOWN = 5;

interface SessionsProps {
  security: Security;
  onChanged: () => unknown;
}

/** Where the person is signed in, each to be ended by itself or all others at once. */
export function Sessions({ security, onChanged }: SessionsProps) {
  const { client, say } = useApp();
  const { isBusy, refusal, send } = useSubmission();
  const end = (sessionId: string) =>
    send(() =>
      client.call("DELETE /api/me/sessions/:sessionId", { params: { sessionId }, body: {} }),
    );
  const endOthers = () => send(() => client.call("POST /api/me/sessions/end-others", { body: {} }));
  const after = async (isDone: Promise<boolean>, text?: string) => {
    if (!(await isDone)) return;
    if (text) say(text);
    onChanged();
  };
  const { sessions } = security;
  const isWhole = useSignal(false);
  // This one is always among those that are shown.
  const sorted = sessions.toSorted((a, b) => Number(b.isCurrent) - Number(a.isCurrent));
  const shown = isWhole.value ? sorted : sorted.slice(0, SHOWN);
  return (
    <Card
      title={t("account.sessions")}
      id="sessions"
      actions={
        sessions.length > 1 && (
          <Button
            isBusy={isBusy.value}
            onClick={() => void after(endOthers(), t("account.sessionsEnded"))}
          >
            {t("account.sessionsEnd")}
          </Button>
        )
      }
    >
      <SubmitProblem of={refusal} />
      <ul class="stack">
        {shown.map(({ id, isCurrent, browser, address, signedInAt }) => (
          <li key={id} class="row-between">
            <span class="stack-tight">
              <span title={browser}>{browserName(browser) || t("account.unknownBrowser")}</span>
              <span class="soft small">
                {t("account.sessionFrom", { address, when: formatDateTime(signedInAt) })}
              </span>
            </span>
            {isCurrent ? (
              <Badge tone="good">{t("account.sessionHere")}</Badge>
            ) : (
              <Button
                isSmall
                isBusy={isBusy.value}
                label={t("account.sessionEndNamed", { browser: browserName(browser) })}
                onClick={() => void after(end(id))}
              >
                {t("account.sessionEnd")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {shown.length < sessions.length && (
        <div>
          <Button
            onClick={() => {
              isWhole.value = true;
            }}
          >
            {t("account.sessionsAll", { count: sessions.length })}
          </Button>
        </div>
      )}
    </Card>
  );
}
