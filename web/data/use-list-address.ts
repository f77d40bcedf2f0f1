import { useModel } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso/router";
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

/** Follows the address of a list: shows the page it asks for, starts anew under another filter. */
export function useListAddress(
  path: string,
  filter: Record<string, string | undefined>,
  show: (cursor: string | undefined) => unknown,
): ListAddress {
  const { query, route } = useLocation();
  const pages = useModel(() => new PagesModel());
  const here = withQuery(path, filter);
  const cursor = query["cursor"];
  useEffect(() => pages.reset(), [here]);
  useEffect(() => void show(cursor), [here, cursor]);
  const goTo = (next: string | undefined) => route(withQuery(path, { ...filter, cursor: next }));
  return { here, pages, cursor, goTo };
}
