import type { SourceProductPage } from "../../platforms/source";

/** A page as the store answered it. */
export interface ReadPage extends SourceProductPage {
  /** Taken before the request, epoch ms: a change during the request counts as newer. */
  observedAt: number;
}

/** The one page that is read while the page before it is stored. */
export interface PagesAhead {
  /** The page that begins behind `from`, if it is under way; what was under way else is let go. */
  take(from: string | undefined): Promise<ReadPage> | undefined;
  begin(from: string, read: () => Promise<ReadPage>): void;
}

export function openPagesAhead(): PagesAhead {
  let ahead: { from: string; page: Promise<ReadPage> } | undefined;
  return {
    take(from) {
      const found = ahead?.from === from ? ahead?.page : undefined;
      ahead = undefined;
      return found;
    },
    begin(from, read) {
      const page = read();
      // Whoever takes the page is told that it failed; nobody may take it.
      page.catch(() => {});
      ahead = { from, page };
    },
  };
}
