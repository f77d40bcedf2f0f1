import { asSyncError, type SyncError } from "../../../domain/errors/sync-error";
import type { PlatformDeps } from "../../deps";
import { once } from "../once";
import { callModule, type ModuleEndpoint } from "./call-module";
import type { ModuleAnswer, ModuleCall } from "./calls";
import { findModule } from "./find-module";
import { isModuleAbsent } from "./judge-answer";

/** The module of one store, for the length of a session. */
export interface StoreModule {
  /** False where no module answers us: the webservice is the only way then. */
  isThere(): Promise<boolean>;
  /** The same, asked of the store whatever is known of it now; not where the module never was. */
  findAgain(): Promise<boolean>;
  /** False where it has said that it does not know this call. */
  mayKnow(call: ModuleCall): boolean;
  /** Throws what `callModule` throws. */
  ask<Call extends ModuleCall>(
    call: Call,
    given: Readonly<Record<string, unknown>>,
  ): Promise<ModuleAnswer<Call>>;
  /** What a read by the module finds, or undefined where the webservice must be asked instead. */
  tryRead<T>(read: () => Promise<T>): Promise<T | undefined>;
  /** What the store said about its module last. */
  note(version: string | null): void;
}

const STORE_WIDE = [
  "prestashop.timeout",
  "prestashop.unreachable",
  "prestashop.rate_limited",
  "budget.exhausted",
];

/** The store as a whole does not answer, or not now: another way into it is no better. */
export const isStoreWide = ({ code }: SyncError) => STORE_WIDE.includes(code);

/**
 * `known`: the module's version as the store told it last, null for none; the store is asked where
 * nobody knows. `mayBeBack`: it was there once, or nobody knows.
 */
export function openModule(
  deps: PlatformDeps,
  endpoint: ModuleEndpoint,
  known: string | null | undefined,
  mayBeBack: boolean,
): StoreModule {
  let found = known;
  const unknown = new Map<ModuleCall, SyncError>();
  const find = once(() => findModule(deps, endpoint, null));
  const isThere = async () => {
    if (!endpoint.secret) return false;
    if (found === undefined) found = (await find()).version;
    return found !== null;
  };
  return {
    isThere,
    async findAgain() {
      if (!mayBeBack) return false;
      found = (await findModule(deps, endpoint, null)).version;
      return found !== null;
    },
    mayKnow: (call) => !unknown.has(call),
    async ask(call, given) {
      const before = unknown.get(call);
      if (before) throw before;
      try {
        return await callModule(deps, endpoint, call, given);
      } catch (caught) {
        const error = asSyncError(caught);
        if (isModuleAbsent(error)) found = null;
        // An older module; it will not learn the call while this session lasts.
        if (error.facts["refusal"] === "call_unknown") unknown.set(call, error);
        throw caught;
      }
    },
    async tryRead(read) {
      if (!(await isThere())) return undefined;
      try {
        return await read();
      } catch (caught) {
        if (isStoreWide(asSyncError(caught))) throw caught;
        return undefined;
      }
    },
    note(version) {
      found = version;
    },
  };
}
