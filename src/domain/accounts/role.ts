/** What a person may be in an account: an owner may everything, an admin all but people and owner's settings. Stored names. */
export const ROLES = ["owner", "admin"] as const;
