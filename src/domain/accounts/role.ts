/** What a person may be in an account: an owner may everything, an admin all but people and owner's settings. Stored names. */
export const ROLES = ["owner", "admin"] as const;
export type Role = (typeof ROLES)[number];

/**
 * Whom a route answers: "anyone" also without a session, "signedIn" also whoever was removed from an
 * account, a role also whoever has a higher one.
 */
export type Need = "anyone" | "signedIn" | Role;

export function isRole(need: string): need is Role {
  return (ROLES as readonly string[]).includes(need);
}

/** Whether a person of the role may call what has the need. */
export function isAllowed(role: Role, need: Role): boolean {
  return ROLES.indexOf(role) <= ROLES.indexOf(need);
}
