/** The end of a connection. Listings stay on the channel, and orders in the store. */
import type { SourceSession } from "../../platforms/source";

export interface EndConnectionDeps {
  /** Its store, which is told at the end: its secrets are gone by then. Fails where there is none. */
  openStore(): Promise<Pick<SourceSession, "unpair">>;
  /** Stops its ledger. */
  stop(): Promise<void>;
  /** Its rows and secrets; from then on its ledger stands in the list of those to erase. */
  remove(): Promise<void>;
  /** Erases its ledger, and notes that it was done. */
  erase(): Promise<void>;
  /** Whoever deletes does not wait for the store. */
  inBackground(work: Promise<void>): void;
  /** The store was not told, and hears it as the answer to its next event. */
  reportStore(caught: unknown): void;
  /** A step that the sweep repeats, or that nothing depends on, went wrong. */
  report(step: string, caught: unknown): void;
}

/**
 * Throws what `remove` throws, and then nothing is deleted. Whatever fails after it is done by the sweep
 * of erasures.
 */
export async function endConnection(deps: EndConnectionDeps): Promise<void> {
  const store = await deps.openStore().catch(() => undefined);
  // Steps under way end, so that fewer of them fail for want of rows.
  await attempt("stop", deps.stop);
  await deps.remove();
  await attempt("erase", deps.erase);
  if (store) deps.inBackground(store.unpair().catch(deps.reportStore));

  async function attempt(step: string, run: () => Promise<void>): Promise<void> {
    await run().catch((caught: unknown) => deps.report(step, caught));
  }
}
