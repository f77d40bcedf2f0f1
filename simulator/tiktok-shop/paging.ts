import { ApiError } from "./envelope";
import { whole } from "./fields";

/** One page of a list and the token of the next one, empty at the end. */
export interface Page<T> {
  rows: T[];
  total: number;
  next: string;
}

interface PageRule {
  minimum?: number;
  maximum: number;
  /** The size when none is given; absent: the size is required. */
  fallback?: number;
  /** The code of a wrong size. */
  badSize: number;
  /** The code of a wrong token; absent: that of a wrong size. */
  badToken?: number;
}

/** Cuts one page out of rows by `page_size` and the opaque `page_token` of the query. */
export function pageOf<T>(rows: readonly T[], query: URLSearchParams, rule: PageRule): Page<T> {
  const given = query.get("page_size");
  const size = given === null ? rule.fallback : whole(given);
  if (size === undefined || size < (rule.minimum ?? 1) || size > rule.maximum)
    throw new ApiError(rule.badSize, "Invalid parameters. page size is invalid");
  const offset = readToken(query.get("page_token") ?? "", rule.badToken ?? rule.badSize);
  const end = offset + size;
  const next = end < rows.length ? btoa(`offset=${end}`) : "";
  return { rows: rows.slice(offset, end), total: rows.length, next };
}

function readToken(token: string, badToken: number): number {
  if (token === "") return 0;
  try {
    const match = /^offset=(\d+)$/.exec(atob(token));
    if (match) return Number(match[1]);
  } catch {
    // Not base64: refused below like any other wrong token.
  }
  throw new ApiError(badToken, "Invalid parameters. page token is invalid");
}
