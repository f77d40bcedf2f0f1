import type { ProblemTexts } from "../../base/wording";

// Here and not among the other sentences, so that these come without them.
export const NOTHING_CHANGED = "Nothing was changed.";
export const OURS =
  "Try again. If it comes back, report it with the code and facts shown below; it is ours to fix.";

/** What may have to be said while the other problems cannot be loaded. */
export const firstProblems = {
  "network.offline": {
    what: "Weft cannot be reached.",
    means: "Your shops carry on by themselves.",
    act: "Check your internet connection, then try again.",
  },
  "request.rate_limited": {
    what: "Too many requests in a short time.",
    means: NOTHING_CHANGED,
    act: "Wait a minute, then try again.",
  },
  "weft.unexpected_answer": {
    what: "Weft gave an unreadable answer.",
    means: NOTHING_CHANGED,
    act: OURS,
  },
} satisfies ProblemTexts["known"];

/** Said of a code that has no words here. */
export const unknownProblem: ProblemTexts["unknown"] = {
  what: (f) => `Something went wrong that Weft has no words for yet (${String(f["code"])}).`,
  means: "This one step was not done; everything else goes on.",
  act: OURS,
};
