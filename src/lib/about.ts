/**
 * What the running piece of work is about, for the journal: the clients of the shops note it with what they write,
 * and nothing between has to hand it on.
 */
import { AsyncLocalStorage } from "node:async_hooks";

const subjects = new AsyncLocalStorage<string>();

/** Runs `work` as being about a subject, such as "order:5761". */
export const runAbout = <T>(subject: string, work: () => T): T => subjects.run(subject, work);

/** What the work under way is about; undefined: nobody said. */
export const currentSubject = (): string | undefined => subjects.getStore();
