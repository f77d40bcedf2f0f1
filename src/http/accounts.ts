/** The person who is signed in, the people of the account, and who is asked to join it. */
import type { accountRoutes, PeopleView } from "../contract/accounts";
import { membershipOf, openAccount } from "../db/accounts/accounts";
import { listInvitations, revokeInvitation } from "../db/accounts/invitations";
import { listPeople, removePerson, setName, setRole } from "../db/accounts/people";
import { SyncError } from "../domain/errors/sync-error";
import { readInvitation } from "../sync/accounts/accept-invitation";
import { changePerson, removePersonBy } from "../sync/accounts/change-person";
import type { Handlers } from "./call";
import type { AppServices, Person, Viewer } from "./context";
import { readAccountView, saveAccountBy } from "./account-settings";
import { deleteAccountBy } from "./deletions";
import { acceptBy, inviteBy, readDeps } from "./invitations";
import { record, type ActivityKind } from "./record";
import { readActivities } from "./views/activity-view";

export const accountHandlers: Handlers<typeof accountRoutes> = {
  async "GET /api/me"({ services: { settings }, viewer }) {
    const { userId, name, email, accountId, accountName, role } = viewer;
    return {
      user: { id: userId, name, email },
      account: { id: accountId, name: accountName },
      role,
      ...(settings.isDevelopment
        ? { development: { outboxPath: "/outbox", simulatorUrl: settings.simulatorUrl } }
        : {}),
    };
  },

  "GET /api/account": ({ services, viewer }) => readAccountView(services, viewer),

  async "PATCH /api/account/settings"(call) {
    const { seenVersion, ...wanted } = call.body;
    await saveAccountBy(call, seenVersion, wanted);
    return readAccountView(call.services, call.viewer);
  },

  "POST /api/account": ({ services, viewer }) => openOwnAccount(services, viewer),

  "DELETE /api/account": ({ services, viewer, body }) =>
    deleteAccountBy(services, viewer, body.confirmName),

  async "GET /api/markets"({ services }) {
    const markets = services.channelPlatforms().flatMap((channel) => channel.markets);
    return {
      markets: markets
        .map(({ code, label, limits, needsParties = false }) => ({
          code,
          label,
          currency: limits.currency,
          needsParties,
        }))
        .toSorted((one, other) => one.label.localeCompare(other.label, "en")),
    };
  },

  "GET /api/activity": ({ services, viewer, query }) =>
    readActivities(services, viewer, null, query.cursor),

  "GET /api/people": ({ services, viewer }) => readPeople(services, viewer),

  async "POST /api/people/invitations"(call) {
    await inviteBy(call, call.body, call.language);
    return readPeople(call.services, call.viewer);
  },

  async "DELETE /api/people/invitations/:invitationId"(call) {
    const { services, viewer, params } = call;
    const { db, now } = services;
    const email = await revokeInvitation(db, viewer.accountId, params.invitationId, now());
    if (email === undefined) throw new SyncError("merchant", "invitation.not_found");
    await record(call, null, "person.invitation_revoked", { email });
    return readPeople(services, viewer);
  },

  async "PATCH /api/people/:userId"(call) {
    const { services, viewer, params, body } = call;
    const { db } = services;
    const { accountId } = viewer;
    await changePerson(
      {
        list: () => listPeople(db, accountId),
        setName: (userId, name) => setName(db, accountId, userId, name),
        setRole: (userId, role) => setRole(db, accountId, userId, role),
        record: (before, after) =>
          record(call, null, "person.changed", {
            name: before.name,
            ...(after.name === before.name ? {} : { newName: after.name }),
            ...(after.role === before.role ? {} : { role: after.role }),
          }),
      },
      params.userId,
      body,
    );
    return readPeople(services, viewer);
  },

  "DELETE /api/people/:userId": (call) => remove(call, call.params.userId, "person.removed"),

  "POST /api/people/leave": (call) => remove(call, call.viewer.userId, "person.left"),

  async "POST /api/invitations/read"({ services, body }) {
    const found = await readInvitation(readDeps(services), body.token);
    const { accountName, inviterName, email, role } = found;
    return { account: accountName, inviter: inviterName, email, role };
  },

  async "POST /api/invitations/accept"({ services, viewer, body }) {
    await acceptBy(services, body.token, viewer);
    return { joined: true };
  },
};

/** Sent twice at once, one call opens it and the other finds it. */
async function openOwnAccount(
  { db, newId, now }: AppServices,
  { userId, name }: Person,
): Promise<{ opened: boolean }> {
  const isMember = async () => typeof (await membershipOf(db, userId)) === "object";
  if (await isMember()) return { opened: false };
  try {
    await openAccount(db, { accountId: newId("acc"), userId }, name, now());
  } catch (caught) {
    if (await isMember()) return { opened: false };
    throw caught;
  }
  return { opened: true };
}

async function remove(
  call: { services: AppServices; viewer: Viewer },
  userId: string,
  kind: Extract<ActivityKind, `person.${string}`>,
): Promise<{ removed: true }> {
  const { services, viewer } = call;
  const { db, now } = services;
  await removePersonBy(
    {
      list: () => listPeople(db, viewer.accountId),
      remove: (id) => removePerson(db, viewer.accountId, id, now()),
      record: ({ name }) => record(call, null, kind, { name }),
    },
    userId,
  );
  return { removed: true };
}

async function readPeople({ db }: AppServices, { accountId }: Viewer): Promise<PeopleView> {
  const [people, invitations] = await Promise.all([
    listPeople(db, accountId),
    listInvitations(db, accountId),
  ]);
  return {
    people: people.map(({ userId: id, ...rest }) => ({ id, ...rest })),
    invitations: invitations.map(({ id, email, role, createdAt, expiresAt }) => ({
      id,
      email,
      role,
      createdAt,
      expiresAt,
    })),
  };
}
