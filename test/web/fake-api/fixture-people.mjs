/** Ada's account and its people, and the answers of their routes. */
const hour = 3_600_000;

export const account = {
  id: "acc_1",
  name: "Loom",
  settings: { invitationDays: 3 },
  settingsVersion: 2,
};

/** Of what a person does about their own way in; `rest`: the path behind "me". */
export function answerOfMe([part, more], method, now) {
  if (part === undefined) return { deleted: true };
  if (part === "proof") return { isFresh: true };
  if (part === "second-factor" && more) return { recoveryCodes: ["4k7m2p9q3r5t", "8w1x6y0z2a4b"] };
  if (part === "second-factor" && method === "POST")
    return { secret: "GEZDGNBVGY3TQOJQ", address: "otpauth://totp/Weft?secret=GEZDGNBVGY3TQOJQ" };
  const session = (id, isCurrent, browser) => ({
    id,
    isCurrent,
    browser,
    address: "203.0.113.9",
    signedInAt: now - 30 * hour,
    lastUsedAt: now - hour,
  });
  return {
    sessions: [
      session("ses_1", true, "Mozilla/5.0 (X11; Linux x86_64) Firefox/144.0"),
      session("ses_2", false, "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0) Safari/605.1"),
    ],
    hasSecondFactor: false,
    recoveryCodes: 0,
  };
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
