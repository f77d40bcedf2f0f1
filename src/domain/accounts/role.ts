/** What a person may be in an account: an owner may everything, an admin all but people and owner's settings. Stored names. */
export const ROLES = ["owner", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** Whom a route answers: "anyone" also without a session, a role also whoever has a higher one. */
export type Need = "anyone" | Role;

/** Whether a person of the role may call what has the need. */
export function isAllowed(role: Role, need: Need): boolean {
  return need === "anyone" || ROLES.indexOf(role) <= ROLES.indexOf(need);
}
