import { isOpen, toAddress, type InvitationTimes } from "../../domain/accounts/invitation";
import type { Role } from "../../domain/accounts/role";
import { SyncError } from "../../domain/errors/sync-error";
import { sha256 } from "../../lib/sha256";

export interface Invited extends InvitationTimes {
  accountId: string;
  email: string;
  role: Role;
}

export interface ReadInvitationDeps<Row extends Invited> {
  find(tokenHash: string): Promise<Row | undefined>;
  now(): number;
}

export interface AcceptDeps<Row extends Invited> extends ReadInvitationDeps<Row> {
  accept(by: {
    tokenHash: string;
    userId: string;
    email: string;
  }): Promise<"joined" | "not_open" | "member_elsewhere">;
  record(joined: Row): Promise<void>;
}

/** The open invitation of a link. Throws SyncError("merchant", "invitation.closed"). */
export async function readInvitation<Row extends Invited>(
  { find, now }: ReadInvitationDeps<Row>,
  token: string,
): Promise<Row> {
  const found = await find(await sha256(token));
  if (!found || !isOpen(found, now())) throw new SyncError("merchant", "invitation.closed");
  return found;
}

/** The same, for a person of this address. Throws SyncError("merchant", "invitation.other_address") too. */
export async function readInvitationFor<Row extends Invited>(
  deps: ReadInvitationDeps<Row>,
  token: string,
  email: string,
): Promise<Row> {
  const found = await readInvitation(deps, token);
  if (found.email !== toAddress(email))
    throw new SyncError("merchant", "invitation.other_address", { email: found.email });
  return found;
}

/**
 * Brings a person into the account that invited them, once. Throws what `readInvitationFor` throws and
 * SyncError("merchant", "invitation.member_elsewhere").
 */
export async function acceptInvitationBy<Row extends Invited>(
  deps: AcceptDeps<Row>,
  token: string,
  person: { userId: string; email: string },
): Promise<void> {
  const found = await readInvitationFor(deps, token, person.email);
  const { userId } = person;
  const outcome = await deps.accept({ tokenHash: await sha256(token), userId, email: found.email });
  if (outcome === "not_open") throw new SyncError("merchant", "invitation.closed");
  if (outcome === "member_elsewhere")
    throw new SyncError("merchant", "invitation.member_elsewhere");
  await deps.record(found);
}
