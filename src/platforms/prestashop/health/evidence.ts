/**
 * What is gathered of a store before it is judged: each part read, or the check that stands in its
 * way.
 */
import type { Part } from "../../../domain/health/finding";
import type { SyncError } from "../../../domain/errors/sync-error";
import type { Exchange } from "../../http/record-exchanges";
import type { SourceAccess, SourceExamination } from "../../source";
import { sufficesBesideModule } from "../access";
import type { Row } from "../json";
import type { ModuleAnswer } from "../module/calls";
import type { StoreShop } from "../store-shop";
import type { ConnectivityCheck } from "./attribute-failures";

export type Health = ModuleAnswer<"health">;
export type Rows = Part<readonly Row[]>;

/** A call that failed, and the check it speaks about. */
export interface Fault {
  attributed: ConnectivityCheck;
  error: SyncError;
}

/** Turns a failed read into a part that is not to be had. */
export interface Reader {
  /** A failure is a fault of the store. */
  needed<T>(reading: () => Promise<T>): Promise<Part<T>>;
  /** The key need not be allowed to; the module would tell the same. */
  optional<T>(reading: () => Promise<T>): Promise<Part<T>>;
}

/** Where a market's buyers live, as the store sees it. Undefined: only the module can tell. */
export interface Place {
  isActive: boolean;
  isZoneActive: boolean | undefined;
  /** References of carriers that serve it. */
  carriers?: readonly string[] | undefined;
  hasTax: boolean | undefined;
}

/** What became of the trial order; `total` is missing where the store refused it. */
export interface Trial {
  expectedMinor: number;
  total?: ModuleAnswer<"cart-total">;
  refused?: SyncError;
}

export interface Evidence {
  url: string;
  key: string;
  asked: SourceExamination;
  /** Epoch ms when the gathering began. */
  now: number;
  faults: readonly Fault[];
  exchanges: readonly Exchange[];
  access: Part<SourceAccess>;
  /** Values of `configurations` by name, those of our shop. */
  settings: Part<ReadonlyMap<string, string>>;
  /** The shop that the address answers for; undefined: nobody tells which of several. */
  shop: Part<StoreShop | "only" | undefined>;
  currencies: Rows;
  carriers: Rows;
  states: Rows;
  products: Rows;
  /** The store's own language; undefined when it has none. */
  language: Part<{ code: string; isActive: boolean } | undefined>;
  /** The market's country; undefined when the store does not know it. */
  place: Part<Place | undefined>;
  /** What the module says of the store and of itself. */
  module: Part<Health>;
  moduleFault: SyncError | undefined;
  /** The store's clock less ours; undefined when it told no time. */
  clockSkewMs: number | undefined;
  testEvent: Part<ModuleAnswer<"test-event">>;
  trial: Part<Trial>;
}

/**
 * The check of the module that keeps orders from being made: it is installed and does not serve us, and the key
 * lacks nothing but what the module does.
 */
export function stoppedByModule({
  access,
  module,
  moduleFault,
}: Pick<Evidence, "access" | "module" | "moduleFault">): string | undefined {
  if ("value" in module || !moduleFault || module.because === "module.present") return undefined;
  if (!("value" in access) || access.value.missingPermissions.length === 0) return undefined;
  return sufficesBesideModule(access.value) ? module.because : undefined;
}
