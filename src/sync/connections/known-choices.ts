import { asSyncError } from "../../domain/errors/sync-error";

/** What a store offers to choose from, as it was read last. Times in epoch ms. */
export interface KnownChoices<T> {
  value: T;
  readAt: number;
}

export interface ChoicesDeps<T> {
  find(): Promise<KnownChoices<T> | undefined>;
  save(known: KnownChoices<T>): Promise<void>;
  /** Asks both shops. */
  read(): Promise<T>;
  now(): number;
  inBackground(work: Promise<unknown>): void;
}

export interface ReadChoices<T> {
  /** Null where nothing was read yet. */
  known: KnownChoices<T> | null;
  /** A newer reading is under way, or waits for its turn. */
  isRenewing: boolean;
}

/** What was read so lately is not asked for again. */
const FRESH_MS = 15_000;

/**
 * What a store offers to choose from. What is known is answered at once and renewed behind; where nothing
 * is, the shops are asked, and want of their turn is no failure: the caller asks again. Throws what
 * another failure of a first reading throws.
 */
export async function readChoices<T>(deps: ChoicesDeps<T>): Promise<ReadChoices<T>> {
  const known = await deps.find();
  if (known && deps.now() - known.readAt < FRESH_MS) return { known, isRenewing: false };
  const renew = async (): Promise<KnownChoices<T>> => {
    const fresh = { value: await deps.read(), readAt: deps.now() };
    await deps.save(fresh);
    return fresh;
  };
  if (known) {
    deps.inBackground(renew().catch(() => undefined));
    return { known, isRenewing: true };
  }
  try {
    return { known: await renew(), isRenewing: false };
  } catch (caught) {
    if (asSyncError(caught).code !== "budget.exhausted") throw caught;
    return { known: null, isRenewing: true };
  }
}
