/** What a kind of task says of itself. A kind knows no queue, no retry and no task's row. */
import type * as z from "zod";
import type { Reason } from "../domain/errors/reason";
import type { SyncError } from "../domain/errors/sync-error";
import type { ItemChange } from "../domain/tasks/item-change";
import type { TaskCounts } from "../domain/tasks/task-counts";
import type { ItemOutcome, ItemPreview } from "../domain/tasks/item-outcome";
import type { OpenConnection, Services } from "./services";

/** What became of an item: an outcome, or the error that stopped it. */
export type ItemAnswer = ItemOutcome | SyncError;

export interface Item {
  key: string;
  label: string;
}

/** What a kind works with. */
export interface Work<Parameters> {
  services: Services;
  connection: OpenConnection;
  parameters: Parameters;
}

interface Kind<Parameters> {
  /** Reads stored parameters back, those of older versions included. */
  parameters: z.ZodType<Parameters>;
}

/** Work on many items, a few a message. */
export interface ItemKind<Parameters> extends Kind<Parameters> {
  runs: "items";
  /** The channel may still review what was done. */
  isReviewed?: true;
  /** How many items one message carries. */
  perMessage: number;
  /** Items after `after`, in order; an empty page ends the list. */
  page(work: Work<Parameters>, after: string): Promise<Item[]>;
  /**
   * What would become of items, from what is stored and without a request. Where it is absent, they
   * are listed by name.
   */
  preview?(
    work: Work<Parameters>,
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, ItemPreview>>;
  /** An answer for every key; what it throws is the answer for all of them. */
  run(work: Work<Parameters>, keys: readonly string[]): Promise<Map<string, ItemAnswer>>;
  /** Shows on the item itself that it is not tried again. */
  giveUp?(services: Services, connectionId: string, key: string, reason: Reason): Promise<void>;
}

/** How far paged work is. */
export interface Progress {
  /** Null before the first step. */
  cursor: string | null;
  counts: TaskCounts;
}

export interface Step {
  cursor: string;
  counts: TaskCounts;
  isDone: boolean;
}

/** Work that goes step by step along a cursor; any step may run twice. */
export interface PageKind<Parameters> extends Kind<Parameters> {
  runs: "pages";
  /** The shop it reads: a lost login there is its problem, a completed run clears that problem. */
  side: "source" | "channel";
  /** Before the first step. */
  begin(work: Work<Parameters>): Promise<void>;
  step(work: Work<Parameters>, progress: Progress, terms: StepTerms): Promise<Step>;
  /** After the last step. */
  end(work: Work<Parameters>): Promise<void>;
}

export interface StepTerms {
  report: Report;
  /** The last step with this connection: nothing is read for one after it. */
  isLast: boolean;
}

/** Keeps what a step found among the task's results; a repeated step changes nothing. */
export type Report = (items: readonly ReportedItem[]) => Promise<void>;

interface ReportedItem extends Item {
  reasons: readonly Reason[];
  change?: ItemChange | undefined;
}

/** Work the ledger does by itself; it finishes the task. */
export interface LedgerKind<Parameters> extends Kind<Parameters> {
  runs: "ledger";
  start(services: Services, connectionId: string, taskId: string): Promise<void>;
}

export type AnyKind<Parameters> =
  | ItemKind<Parameters>
  | PageKind<Parameters>
  | LedgerKind<Parameters>;
