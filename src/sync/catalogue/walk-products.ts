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
  /** How many there were when it began; absent before its first page. */
  products?: number;
}

export interface WalkProductsDeps {
  readWalk(): ProductWalk | undefined;
  writeWalk(walk: ProductWalk | undefined): void;
  countProducts(): number;
  checkSettings(): Promise<void>;
  /** Reads and keeps one page; answers the cursor of the next. */
  observePage(cursor: string | undefined): Promise<string | undefined>;
  /** Flags the products that are kept and no longer in the store. */
  flagVanished(): Promise<void>;
  now(): number;
}

export type WalkEnd =
  | { isDone: true; begunAt: number }
  | { isDone: false; isUrgent: boolean; products: number };

/** One page; the last one is followed by a look for products that are gone. */
export async function walkProducts(deps: WalkProductsDeps): Promise<WalkEnd> {
  const begun = deps.readWalk() ?? { begunAt: deps.now(), isUrgent: false };
  const products = begun.products ?? deps.countProducts();
  const walk = { ...begun, products };
  if (walk.next === undefined) {
    deps.writeWalk(walk);
    await deps.checkSettings();
  }
  const next = await deps.observePage(walk.next);
  if (next === undefined) await deps.flagVanished();
  // One that was asked for meanwhile begins at the first page.
  const now = deps.readWalk();
  if (now?.begunAt !== walk.begunAt) return { isDone: false, isUrgent: true, products };
  if (next !== undefined) {
    deps.writeWalk({ ...walk, next });
    return { isDone: false, isUrgent: walk.isUrgent, products };
  }
  deps.writeWalk(undefined);
  return { isDone: true, begunAt: walk.begunAt };
}
