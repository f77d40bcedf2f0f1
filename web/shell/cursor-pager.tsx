import type { ListAddress } from "../data/use-list-address";
import { Pager } from "../ui/pager";

interface CursorPagerProps {
  address: ListAddress;
  /** Cursor of the page after the one shown; null at the end. */
  next: string | null;
  note?: string;
}

/** The pager of a list whose place stands in the address. */
export function CursorPager({ address, next, note }: CursorPagerProps) {
  const { pages, cursor, goTo } = address;
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
