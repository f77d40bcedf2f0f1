/**
 * Reads all products of the store, a page a time, again and again: the net under everything that no
 * event and no list of changes tells. Its position is kept by the caller, so any page may be read
 * twice. What is as known costs no write.
 */

/** A walk under way. */
export interface ProductWalk {
  /** Epoch ms. */
  begunAt: number;
  /** Cursor of the page that is next; absent: the first. */
  next?: string;
  /** Somebody needs it now: no rest between its pages. */
  isUrgent: boolean;
}

export interface WalkProductsDeps {
  readWalk(): ProductWalk | undefined;
  writeWalk(walk: ProductWalk | undefined): void;
  checkSettings(): Promise<void>;
  /** Reads and keeps one page; answers the cursor of the next. */
  observePage(cursor: string | undefined): Promise<string | undefined>;
  /** Flags the products that are kept and no longer in the store. */
  flagVanished(): Promise<void>;
  now(): number;
}

export type WalkEnd = { isDone: true; begunAt: number } | { isDone: false; isUrgent: boolean };

/** One page; the last one is followed by a look for products that are gone. */
export async function walkProducts(deps: WalkProductsDeps): Promise<WalkEnd> {
  const walk = deps.readWalk() ?? { begunAt: deps.now(), isUrgent: false };
  if (walk.next === undefined) {
    deps.writeWalk(walk);
    await deps.checkSettings();
  }
  const next = await deps.observePage(walk.next);
  if (next === undefined) await deps.flagVanished();
  // One that was asked for meanwhile begins at the first page.
  const now = deps.readWalk();
  if (now?.begunAt !== walk.begunAt) return { isDone: false, isUrgent: true };
  if (next !== undefined) {
    deps.writeWalk({ ...walk, next });
    return { isDone: false, isUrgent: walk.isUrgent };
  }
  deps.writeWalk(undefined);
  return { isDone: true, begunAt: walk.begunAt };
}
