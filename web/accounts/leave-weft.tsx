import { useSignal } from "@preact/signals";
import { DeletePerson, useGone } from "./delete-person";
import { t } from "./texts";
import { useApp } from "../shell/app";
import { Button } from "../ui/button";
import { Card } from "../ui/page";
import { TypedDialog } from "../ui/later-typed-dialog";

/** The end of the person's own login, and for owners of the whole account. */
export default function LeaveWeft() {
  const { session } = useApp();
  const asked = useSignal<"person" | "account" | null>(null);
  const me = session.me.value;
  if (!me) return null;
  const close = () => {
    asked.value = null;
  };
  return (
    <Card title={t("account.leave")} id="leave">
      <div class="stack">
        <p class="soft">{t("account.deletePersonText")}</p>
        <div>
          <Button onClick={() => (asked.value = "person")}>{t("account.deletePerson")}</Button>
        </div>
        {me.role === "owner" && (
          <>
            <p class="soft">{t("account.deleteText")}</p>
            <div>
              <Button variant="danger" onClick={() => (asked.value = "account")}>
                {t("account.delete")}
              </Button>
            </div>
          </>
        )}
      </div>
      {asked.value === "person" && <DeletePerson email={me.user.email} onClose={close} />}
      {asked.value === "account" && <DeleteAccount name={me.account.name} onClose={close} />}
    </Card>
  );
}

function DeleteAccount({ name, onClose }: { name: string; onClose: () => void }) {
  const { client } = useApp();
  return (
    <TypedDialog
      title={t("account.delete")}
      text={t("account.deleteText")}
      name={name}
      confirm={t("account.delete")}
      onSend={(confirmName) => client.call("DELETE /api/account", { body: { confirmName } })}
      onDone={useGone()}
      onClose={onClose}
    />
  );
}
