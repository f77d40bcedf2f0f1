import type { Facts } from "../domain/facts";
import { asSyncError, SyncError, type Remedy } from "../domain/errors/sync-error";
import type { LedgerApi } from "../sync/ledger-api";

/**
 * What a call to the ledger brings back from its object. A refusal is data: an error thrown across
 * loses its class, and the platform reports it as an uncaught exception of the object.
 */
export type Reply<T> = { value: T } | { refusal: { remedy: Remedy; code: string; facts: Facts } };

/** The ledger's calls as they cross between two objects. */
export type LedgerRpc = {
  [Name in keyof LedgerApi]: (
    ...args: Parameters<LedgerApi[Name]>
  ) => Promise<Reply<Awaited<ReturnType<LedgerApi[Name]>>>>;
};

/** Inside the object. Throws what is a defect, so that the platform reports it. */
export async function toReply<T>(work: Promise<T>): Promise<Reply<T>> {
  try {
    return { value: await work };
  } catch (caught) {
    if (!(caught instanceof SyncError) || caught.remedy === "defect") throw caught;
    const { remedy, code, facts } = caught;
    return { refusal: { remedy, code, facts } };
  }
}

/** Outside the object. Throws SyncError: the refusal, or a defect with its class restored. */
export async function fromReply<T>(call: Promise<Reply<T>>): Promise<T> {
  const reply = await call.catch((caught: unknown) => {
    throw asSyncError(caught);
  });
  if ("value" in reply) return reply.value;
  const { remedy, code, facts } = reply.refusal;
  throw new SyncError(remedy, code, facts);
}
