/** What passed between Weft and both shops, as it is kept for support and handed to the same mechanism again. */

export type JournalSide = "source" | "channel";

/** An event that came in, or a call that writes. */
export const JOURNAL_KINDS = ["event", "write"] as const;

export type JournalKind = (typeof JOURNAL_KINDS)[number];

/** An event as it is kept, beside its receipt. */
export interface JournalEvent {
  kind: string;
  subjects: readonly string[];
  /** What was delivered, masked. */
  body: string;
}

/** A call that writes, as the one who made it notes it. Bodies are masked. */
export interface WriteNote {
  side: JournalSide;
  /** Method and path, without the query: it carries keys. */
  what: string;
  /** Of these it is, such as "order:5761" or "listing:1729". */
  subjects: readonly string[];
  /** Code of the answer, or of the error where there was none. */
  outcome: string;
  isFailed: boolean;
  /** Tries and pauses included. */
  tookMs: number;
  /** When it began, epoch ms. */
  at: number;
  body: string;
  answer: string;
}

export interface JournalEntry extends Omit<WriteNote, "subjects"> {
  id: string;
  kind: JournalKind;
  subjects: string[];
}

/** Which entries are asked for. */
export interface JournalQuery {
  kind?: JournalKind | undefined;
  /** A subject, or an id alone. */
  subject?: string | undefined;
  onlyFailed?: boolean | undefined;
  /** As the page before said in `next`. */
  cursor?: string | undefined;
}

export interface JournalPage {
  rows: JournalEntry[];
  next: string | null;
}

/** Where a page ended in both lists: events by time and key, calls by number. */
export interface JournalPlace {
  at: number;
  key: string;
  write: number;
}

const FIRST: JournalPlace = {
  at: Number.MAX_SAFE_INTEGER,
  key: "",
  write: Number.MAX_SAFE_INTEGER,
};

/** The place a cursor names; one that nobody made is the beginning. */
export function readPlace(cursor: string | undefined): JournalPlace {
  const [, at, write, key] = /^(\d{1,16}):(\d{1,16}):(.*)$/.exec(cursor ?? "") ?? [];
  return at === undefined || write === undefined || key === undefined
    ? FIRST
    : { at: Number(at), write: Number(write), key };
}

export const fromPlace = ({ at, write, key }: JournalPlace): string => `${at}:${write}:${key}`;

/** Keeps an event apart from a call of the same number. */
export const eventId = (key: string) => `event:${key}`;
export const writeId = (id: number) => `write:${id}`;
export const keyOfEvent = (id: string) => (id.startsWith("event:") ? id.slice(6) : undefined);

/** What the text of an entry's subjects holds where it is about one: ` order:1 listing:2 `. */
export const subjectsText = (subjects: readonly string[]): string =>
  subjects.length === 0 ? "" : ` ${subjects.join(" ")} `;

export const readSubjects = (text: string): string[] => text.split(" ").filter(Boolean);

/** The same for a question: an id alone is that of any subject. */
export const soughtText = (subject: string): string =>
  subject.includes(":") ? ` ${subject} ` : `:${subject} `;
