/** What may be asked of a ledger's journal. */
import type { JournalPage, JournalQuery, WriteNote } from "../../domain/journal/journal";
import type { ReplayState, ReplayTerms } from "../../domain/journal/replay";

export interface JournalApi {
  /** Keeps calls that write in the journal. */
  noteWrites(notes: readonly WriteNote[]): Promise<void>;
  /** One page of the journal, the newest entry first. */
  readJournal(query: JournalQuery): Promise<JournalPage>;
  /**
   * Hands events, or what a person names, to the mechanism that takes in events, and waits for the first try of a few.
   * Throws SyncError("merchant", "journal.entry_not_found" | "journal.subject_unknown" | "journal.too_many").
   */
  replay(terms: ReplayTerms): Promise<ReplayState>;
  /** What became of the last replay; null: there was none. */
  readReplay(): Promise<ReplayState | null>;
}

export const JOURNAL_METHODS: Readonly<Record<keyof JournalApi, true>> = {
  noteWrites: true,
  readJournal: true,
  replay: true,
  readReplay: true,
};
