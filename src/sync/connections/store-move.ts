/**
 * A store that comes back at another address. Whoever signs as the store may say so, but a member of the
 * account decides: from then on buyers' data go to the new address. Until then it is asked nothing.
 */
import * as z from "zod";
import { STORE_MOVE_PROBLEM } from "../../domain/errors/problem-key";
import { SyncError } from "../../domain/errors/sync-error";
import type { SecretStore, StoredSecret } from "./secret-store";

const Move = z.object({ url: z.string(), key: z.string(), at: z.number() });
export type StoreMove = z.infer<typeof Move>;

/** Time to answer; afterwards the module has to hand its key over again. */
const WAITS_MS = 7 * 86_400_000;

export interface StoreMoveDeps {
  secrets: SecretStore;
  now(): number;
  raiseProblem(key: typeof STORE_MOVE_PROBLEM, error: SyncError): Promise<void>;
  clearProblem(key: typeof STORE_MOVE_PROBLEM): Promise<void>;
  record(kind: "source.move_asked" | "source.move_refused", url: string): Promise<void>;
}

/** Keeps the move for a member to decide. Throws SyncError("merchant", "store.move_waits") always. */
export async function askForMove(
  deps: StoreMoveDeps,
  to: Pick<StoreMove, "url" | "key">,
): Promise<never> {
  const before = await readMove(await deps.secrets.find("store_move"), deps.now());
  const at = deps.now();
  await deps.secrets.put("store_move", JSON.stringify({ ...to, at }), at + WAITS_MS);
  const waits = new SyncError("merchant", "store.move_waits", { url: to.url });
  await deps.raiseProblem(STORE_MOVE_PROBLEM, waits);
  if (before?.url !== to.url) await deps.record("source.move_asked", to.url);
  throw waits;
}

/** The move that waits for an answer; undefined where none does or its time is up. */
export async function readMove(
  stored: StoredSecret | undefined,
  now: number,
): Promise<StoreMove | undefined> {
  if (!stored || (stored.expiresAt !== null && now >= stored.expiresAt)) return undefined;
  return Move.parse(JSON.parse(await stored.open()));
}

/**
 * A member's answer about the address that was shown to them. `follow` connects the store there.
 * Throws SyncError("merchant", "store.move_unknown") where another address waits by now, or none, and
 * what `follow` throws; the move then goes on waiting.
 */
export async function answerMove(
  deps: StoreMoveDeps,
  answer: { url: string; isAccepted: boolean },
  follow: (move: StoreMove) => Promise<unknown>,
): Promise<void> {
  const move = await readMove(await deps.secrets.find("store_move"), deps.now());
  if (move?.url !== answer.url) throw new SyncError("merchant", "store.move_unknown");
  if (answer.isAccepted) await follow(move);
  await deps.secrets.remove("store_move");
  await deps.clearProblem(STORE_MOVE_PROBLEM);
  if (!answer.isAccepted) await deps.record("source.move_refused", move.url);
}
