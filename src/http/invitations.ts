/**
 * Invitations between the routes and the use cases: what both sign-up and the routes of people need of
 * them, bound to the tables, the mailer and the activity log.
 */
import { readAccountSettings } from "../contract/account-settings";
import { readAccount } from "../db/accounts/accounts";
import {
  acceptInvitation,
  addInvitation,
  findInvitation,
  withdrawInvitation,
  type FoundInvitation,
} from "../db/accounts/invitations";
import { toMailName } from "../domain/accounts/invitation";
import type { Role } from "../domain/accounts/role";
import { tokenLink } from "./send-mail";
import { serverCatalogue } from "../i18n/server-catalogue";
import type { Language } from "../i18n/language";
import { acceptInvitationBy, type ReadInvitationDeps } from "../sync/accounts/accept-invitation";
import { invitePerson } from "../sync/accounts/invite-person";
import type { AppServices, Viewer } from "./context";
import { guardInvitation } from "./login-guard";
import { record } from "./record";

export const readDeps = ({ db, now }: AppServices): ReadInvitationDeps<FoundInvitation> => ({
  find: (tokenHash) => findInvitation(db, tokenHash),
  now,
});

/** Throws what the use case of the same name throws. */
export async function acceptBy(
  services: AppServices,
  token: string,
  person: { userId: string; email: string },
): Promise<void> {
  const { userId } = person;
  const deps = {
    ...readDeps(services),
    accept: (by: { tokenHash: string; userId: string; email: string }) =>
      acceptInvitation(services.db, by, services.now()),
    record: ({ accountId, email, role }: FoundInvitation) =>
      record({ services, viewer: { accountId, userId } }, null, "person.joined", { email, role }),
  };
  await acceptInvitationBy(deps, token, person);
}

/** Throws what the use case of the same name throws. */
export async function inviteBy(
  call: { services: AppServices; viewer: Viewer },
  wanted: { email: string; role: Role },
  language: Language,
): Promise<void> {
  const { services, viewer } = call;
  const { db, now, newId, randomText, mailer } = services;
  const { settings: chosen } = await readAccount(db, viewer.accountId);
  const { invitationDays: openDays } = readAccountSettings(chosen);
  const mail = async (recipient: string, token: string) => {
    const names = { inviter: toMailName(viewer.name), account: toMailName(viewer.accountName) };
    const facts = { ...names, link: tokenLink(services, "/join", token), openDays };
    const text = serverCatalogue(language).mails.invitation(facts);
    await mailer.send({ recipient, ...text });
  };
  const deps = {
    limit: (email: string) => guardInvitation(services, viewer.accountId, email),
    add: (row: Parameters<typeof addInvitation>[1]) => addInvitation(db, row),
    withdraw: (row: Parameters<typeof withdrawInvitation>[1]) => withdrawInvitation(db, row),
    record: (email: string) => record(call, null, "person.invited", { email, role: wanted.role }),
    mail,
    now,
    newId,
    randomText,
  };
  await invitePerson(deps, viewer, { ...wanted, openDays });
}
