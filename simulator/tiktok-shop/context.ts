import type { Clock } from "../clock";
import type { Storage } from "../storage";
import type { Switches } from "./switches";

/** What the control API may change while the world runs. */
export interface Settings {
  appKey: string;
  appSecret: string;
  serviceId: string;
  redirectUrl: string;
  /** The app-level webhook address of Partner Center; absent: only per-shop registrations. */
  webhookUrl?: string;
  /** The origin of this world, for its links and image URLs. */
  origin: string;
}

/** What every part of the simulated shop needs: storage, clock, settings and switches. */
export interface Context {
  storage: Storage;
  clock: Clock;
  settings(): Settings;
  switches(): Switches;
}

/** World time in unix seconds, as the API prints it. */
export function unixNow(context: Context): number {
  return Math.floor(context.clock.now() / 1000);
}

const ID_BASES = {
  product: 1_729_382_561_353_664_373n,
  sku: 1_729_592_969_712_207_013n,
  value: 1_729_592_969_712_907_123n,
  shop: 7_495_540_735_365_777_507n,
  seller: 7_010_736_057_180_325_637n,
  warehouse: 7_068_517_275_539_719_943n,
  order: 5_764_614_130_387_857_521n,
  line: 5_770_865_121_237_551_237n,
  package: 1_152_321_127_278_713_123n,
  cancel: 4_035_318_504_086_604_101n,
  return: 4_035_310_341_095_393_463n,
  user: 7_021_436_810_468_230_477n,
  notification: 7_380_066_284_010_030_891n,
  brand: 7_082_427_311_584_347_905n,
  file: 7_211_000_000_000_000_001n,
  party: 7_311_000_000_000_000_001n,
} as const;

export type IdKind = keyof typeof ID_BASES;

/** A prime step, so that the ids are no numbers that a double holds exactly. */
const ID_STEP = 1_000_003n;

/** The next id of the world: 19 decimal digits, above 2^53, the same on every run. */
export function nextId(context: Context, kind: IdKind): string {
  return String(ID_BASES[kind] + BigInt(nextNumber(context)) * ID_STEP);
}

/** The next number of the world's one counter. */
export function nextNumber(context: Context): number {
  const number = (context.storage.get<number>("tts:counter", "ids") ?? 0) + 1;
  context.storage.put("tts:counter", "ids", number);
  return number;
}

/** An opaque text (token, code, cipher) made from the counter; it is not unguessable. */
export function nextToken(context: Context, prefix: string, length: number): string {
  let state = BigInt(nextNumber(context)) * 0x9e3779b97f4a7c15n + BigInt(prefix.length);
  let token = "";
  while (token.length < length) {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    token += (state >> 11n).toString(36);
  }
  return prefix + token.slice(0, length);
}
