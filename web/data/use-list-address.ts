import { useLayoutEffect } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import type { Reason } from "../../src/contract/common";
import { useKept } from "./live";
import type { Resource } from "./resource";
import { withQuery } from "./with-query";
import { PagesModel } from "./pages";

/** The place in a list as the address says it, and the way to another one. */
export interface ListAddress {
  /** The list under its filter, from the first page. */
  here: string;
  pages: InstanceType<typeof PagesModel>;
  /** Of the page shown; absent on the first. */
  cursor: string | undefined;
  goTo: (cursor: string | undefined) => void;
}

/**
 * Follows the address of a list: shows the page it asks for, starts anew under another filter. The way
 * through the pages is kept while the connection is open; a place that is no more is the first page.
 */
export function useListAddress(
  path: string,
  filter: Record<string, string | undefined>,
  list: Pick<Resource<unknown>, "error">,
  show: (cursor: string | undefined) => Promise<unknown>,
): ListAddress {
  const { query, route } = useLocation();
  const here = withQuery(path, filter);
  const kept = useKept(`list:${path}`, () => ({ pages: new PagesModel(), here }));
  const { pages } = kept;
  const cursor = query["cursor"];
  useLayoutEffect(() => {
    if (kept.here !== here) pages.reset();
    kept.here = here;
  }, [here]);
  useLayoutEffect(() => {
    void show(cursor).then(() => {
      if (cursor !== undefined && isOldPlace(list.error.value)) route(here, true);
    });
  }, [here, cursor]);
  const goTo = (next: string | undefined) => {
    route(withQuery(path, { ...filter, cursor: next }));
    scrollTo(0, 0);
  };
  return { here, pages, cursor, goTo };
}

function isOldPlace(error: Reason | null): boolean {
  const fields = error?.facts["fields"];
  return error?.code === "request.invalid" && Array.isArray(fields) && fields.includes("cursor");
}
