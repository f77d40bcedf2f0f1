import { useMemo } from "preact/hooks";
import type { HomeView } from "../../src/contract/home";
import { later } from "../shell/later";

const FirstCheck = later(() => import("./first-check"));

/**
 * Health on the home page: a connection that was never checked is checked there and then, which is
 * what a merchant sees on coming back from TikTok. What later checks find is in the list of things to do.
 */
export function HomeHealth({ health }: Pick<HomeView, "health">) {
  // What the first check said stays in sight, also once the page is read again.
  const isFirst = useMemo(() => health === null, []);
  return isFirst ? <FirstCheck /> : null;
}
