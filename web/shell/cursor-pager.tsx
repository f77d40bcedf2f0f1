import type { PagesModel } from "../data/pages";
import { Pager } from "../ui/pager";

interface CursorPagerProps {
  pages: InstanceType<typeof PagesModel>;
  /** Of the page shown; absent on the first. */
  cursor: string | undefined;
  /** Of the page after it; null at the end. */
  next: string | null;
  goTo: (cursor: string | undefined) => void;
  note?: string;
}

/** The pager of a list whose place stands in the address. */
export function CursorPager({ pages, cursor, next, goTo, note }: CursorPagerProps) {
  return (
    <Pager
      canGoBack={pages.canGoBack.value || cursor !== undefined}
      canGoOn={next !== null}
      note={note}
      onBack={() => goTo(pages.goBack())}
      onNext={() => {
        pages.goOn(cursor);
        goTo(next ?? undefined);
      }}
    />
  );
}
