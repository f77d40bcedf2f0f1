import { ActivityEntry } from "../activity/activity-entry";
import { Loaded } from "../data/loaded";
import { useResource } from "../data/use-resource";
import { useApp } from "../shell/app";
import { Card } from "../ui/page";
import { t } from "./texts";

/** What happened in the account, logins among it. */
export default function AccountEvents() {
  const { client } = useApp();
  const list = useResource(() => client.call("GET /api/activity", {}), [client]);
  return (
    <Card title={t("account.events")} id="events">
      <Loaded resource={list} isEmpty={(value) => value.rows.length === 0} empty={null}>
        {(value) => (
          <ol class="timeline">
            {value.rows.map((row) => (
              <ActivityEntry key={row.id} row={row} />
            ))}
          </ol>
        )}
      </Loaded>
    </Card>
  );
}
