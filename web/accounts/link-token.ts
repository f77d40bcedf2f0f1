import { useMemo } from "preact/hooks";
import { useLocation } from "preact-iso/router";

/**
 * A value that a link carries behind "#", where no server sees it; links of earlier mails have it in the
 * query. "" where there is none.
 */
export function useLinkValue(name: string): string {
  const { query } = useLocation();
  return useMemo(
    () => new URLSearchParams(location.hash.slice(1)).get(name) ?? query[name] ?? "",
    [location.hash, query[name]],
  );
}

/** An address with a value behind "#". */
export const withLinkValue = (path: string, name: string, value: string): string =>
  `${path}#${new URLSearchParams({ [name]: value }).toString()}`;
