import { asSyncError } from "../domain/errors/sync-error";
import type { Log } from "../lib/log";
import type { NoteWrite } from "../platforms/deps";
import type { LedgerApi } from "../sync/ledger-api";

/** What cannot be noted is logged: the call that wrote it is over and stands. */
export const noteWriteOf =
  (ledger: LedgerApi, log: Log): NoteWrite =>
  (note) =>
    ledger.noteWrites([note]).catch((caught: unknown) => {
      log.warn("journal.not_noted", { code: asSyncError(caught).code });
    });
