import { MembersOnly } from "../shell/guard";
import { TopShell } from "../shell/top-shell";
import { ActivityEntry } from "../activity/activity-entry";
import { Loaded } from "../data/loaded";
import { useResource } from "../data/use-resource";
import { t } from "./texts";
import { useApp } from "../shell/app";
import { Card, PageHead } from "../ui/page";
import { ChangePassword } from "./change-password";
import { SecondFactor } from "./second-factor";
import { Sessions } from "./sessions";
import { later } from "../shell/later";

const LeaveWeft = later(() => import("./leave-weft"));

/** How a person gets in, and from where: password, authenticator, sessions, what happened. */
export default function YourAccount() {
  return (
    <MembersOnly>
      <Page />
    </MembersOnly>
  );
}

function Page() {
  const { client } = useApp();
  const security = useResource(() => client.call("GET /api/me/security"), [client]);
  return (
    <TopShell isNarrow>
      <PageHead title={t("account.yours")} subtitle={t("account.yoursText")} />
      <div class="stack-loose">
        <ChangePassword onChanged={security.reload} />
        <Loaded resource={security}>
          {(value) => (
            <div class="stack-loose">
              <SecondFactor security={value} onChanged={security.reload} />
              <Sessions security={value} onChanged={security.reload} />
            </div>
          )}
        </Loaded>
        <Events />
        <LeaveWeft />
      </div>
    </TopShell>
  );
}

/** What happened in the account, logins among it. */
function Events() {
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
