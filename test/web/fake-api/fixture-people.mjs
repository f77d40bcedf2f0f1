/** Ada's account and its people, and the answers of their routes. */
const hour = 3_600_000;

export const account = {
  id: "acc_1",
  name: "Loom",
  settings: { invitationDays: 3 },
  settingsVersion: 2,
};

/** Of what a person does about their own way in; `rest`: the path behind "me". */
export function answerOfMe([part]) {
  return part === "proof" ? { isFresh: true } : undefined;
}

/** `rest`: the path behind "people" or "invitations". */
export function answerOfPeople(subject, rest, method, now) {
  if (subject === "invitations")
    return rest[0] === "read"
      ? { account: "Loom", inviter: "Bob Weaver", email: "ada@loom.example", role: "admin" }
      : { joined: true };
  const isGone = rest[0] === "leave" || (method === "DELETE" && rest.length === 1);
  if (isGone) return { removed: true };
  return {
    people: [
      {
        id: "usr_1",
        name: "Ada Weaver",
        email: "ada@loom.example",
        role: "owner",
        joinedAt: now - 400 * hour,
      },
      {
        id: "usr_2",
        name: "Bob Weaver",
        email: "bob@loom.example",
        role: "admin",
        joinedAt: now - 30 * hour,
      },
    ],
    invitations: [
      {
        id: "inv_1",
        email: "carl@loom.example",
        role: "admin",
        createdAt: now - hour,
        expiresAt: now + 167 * hour,
      },
    ],
  };
}
