import { useSignal } from "@preact/signals";
import { useLocation } from "preact-iso/router";
import type { PeopleView } from "../../src/contract/accounts";
import { ROLES, type Role } from "../../src/domain/accounts/role";
import { Loaded } from "../data/loaded";
import { useSubmission } from "../data/submission";
import { useResource } from "../data/use-resource";
import { formatDate } from "../i18n/format";
import { SubmitProblem } from "../problems/problem-notice";
import { useApp } from "../shell/app";
import { Button } from "../ui/button";
import { ConfirmDialog } from "../ui/later-confirm-dialog";
import { SelectField } from "../ui/select-field";
import { Card } from "../ui/page";
import { InvitePerson } from "./invite-person";
import { OwnerQuestion } from "./owner-question";
import { roleChoices } from "./roles";
import { t } from "./texts";

type Person = PeopleView["people"][number];
type Invitation = PeopleView["invitations"][number];

/** Who belongs to the account and who is asked to; owners invite, change and remove. */
export default function People() {
  const { client, session } = useApp();
  const list = useResource(() => client.call("GET /api/people"), [client]);
  const isOwner = session.me.value?.role === "owner";
  return (
    <Card title={t("people.title")} id="people">
      <Loaded resource={list}>
        {({ people, invitations }) => (
          <>
            <ul class="stack">
              {people.map((person) => (
                <PersonRow
                  key={person.id}
                  person={person}
                  isOwner={isOwner}
                  isAlone={people.length === 1}
                  onChanged={list.reload}
                />
              ))}
              {invitations.map((invitation) => (
                <InvitationRow
                  key={invitation.id}
                  invitation={invitation}
                  isOwner={isOwner}
                  onChanged={list.reload}
                />
              ))}
            </ul>
            {isOwner && <InvitePerson onInvited={list.reload} />}
          </>
        )}
      </Loaded>
    </Card>
  );
}

interface RowProps {
  isOwner: boolean;
  onChanged: () => unknown;
}

function PersonRow({
  person,
  isOwner,
  isAlone,
  onChanged,
}: RowProps & { person: Person; isAlone: boolean }) {
  const { client, session } = useApp();
  const { refusal, send } = useSubmission();
  const params = { userId: person.id };
  const isSelf = session.me.value?.user.id === person.id;
  const isAsking = useSignal(false);
  const change = async (role: Role) => {
    const sent = () => client.call("PATCH /api/people/:userId", { params, body: { role } });
    if ((await send(sent)) && isSelf) await session.load();
    onChanged();
  };
  const choose = (value: string) => {
    const role = ROLES.find((one) => one === value);
    if (role === "owner") isAsking.value = true;
    else if (role) void change(role);
  };
  return (
    <li>
      <div class="row-between">
        <span class="stack-tight">
          <span>
            {person.name} {isSelf && <span class="soft">({t("people.self")})</span>}
          </span>
          <span class="soft small">{person.email}</span>
        </span>
        <span class="row">
          {isOwner ? (
            <SelectField
              isLabelHidden
              label={t("people.roleOf", person)}
              value={person.role}
              onChange={choose}
              options={roleChoices()}
            />
          ) : (
            <span class="soft">{t(`people.role.${person.role}`)}</span>
          )}
          {!isAlone && isSelf && <Leave onChanged={onChanged} />}
          {isOwner && !isSelf && <Remove person={person} onChanged={onChanged} />}
        </span>
      </div>
      <SubmitProblem of={refusal} />
      {isAsking.value && (
        <OwnerQuestion
          who={person.name}
          onConfirm={() => void change("owner")}
          onClose={() => {
            isAsking.value = false;
          }}
        />
      )}
    </li>
  );
}

function Remove({ person, onChanged }: { person: Person; onChanged: () => unknown }) {
  const { client } = useApp();
  const params = { userId: person.id };
  return (
    <Parting
      button={t("people.remove")}
      label={t("people.removeNamed", person)}
      title={t("people.removeNamed", person)}
      text={t("people.removeText", person)}
      part={() => client.call("DELETE /api/people/:userId", { params, body: {} })}
      onParted={onChanged}
    />
  );
}

/** Ends the sessions; who logs in again sees what a person without an account can do. */
function Leave({ onChanged }: { onChanged: () => unknown }) {
  const { client, session } = useApp();
  const { route } = useLocation();
  const away = async () => {
    await session.load();
    route("/connections", true);
    onChanged();
  };
  return (
    <Parting
      button={t("people.leave")}
      title={t("people.leave")}
      text={t("people.leaveText")}
      part={() => client.call("POST /api/people/leave", { body: {} })}
      onParted={() => void away()}
    />
  );
}

interface PartingProps {
  button: string;
  label?: string;
  title: string;
  text: string;
  part: Parameters<ReturnType<typeof useSubmission>["send"]>[0];
  onParted: () => unknown;
}

function Parting({ button, label, title, text, part, onParted }: PartingProps) {
  const isAsking = useSignal(false);
  const { isBusy, refusal, send } = useSubmission();
  const confirm = async () => {
    if (await send(part)) onParted();
  };
  return (
    <>
      <Button
        isSmall
        isBusy={isBusy.value}
        label={label}
        onClick={() => {
          isAsking.value = true;
        }}
      >
        {button}
      </Button>
      <SubmitProblem of={refusal} />
      {isAsking.value && (
        <ConfirmDialog
          title={title}
          text={text}
          confirm={button}
          onConfirm={() => void confirm()}
          onClose={() => {
            isAsking.value = false;
          }}
        />
      )}
    </>
  );
}

function InvitationRow({ invitation, isOwner, onChanged }: RowProps & { invitation: Invitation }) {
  const { client } = useApp();
  const { isBusy, refusal, send } = useSubmission();
  const { id, email, role, expiresAt } = invitation;
  const revoke = async () => {
    const params = { invitationId: id };
    await send(() =>
      client.call("DELETE /api/people/invitations/:invitationId", { params, body: {} }),
    );
    onChanged();
  };
  const facts = { role: t(`people.role.${role}`), until: formatDate(expiresAt) };
  return (
    <li>
      <div class="row-between">
        <span class="stack-tight">
          <span>{email}</span>
          <span class="soft small">
            {t(expiresAt < Date.now() ? "people.lapsed" : "people.invited", facts)}
          </span>
        </span>
        {isOwner && (
          <Button
            isSmall
            isBusy={isBusy.value}
            label={t("people.revokeNamed", { email })}
            onClick={() => void revoke()}
          >
            {t("people.revoke")}
          </Button>
        )}
      </div>
      <SubmitProblem of={refusal} />
    </li>
  );
}
