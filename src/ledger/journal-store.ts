/** The journal as rows: events beside their receipts, calls that write by number. */
import {
  eventId,
  fromPlace,
  readPlace,
  readSubjects,
  soughtText,
  subjectsText,
  writeId,
  type JournalEntry,
  type JournalPage,
  type JournalPlace,
  type JournalQuery,
  type JournalSide,
  type WriteNote,
} from "../domain/journal/journal";
import type { Notes } from "./notes";
import type { LedgerStoragePort, SqlPort } from "./storage-port";

type RawEvent = { key: string; at: number; kind: string; subjects: string; body: string };
type RawWrite = {
  id: number;
  at: number;
  side: string;
  what: string;
  subjects: string;
  outcome: string;
  is_failed: number;
  took_ms: number;
  body: string;
  answer: string;
};
/** An entry, and where the list of its kind goes on behind it. */
type Placed = { entry: JournalEntry; place: Partial<JournalPlace> };

const DAY_MS = 24 * 60 * 60_000;
const KEPT_MS = 30 * DAY_MS;
/** Beyond these the oldest go, so that no flood of events fills a ledger. */
const MOST_ROWS = 20_000;
/** A receipt tells a repeat from news: platforms repeat for three days at most. */
const REPEATED_MS = 4 * DAY_MS;
const COUNT_EVERY_MS = 60 * 60_000;
const PAGE = 50;

export class JournalStore {
  readonly #sql: SqlPort;
  readonly #notes: Notes;

  constructor({ sql }: Pick<LedgerStoragePort, "sql">, notes: Notes) {
    this.#sql = sql;
    this.#notes = notes;
  }

  addWrite(note: WriteNote): void {
    this.#sql.exec(
      `INSERT INTO write_call (at, side, what, subjects, outcome, is_failed, took_ms, body, answer)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      note.at,
      note.side,
      note.what,
      subjectsText(note.subjects),
      note.outcome,
      note.isFailed ? 1 : 0,
      note.tookMs,
      note.body,
      note.answer,
    );
  }

  /** `subjects`: an entry about one of these; empty: about anything. The newest first. */
  list(query: JournalQuery, subjects: readonly string[]): JournalPage {
    const from = readPlace(query.cursor);
    const sought = JSON.stringify(subjects.map(soughtText));
    const events = query.kind === "write" || query.onlyFailed ? [] : this.#events(from, sought);
    const writes = query.kind === "event" ? [] : this.#writes(from, sought, query.onlyFailed);
    const merged = [...events, ...writes].toSorted((a, b) => b.entry.at - a.entry.at);
    const page = merged.slice(0, PAGE);
    const place = Object.assign({}, from, ...page.map((one) => one.place)) as JournalPlace;
    const next = merged.length > PAGE ? fromPlace(place) : null;
    return { rows: page.map(({ entry }) => entry), next };
  }

  /** Subjects of the event of this key; undefined: it is not kept. */
  subjectsOf(key: string): string[] | undefined {
    const [row] = this.#sql
      .exec<{ subjects: string | null }>(`SELECT subjects FROM receipt WHERE key = ?`, key)
      .toArray();
    return row && readSubjects(row.subjects ?? "");
  }

  /** Subjects of all events in a span of time, epoch ms, both ends in it. */
  subjectsBetween(from: number, until: number): string[][] {
    return this.#sql
      .exec<{ subjects: string }>(
        `SELECT subjects FROM receipt WHERE at BETWEEN ? AND ? AND kind IS NOT NULL`,
        from,
        until,
      )
      .toArray()
      .map(({ subjects }) => readSubjects(subjects));
  }

  /** Calls after this one about one of the subjects. */
  countWrites(after: number, subjects: readonly string[]): number {
    const [row] = this.#sql
      .exec<{ count: number }>(
        `SELECT count(*) AS count FROM write_call w WHERE id > ?1 AND EXISTS
           (SELECT 1 FROM json_each(?2) s WHERE instr(w.subjects, s.value) > 0)`,
        after,
        JSON.stringify(subjects.map(soughtText)),
      )
      .toArray();
    return row?.count ?? 0;
  }

  /** What is too old goes, and what is too much: that is counted once an hour, since counting reads rows. */
  prune(now: number): void {
    this.#sql.exec(`DELETE FROM receipt WHERE at < ?`, now - KEPT_MS);
    this.#sql.exec(
      `DELETE FROM write_call WHERE id < coalesce(
         (SELECT id FROM write_call WHERE at >= ? ORDER BY id LIMIT 1), ${Number.MAX_SAFE_INTEGER})`,
      now - KEPT_MS,
    );
    // A ledger that rests forgets what it holds in memory, and wakes every minute.
    if (now - (this.#notes.read("journalCountedAt") ?? 0) < COUNT_EVERY_MS) return;
    this.#notes.write("journalCountedAt", now);
    this.#sql.exec(
      `DELETE FROM write_call WHERE id <= (SELECT MAX(id) FROM write_call) - ${MOST_ROWS}`,
    );
    this.#sql.exec(
      `DELETE FROM receipt WHERE at < MIN(?,
         (SELECT at FROM receipt ORDER BY at DESC LIMIT 1 OFFSET ${MOST_ROWS}))`,
      now - REPEATED_MS,
    );
  }

  #events({ at, key }: JournalPlace, sought: string): Placed[] {
    return this.#sql
      .exec<RawEvent>(
        `SELECT key, at, kind, subjects, body FROM receipt r
         WHERE (at, key) < (?1, ?2) AND kind IS NOT NULL AND (?3 = '[]' OR EXISTS
           (SELECT 1 FROM json_each(?3) s WHERE instr(r.subjects, s.value) > 0))
         ORDER BY at DESC, key DESC LIMIT ${PAGE + 1}`,
        at,
        key,
        sought,
      )
      .toArray()
      .map((row) => ({ entry: toEvent(row), place: { at: row.at, key: row.key } }));
  }

  #writes({ write }: JournalPlace, sought: string, onlyFailed = false): Placed[] {
    return this.#sql
      .exec<RawWrite>(
        `SELECT * FROM write_call w
         WHERE id < ?1 AND (?2 = 0 OR is_failed = 1) AND (?3 = '[]' OR EXISTS
           (SELECT 1 FROM json_each(?3) s WHERE instr(w.subjects, s.value) > 0))
         ORDER BY id DESC LIMIT ${PAGE + 1}`,
        write,
        onlyFailed ? 1 : 0,
        sought,
      )
      .toArray()
      .map((row) => ({ entry: toWrite(row), place: { write: row.id } }));
  }
}

function toEvent({ key, at, kind, subjects, body }: RawEvent): JournalEntry {
  return {
    id: eventId(key),
    kind: "event",
    at,
    side: key.startsWith("channel:") ? "channel" : "source",
    what: kind,
    subjects: readSubjects(subjects),
    outcome: "",
    isFailed: false,
    tookMs: 0,
    body,
    answer: "",
  };
}

function toWrite(row: RawWrite): JournalEntry {
  return {
    id: writeId(row.id),
    kind: "write",
    at: row.at,
    side: row.side as JournalSide,
    what: row.what,
    subjects: readSubjects(row.subjects),
    outcome: row.outcome,
    isFailed: row.is_failed === 1,
    tookMs: row.took_ms,
    body: row.body,
    answer: row.answer,
  };
}
