/** Invitations to an account. Pure. */

/** The most days the link of an invitation works, and how many it does unless the account says fewer. */
export const LONGEST_OPEN_DAYS = 7;
const DAY_MS = 24 * 3600 * 1000;
/** A name in a mail is somebody else's text; longer ones are no names. */
const LONGEST_NAME = 60;

export interface InvitationTimes {
  expiresAt: number;
  acceptedAt: number | null;
  revokedAt: number | null;
}

/** Addresses are compared in lower case and without what a keyboard adds around them. */
export const toAddress = (typed: string): string => typed.trim().toLowerCase();

/** When an invitation made now runs out, epoch ms. */
export const expiryOf = (now: number, openDays: number): number => now + openDays * DAY_MS;

/** Whether the link of an invitation still leads into the account. */
export function isOpen(
  { expiresAt, acceptedAt, revokedAt }: InvitationTimes,
  now: number,
): boolean {
  return acceptedAt === null && revokedAt === null && now < expiresAt;
}

/** A name for a mail: one line, no address of a site, cut where no name is that long. */
export function toMailName(name: string): string {
  const line = name
    .replace(/\s+/g, " ")
    .replace(/\S*(:\/\/|www\.)\S*/gi, "")
    .trim();
  return line.slice(0, LONGEST_NAME);
}
