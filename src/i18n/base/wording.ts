/** The shapes a language fills with words. They know no language and no key. */
import type { Facts } from "../../domain/facts";
import type { Format } from "./format";

/** A sentence, or how it is put together from facts, figures and what is said of problems. */
export type Text = string | ((facts: Facts, format: Format, problems: ProblemTexts) => string);

/** What happened, what it means for sales, and what to do. */
export interface ProblemWording {
  what: Text;
  means: Text;
  act: Text;
  /** What to do instead where a person asked and waits: nothing is repeated for them. */
  asked?: Text;
}

export interface ProblemTexts {
  /** By code; "code:reason" words one of several reasons of a code. */
  known: Readonly<Record<string, ProblemWording>>;
  /** Of a code nobody wrote words for; the code is among its facts. */
  unknown: ProblemWording;
}

/** The wording of a check. What was found and what to do are shown only where it did not pass. */
export interface CheckWording {
  /** What is checked, as a short name. */
  title: string;
  /** Why it matters. */
  why: string;
  found: Text;
  act: Text;
  /** Label of the button, where Weft can repair it by itself. */
  fix?: string;
}

export interface HelpTerm {
  term: string;
  meaning: string;
}

/** The prose of the help page. */
export interface HelpTexts {
  checklist: readonly string[];
  steps: readonly { title: string; text: string }[];
  selling: readonly string[];
  glossary: readonly HelpTerm[];
  eventTypes: readonly HelpTerm[];
  webhook: readonly string[];
  webhookExample: string;
  failing: readonly string[];
}

export interface MailText {
  subject: string;
  /** Plain text; paragraphs are parted by an empty line. */
  body: string;
}

/** The text for these facts and figures. */
export function fill(text: Text, facts: Facts, format: Format, problems: ProblemTexts): string {
  return typeof text === "string" ? text : text(facts, format, problems);
}
