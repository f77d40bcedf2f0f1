/** The end of a connection. Listings stay on the channel, and orders in the store. */
export interface EndConnectionDeps {
  /** Stops its ledger. */
  stop(): Promise<void>;
  /** Its rows and secrets; from then on its ledger stands in the list of those to erase. */
  remove(): Promise<void>;
  /** Erases its ledger, and notes that it was done. */
  erase(): Promise<void>;
  /** A step that the sweep repeats, or that nothing depends on, went wrong. */
  report(step: string, caught: unknown): void;
}

/**
 * Throws what `remove` throws, and then nothing is deleted. Whatever fails after it is done by the sweep
 * of erasures.
 */
export async function endConnection(deps: EndConnectionDeps): Promise<void> {
  // Steps under way end, so that fewer of them fail for want of rows.
  await attempt("stop", deps.stop);
  await deps.remove();
  await attempt("erase", deps.erase);

  async function attempt(step: string, run: () => Promise<void>): Promise<void> {
    await run().catch((caught: unknown) => deps.report(step, caught));
  }
}
