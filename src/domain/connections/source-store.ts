import type { Reason } from "../errors/reason";

/** The shop, of several in one installation, that the address of a store answers for. */
export interface SourceShop {
  id: string;
  /** "" where it is not known. */
  name: string;
  /** False where nobody tells which shop it is: then it is taken for the default one. */
  isKnown: boolean;
}

/** Facts of the store that later work needs; read at connect time and again by pulls. */
export interface SourceStore {
  version: string;
  shopName: string;
  /** Missing where the installation holds one shop, and in rows written before module 0.3. */
  shop?: SourceShop;
  /** Of its prices as they are read. */
  currency: string;
  /** For whom it was read, by `choiceKey`; missing in rows written before module 0.3. */
  choice?: string;
  /** IANA name, e.g. Europe/Paris */
  timeZone: string;
  languageId: string;
  /** ISO code of the shop's own country. */
  country: string;
  /** Version of our module in the store; null, or missing in older rows: there is none. */
  moduleVersion: string | null;
  /**
   * The module was there once, or handed its key over: then it is looked for again where only it could make an
   * order. Missing in rows written before module 0.3.
   */
  hadModule?: true;
  /** Why no module answered, when one was looked for. */
  moduleAbsence?: Reason | null;
  /** Where its module says the back office is, from the store's host on; missing where nobody says it. */
  adminPath?: string;
  /** When the store was asked, epoch ms. */
  readAt: number;
  /** What the platform wants to be told when a session opens; opaque to everybody but it. */
  memory: string;
}

/** How a store is talked to: by the module installed in it, or by its plain webservice. */
export type Transport = "module" | "webservice";

export function transportInto({ moduleVersion }: SourceStore): Transport {
  return moduleVersion ? "module" : "webservice";
}

/**
 * So much later at most a change of units, zone, currency or the name of an axis is seen where
 * nobody pulls or checks by hand.
 */
const BELIEVED_MS = 3_600_000;

/** False for facts from the future too: then a clock went wrong and nothing is sure. */
export function isStoreFresh({ readAt }: SourceStore, now: number): boolean {
  return readAt <= now && now - readAt < BELIEVED_MS;
}

/**
 * Why the module of a store is missed; null where nothing is lost. A store that never had one does
 * not miss it; one with a wrong clock has it, but its answers cannot be accepted.
 */
export function lostModule(
  before: Pick<SourceStore, "moduleVersion">,
  { moduleAbsence }: Pick<SourceStore, "moduleAbsence">,
): Reason | null {
  if (!moduleAbsence) return null;
  const hadModule = (before.moduleVersion ?? null) !== null;
  return hadModule || moduleAbsence.code === "prestashop.module_clock" ? moduleAbsence : null;
}
