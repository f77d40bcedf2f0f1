/** An event as the journal keeps it, beside its receipt. */
export interface JournalEvent {
  kind: string;
  subjects: readonly string[];
  /** What was delivered, masked. */
  body: string;
}
