/** Numbers of the tabs of a list, "all" among them. */
export interface TabCounts<Tab extends string> {
  counts: Record<Tab | "all", number>;
  /** There are more: each number is the least that it can be. */
  isMore: boolean;
}

/** `most`: up to where the rows were counted. Tabs without rows have 0. */
export function toTabCounts<Tab extends string>(
  tabs: readonly Tab[],
  rows: readonly { tab: Tab; count: number }[],
  most: number,
): TabCounts<Tab> {
  const counts = Object.fromEntries(["all", ...tabs].map((tab) => [tab, 0])) as Record<
    Tab | "all",
    number
  >;
  for (const { tab, count } of rows) {
    counts[tab] = count;
    counts.all += count;
  }
  const isMore = counts.all > most;
  return { counts: isMore ? { ...counts, all: most } : counts, isMore };
}
