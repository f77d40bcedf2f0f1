import { useSignal } from "@preact/signals";
import { ActivityEntry } from "../activity/activity-entry";
import type { Answer } from "../api/client";
import { Loaded } from "../data/loaded";
import { useSubmission } from "../data/submission";
import { useResource } from "../data/use-resource";
import { SubmitProblem } from "../problems/problem-notice";
import { useApp } from "../shell/app";
import { Button } from "../ui/button";
import { Card } from "../ui/page";
import { t } from "./texts";

type Events = Answer<"GET /api/activity">;

/** So many are shown, and so many more at each press. */
const STEP = 10;

/** What happened in the account, logins among it: the newest, and older ones as they are asked for. */
export default function AccountEvents() {
  const { client } = useApp();
  const first = useResource(() => client.call("GET /api/activity", {}), [client]);
  return (
    <Card title={t("account.events")} id="events">
      <Loaded resource={first} isEmpty={(value) => value.rows.length === 0} empty={null}>
        {(value) => <Timeline key={value.rows[0]?.id} first={value} />}
      </Loaded>
    </Card>
  );
}

function Timeline({ first }: { first: Events }) {
  const { client } = useApp();
  const known = useSignal(first);
  const shown = useSignal(STEP);
  const { isBusy, refusal, send } = useSubmission();
  const { rows, next } = known.value;
  const hasMore = rows.length > shown.value || next !== null;
  const readOlder = (cursor: string) =>
    send(async () => {
      const result = await client.call("GET /api/activity", { query: { cursor } });
      if (result.ok) known.value = { ...result.value, rows: [...rows, ...result.value.rows] };
      return result;
    });
  const showMore = async () => {
    const wanted = shown.value + STEP;
    if (next !== null && rows.length < wanted && !(await readOlder(next))) return;
    shown.value = wanted;
  };
  return (
    <>
      <ol class="timeline">
        {rows.slice(0, shown.value).map((row) => (
          <ActivityEntry key={row.id} row={row} />
        ))}
      </ol>
      <SubmitProblem of={refusal} />
      {hasMore && (
        <div>
          <Button isBusy={isBusy.value} onClick={() => void showMore()}>
            {t("account.showMore")}
          </Button>
        </div>
      )}
    </>
  );
}
