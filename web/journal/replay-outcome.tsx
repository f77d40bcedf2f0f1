import type { ReplayState } from "../../src/contract/journal";
import { Notice } from "../ui/notice";
import { thingsOf } from "./journal";
import { t } from "./texts";

/** What the last replay changed, or how far it is. */
export function ReplayOutcome({ last }: { last: ReplayState | null }) {
  return (
    <div role="status">
      {last && <Notice tone={last.isDone ? "good" : "info"} title={outcomeText(last)} />}
    </div>
  );
}

function outcomeText(last: ReplayState): string {
  const { isDone, waiting, changed, writes } = last;
  const count = thingsOf(last);
  if (!isDone) return t("journal.replaying", { count: waiting });
  if (changed.length === 0 && writes === 0) return t("journal.replayedNothing", { count });
  return t("journal.replayedSome", { count, changed: changed.length, writes });
}
