/**
 * Events as a ledger takes them in, the journal of what passed between Weft and the shops, and what of it is handed
 * on once more.
 */
import type { JournalPage, JournalQuery, WriteNote } from "../domain/journal/journal";
import type { ReplayState, ReplayTerms } from "../domain/journal/replay";
import { readSubject, subjectOf } from "../domain/journal/subjects";
import type { ChannelEvent } from "../platforms/channel";
import type { SourceEvent } from "../platforms/source";
import type { EventReceipt, EventTerms } from "../sync/ledger-api";
import { ingestChannel, ingestSource } from "./ingest";
import { LedgerAudits } from "./ledger-audits";
import { beginReplay, stateOfReplay, thingsOf } from "./replay";

/** Things that a replay reads while its caller waits. */
const AWAITED = 20;

export abstract class LedgerJournal extends LedgerAudits {
  /** Epoch ms. */
  protected abstract now(): number;

  async ingestChannelEvent(event: ChannelEvent, terms?: EventTerms): Promise<EventReceipt> {
    return this.change(() => ingestChannel(this.storage, event, this.now(), terms));
  }

  async ingestSourceEvent(event: SourceEvent, terms?: EventTerms): Promise<EventReceipt> {
    return this.change(() => ingestSource(this.storage, event, this.now(), terms));
  }

  async noteWrites(notes: readonly WriteNote[]): Promise<void> {
    // Work that outlives its connection leaves nothing in an erased ledger.
    if (this.storage.notes.read("isActive") === false) return;
    for (const note of notes) this.storage.journal.addWrite(note);
  }

  async readJournal(query: JournalQuery): Promise<JournalPage> {
    return this.storage.journal.list(query, this.#sought(query.subject));
  }

  async replay(terms: ReplayTerms): Promise<ReplayState> {
    const begun = this.change(() => beginReplay(this.storage, terms, this.now()));
    // A person waits for few things; what is more is done by the alarm, and asked for.
    if (!begun.isWhole && thingsOf(begun) <= AWAITED) await this.drainScheduled();
    return stateOfReplay(this.storage, begun);
  }

  async readReplay(): Promise<ReplayState | null> {
    const begun = this.storage.notes.read("replay");
    return begun ? stateOfReplay(this.storage, begun) : null;
  }

  /** An order of the channel is the store's as well, once that is known. */
  #sought(subject: string | undefined): string[] {
    if (!subject) return [];
    const named = readSubject(subject);
    const record = named?.kind === "order" && this.storage.orderStore.read(named.id);
    if (!record || record.importState.status !== "imported") return [subject];
    return [subject, subjectOf("store-order", record.importState.sourceOrderId)];
  }
}
