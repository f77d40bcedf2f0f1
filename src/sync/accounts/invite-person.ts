import { expiryOf, toAddress } from "../../domain/accounts/invitation";
import type { Role } from "../../domain/accounts/role";
import { asSyncError, SyncError } from "../../domain/errors/sync-error";
import { sha256 } from "../../lib/sha256";

/** 200 random bits. */
const TOKEN_LETTERS = 40;

export interface NewInvitation {
  id: string;
  accountId: string;
  email: string;
  role: Role;
  tokenHash: string;
  invitedBy: string;
  createdAt: number;
  expiresAt: number;
}

export interface InviteDeps {
  /** Throws SyncError("merchant", "auth.too_many_tries"). */
  limit(email: string): Promise<void>;
  /** False where somebody of the address belongs to the account already. */
  add(row: NewInvitation): Promise<boolean>;
  /** Undoes `add`: the invitation that it replaced is open again. */
  withdraw(row: NewInvitation): Promise<void>;
  mail(email: string, token: string): Promise<void>;
  record(email: string): Promise<void>;
  now(): number;
  newId(prefix: string): string;
  randomText(length: number): string;
}

/**
 * Asks an address to join the account; an open invitation of it is replaced, so the newest mail is the one
 * that works. The token is in the mail alone. Throws SyncError("merchant", "person.member_already"), and
 * SyncError("retry", "mail.unsent") or "mail.not_configured" where no mail went out: all is then as before.
 */
export async function invitePerson(
  deps: InviteDeps,
  by: { accountId: string; userId: string },
  wanted: { email: string; role: Role; openDays: number },
): Promise<void> {
  const email = toAddress(wanted.email);
  await deps.limit(email);
  const token = deps.randomText(TOKEN_LETTERS);
  const createdAt = deps.now();
  const invitation = {
    id: deps.newId("inv"),
    accountId: by.accountId,
    email,
    role: wanted.role,
    tokenHash: await sha256(token),
    invitedBy: by.userId,
    createdAt,
    expiresAt: expiryOf(createdAt, wanted.openDays),
  };
  const isAdded = await deps.add(invitation);
  if (!isAdded) throw new SyncError("merchant", "person.member_already", { email });
  try {
    await deps.mail(email, token);
  } catch (caught) {
    await deps.withdraw(invitation);
    throw toUnsent(caught);
  }
  await deps.record(email);
}

/** What a mail service says of itself helps nobody who invites. */
function toUnsent(caught: unknown): SyncError {
  const error = asSyncError(caught);
  return error.code === "mail.not_configured" ? error : new SyncError("retry", "mail.unsent");
}
