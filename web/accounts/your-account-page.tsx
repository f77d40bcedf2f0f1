import { MembersOnly } from "../shell/guard";
import { TopShell } from "../shell/top-shell";
import { Loaded } from "../data/loaded";
import { useResource } from "../data/use-resource";
import { t } from "./texts";
import { useApp } from "../shell/app";
import { PageHead } from "../ui/page";
import { ChangePassword } from "./change-password";
import { SecondFactor } from "./second-factor";
import { Sessions } from "./sessions";
import { later } from "../shell/later";

const AccountEvents = later(() => import("./account-events"));
const People = later(() => import("./people"));
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
        <People />
        <AccountEvents />
        <LeaveWeft />
      </div>
    </TopShell>
  );
}
