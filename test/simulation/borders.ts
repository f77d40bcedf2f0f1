/**
 * What may never cross a border: secrets into what is stored or logged, a merchant's rows to another
 * account, more requests to the store than the merchant allows.
 */
import type { Merchant } from "./playground";
import { PASSWORD } from "./start";
import type { System } from "./system";
import { secretsOf } from "./world/open-world";
import type { Violation } from "./violation";

const MINUTE_MS = 60_000;
/** What a new connection may ask of its store in any minute. */
const STORE_REQUESTS_A_MINUTE = 60;
/** Twenty a second with a burst of forty are allowed; a connection at rest needs next to none. */
const CHANNEL_REQUESTS_A_MINUTE = 120;

/**
 * `healedAt`: since when nothing is broken, so that no instance forgets what another one asked;
 * `connections`: that share what is counted.
 */
export function judgeRequests(
  { asked }: System,
  healedAt: number,
  connections: number,
): Violation[] {
  const limits = { prestashop: STORE_REQUESTS_A_MINUTE, "tiktok-shop": CHANNEL_REQUESTS_A_MINUTE };
  return (["prestashop", "tiktok-shop"] as const).flatMap((side) => {
    const times = asked
      .filter((one) => one.side === side && one.at >= healedAt + MINUTE_MS)
      .map(({ at }) => at);
    const limit = limits[side] * connections;
    const isOver = times.some((at, index) => (times[index + limit] ?? Infinity) - at < MINUTE_MS);
    const text = `${side} was asked more than ${limit} times in a minute`;
    return isOver ? [{ rule: "bounded calls" as const, text }] : [];
  });
}

/** Every table of the database and of the ledgers, as text. */
export function judgeStored(system: System): Violation[] {
  const { worker, world } = system;
  const tokens = world.storage.list<{ token?: string }>("tts:token").map(({ token }) => token);
  const secrets = [...secretsOf(system), PASSWORD, ...tokens].filter((text) => text !== undefined);
  const files = [
    worker.database,
    ...worker.ledgers.names().map((name) => worker.ledgers.file(name)),
  ];
  return files.flatMap((file) =>
    file
      .rows("SELECT name FROM sqlite_schema WHERE type = 'table'", [])
      .flatMap(([table]): Violation[] => {
        const stored = JSON.stringify(file.rows(`SELECT * FROM "${String(table)}"`, []));
        if (!secrets.some((secret) => stored.includes(secret))) return [];
        return [{ rule: "secret", text: `stored in ${String(table)}` }];
      }),
  );
}

const OWN_PAGES = ["", "/orders", "/products", "/tasks", "/settings", "/health"];
const NOT_FOUND = 404;

/** Somebody of another account asks for what is a merchant's, and so does each other merchant. */
export async function judgeTenants(merchants: readonly Merchant[]): Promise<Violation[]> {
  const found: Violation[] = [];
  for (const { person } of merchants)
    for (const page of OWN_PAGES) {
      const path = `/api/connections/${person.connectionId}${page}`;
      const others = merchants.filter((other) => other.person !== person);
      const asking = [person.callAsStranger, ...others.map((other) => other.person.statusOf)];
      for (const ask of asking) {
        const status = await ask(path);
        if (status === NOT_FOUND) continue;
        found.push({ rule: "tenants apart", text: `${page} answered ${status} to a stranger` });
      }
    }
  return found;
}
