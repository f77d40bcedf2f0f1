import * as z from "zod";
import { ROLES } from "../domain/accounts/role";
import { AccountSettings, AccountSettingsPatch } from "./account-settings";
import { Count, Cursor, EpochMs, Facts, Id, Name, Next, NoBody } from "./common";
import { defineRoutes } from "./route";

/** What a person may be in an account. */
export const Role = z.enum(ROLES);

export const Me = z
  .object({
    user: z.object({ id: z.string(), name: z.string(), email: z.string() }),
    account: z.object({ id: z.string(), name: z.string() }),
    role: Role,
    development: z
      .object({ outboxPath: z.string(), simulatorUrl: z.string() })
      .optional()
      .describe("In development only: where mails end up, and the simulated shops."),
  })
  .meta({ id: "Me" });

/** The account as a whole, with what its owners set for it. */
export const AccountView = z
  .object({
    id: z.string(),
    name: z.string(),
    settings: AccountSettings,
    settingsVersion: Count.describe("Grows with each save of name or settings."),
  })
  .meta({ id: "Account" });
export type AccountView = z.infer<typeof AccountView>;

/** Who belongs to an account and who was asked to. */
export const PeopleView = z
  .object({
    people: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        email: z.string(),
        role: Role,
        joinedAt: EpochMs,
      }),
    ),
    invitations: z
      .array(
        z.object({
          id: z.string(),
          email: z.string(),
          role: Role,
          createdAt: EpochMs,
          expiresAt: EpochMs.describe("When its link stops to work; it stays in the list."),
        }),
      )
      .describe("Neither accepted nor revoked."),
  })
  .meta({ id: "People" });
export type PeopleView = z.infer<typeof PeopleView>;

/** What the link in the mail of an invitation carries. */
const Token = z.object({ token: z.string().min(1).max(100) });
const OfPerson = z.object({ userId: Id.brand<"UserId">() });

export const accountRoutes = defineRoutes({
  "GET /api/me": {
    name: "readMe",
    summary: "Read who is signed in, and for which account",
    needs: "admin",
    answer: Me,
  },
  "GET /api/account": {
    name: "readAccount",
    summary: "Read the account and its settings",
    needs: "admin",
    answer: AccountView,
  },
  "PATCH /api/account/settings": {
    name: "saveAccountSettings",
    summary: "Change the name or settings of the account, unless changed meanwhile",
    needs: "owner",
    body: z.object({
      seenVersion: Count.describe(
        "The settingsVersion that was read before; 409 if another stands.",
      ),
      name: Name.optional(),
      settings: AccountSettingsPatch.optional(),
    }),
    answer: AccountView,
  },
  "POST /api/account": {
    name: "openAccount",
    summary: "Open an account of one's own, for a person who belongs to none",
    needs: "signedIn",
    body: NoBody,
    answer: z.object({ opened: z.boolean().describe("False for who belongs to one.") }),
  },
  "DELETE /api/account": {
    name: "deleteAccount",
    summary: "Delete the account with its connections and the logins of its people",
    needs: "owner",
    needsProof: true,
    body: z.object({
      confirmName: z.string().max(200).describe("The account's name, as a confirmation."),
    }),
    answer: z.object({ deleted: z.literal(true) }),
  },
  "GET /api/markets": {
    name: "listMarkets",
    summary: "List the markets a channel can be authorised in",
    needs: "admin",
    answer: z.object({
      markets: z.array(
        z.object({
          code: z.string(),
          label: z.string(),
          currency: z.string(),
          needsParties: z
            .boolean()
            .describe("Most products need a manufacturer and a responsible person there."),
        }),
      ),
    }),
  },
  "GET /api/activity": {
    name: "listAccountActivities",
    summary: "List what was done with the account and its people, the newest first",
    needs: "admin",
    query: z.object({ cursor: Cursor.optional() }),
    answer: z.object({
      rows: z.array(
        z.object({
          id: z.string(),
          actor: z.string(),
          kind: z.string(),
          facts: Facts,
          at: EpochMs,
        }),
      ),
      next: Next,
    }),
  },
  "GET /api/people": {
    name: "listPeople",
    summary: "List the people of the account and its open invitations",
    needs: "admin",
    answer: PeopleView,
  },
  "POST /api/people/invitations": {
    name: "invitePerson",
    summary: "Invite an address by mail; an open invitation of it is replaced",
    needs: "owner",
    needsProof: true,
    body: z.object({ email: z.email().max(320), role: Role }),
    answer: PeopleView,
  },
  "DELETE /api/people/invitations/:invitationId": {
    name: "revokeInvitation",
    summary: "Take an open invitation back",
    needs: "owner",
    params: z.object({ invitationId: Id.brand<"InvitationId">() }),
    body: NoBody,
    answer: PeopleView,
  },
  "PATCH /api/people/:userId": {
    name: "changePerson",
    summary: "Change the name or the role of a person",
    needs: "owner",
    needsProof: true,
    params: OfPerson,
    body: z.object({ name: Name.optional(), role: Role.optional() }),
    answer: PeopleView,
  },
  "DELETE /api/people/:userId": {
    name: "removePerson",
    summary: "Remove a person from the account and end their sessions",
    needs: "owner",
    needsProof: true,
    params: OfPerson,
    body: NoBody,
    answer: z.object({ removed: z.literal(true) }),
  },
  "POST /api/people/leave": {
    name: "leaveAccount",
    summary: "Leave the account; its last owner cannot",
    needs: "admin",
    needsProof: true,
    body: NoBody,
    answer: z.object({ removed: z.literal(true) }),
  },
  "POST /api/invitations/read": {
    name: "readInvitation",
    summary: "Read who invites whom, by the token of the mail",
    needs: "anyone",
    body: Token,
    answer: z.object({ account: z.string(), inviter: z.string(), email: z.string(), role: Role }),
  },
  "POST /api/invitations/accept": {
    name: "acceptInvitation",
    summary: "Join the account that invited, by the token of the mail",
    needs: "signedIn",
    body: Token,
    answer: z.object({ joined: z.literal(true) }),
  },
});
