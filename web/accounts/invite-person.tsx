import { useSignal } from "@preact/signals";
import { ROLES, type Role } from "../../src/domain/accounts/role";
import { onSubmit, useSubmission } from "../data/submission";
import { SubmitProblem } from "../problems/problem-notice";
import { useApp } from "../shell/app";
import { Button } from "../ui/button";
import { TextField } from "../ui/field";
import { SelectField } from "../ui/select-field";
import { OwnerQuestion } from "./owner-question";
import { roleChoices } from "./roles";
import { t } from "./texts";

/** Sends an invitation by mail; what it is for is chosen before. */
export function InvitePerson({ onInvited }: { onInvited: () => unknown }) {
  const { client, say } = useApp();
  const email = useSignal("");
  const role = useSignal<Role>("admin");
  const { isBusy, refusal, send } = useSubmission();
  const isAsking = useSignal(false);
  const invite = async () => {
    const body = { email: email.value.trim(), role: role.value };
    if (!(await send(() => client.call("POST /api/people/invitations", { body })))) return;
    email.value = "";
    say(t("people.sent"));
    onInvited();
  };
  const submit = () => {
    if (role.value === "owner") isAsking.value = true;
    else void invite();
  };
  return (
    <form class="form" onSubmit={onSubmit(submit)}>
      <TextField
        label={t("people.email")}
        type="email"
        isRequired
        value={email.value}
        onInput={(value) => {
          email.value = value;
        }}
      />
      <SelectField
        label={t("people.role")}
        hint={t("people.roleHint")}
        value={role.value}
        onChange={(value) => {
          role.value = ROLES.find((one) => one === value) ?? "admin";
        }}
        options={roleChoices()}
      />
      <SubmitProblem of={refusal} />
      <div class="form-actions">
        <Button type="submit" isBusy={isBusy.value}>
          {t("people.invite")}
        </Button>
      </div>
      {isAsking.value && (
        <OwnerQuestion
          who={email.value.trim()}
          onConfirm={() => void invite()}
          onClose={() => {
            isAsking.value = false;
          }}
        />
      )}
    </form>
  );
}
