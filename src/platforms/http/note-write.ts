/** Notes calls that write in the journal: what was asked, how it ended, masked. */
import { asSyncError } from "../../domain/errors/sync-error";
import type { JournalSide } from "../../domain/journal/journal";
import { maskBody } from "../../domain/journal/mask-body";
import { subjectsInBody, subjectsInPath } from "../../domain/journal/subjects";
import { currentSubject } from "../../lib/about";
import type { NoteWrite, PlatformDeps } from "../deps";
import type { Answer } from "./answer";

/** A call that writes, as the folder of a vendor names it. */
export interface Written {
  side: JournalSide;
  method: string;
  /** Without the query, which carries keys. */
  path: string;
  /** As it goes out; absent: none that is kept. */
  body?: string | undefined;
  /** What the shop answered in short: its own code where it has one. */
  outcomeOf(answer: Answer): { outcome: string; isFailed: boolean };
}

/** Runs the call and notes its end, whichever it is. */
export async function noting(
  { now }: Pick<PlatformDeps, "now">,
  note: NoteWrite,
  write: Written,
  sending: () => Promise<Answer>,
): Promise<Answer> {
  const at = now();
  const keep = (ended: { outcome: string; isFailed: boolean }, answer: string) =>
    note({ ...toNote(write, at), ...ended, tookMs: now() - at, answer: maskBody(answer) });
  const answer = await sending().catch(async (caught: unknown) => {
    await keep({ outcome: asSyncError(caught).code, isFailed: true }, "");
    throw caught;
  });
  await keep(write.outcomeOf(answer), answer.text());
  return answer;
}

function toNote({ side, method, path, body = "" }: Written, at: number) {
  const about = currentSubject();
  const named = [...(about ? [about] : []), ...subjectsInPath(path), ...subjectsInBody(body)];
  return {
    side,
    what: `${method} ${path}`,
    subjects: [...new Set(named)],
    at,
    body: maskBody(body),
  };
}
