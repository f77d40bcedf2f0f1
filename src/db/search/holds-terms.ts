import { and, sql, type SQL } from "drizzle-orm";
import { searchTerms } from "../../domain/search-text";

/**
 * Whether a folded text holds every term that was typed; undefined: nothing was. By instr, because D1
 * refuses LIKE patterns over 50 bytes and their wildcards need escaping.
 */
export function holdsTerms(text: SQL, typed: string): SQL | undefined {
  return and(...searchTerms(typed).map((term) => sql`instr(${text}, ${term}) > 0`));
}
