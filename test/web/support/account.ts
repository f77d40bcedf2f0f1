import type { Api } from "../../../src/contract/api";

/** Somebody signed in, in one account. */
export const me: Api["GET /api/me"]["answer"] = {
  user: { id: "u", name: "Ada", email: "ada@example.com" },
  account: { id: "a", name: "Ada" },
  role: "owner",
};
