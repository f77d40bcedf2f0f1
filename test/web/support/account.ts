import type { Answer } from "../../../src/contract/contract";

/** Somebody signed in, in one account. */
export const me: Answer<"GET /api/me"> = {
  user: { id: "u", name: "Ada", email: "ada@example.com" },
  account: { id: "a", name: "Ada" },
  role: "owner",
};
