/** Where each address was scrolled to, so that the way back finds the place again once its rows are there. */

/** How long a page may take to grow until its old place is reached. */
const PATIENT_MS = 4_000;

interface Scrolled {
  href: () => string;
  top: () => number;
  /** How far the page can be scrolled now. */
  reach: () => number;
  scrollTo: (top: number) => void;
}

/** The memory of one window; `now` in ms. It has no part in the browser's own, which comes too early. */
export function scrollMemory(page: Scrolled, now: () => number) {
  const places = new Map<string, number>();
  let wanted: { href: string; top: number; until: number } | null = null;
  return {
    /** The page was scrolled, by a person or because its content changed. */
    note: () => {
      if (!wanted) places.set(page.href(), page.top());
    },
    /** The browser went back or forward to an address. */
    returned: () => {
      const top = places.get(page.href()) ?? 0;
      wanted = { href: page.href(), top, until: now() + PATIENT_MS };
    },
    /** A person scrolls: whatever was wanted, it is theirs now. */
    giveUp: () => {
      wanted = null;
    },
    /** Takes the page to the wanted place as soon as it is long enough; true while it is to be asked again. */
    restore: (): boolean => {
      if (!wanted) return false;
      const isElsewhere = wanted.href !== page.href();
      const isThere = page.reach() >= wanted.top;
      if (!isElsewhere && isThere) page.scrollTo(wanted.top);
      if (isElsewhere || isThere || now() > wanted.until) wanted = null;
      return wanted !== null;
    },
  };
}

/** Keeps the places of this window from now on. */
export function rememberScroll(): void {
  history.scrollRestoration = "manual";
  const memory = scrollMemory(
    {
      href: () => location.pathname + location.search,
      top: () => scrollY,
      reach: () => document.documentElement.scrollHeight - innerHeight,
      scrollTo: (top) => scrollTo(0, top),
    },
    () => performance.now(),
  );
  const restore = () => {
    if (memory.restore()) requestAnimationFrame(restore);
  };
  addEventListener("scroll", memory.note, { passive: true });
  addEventListener("popstate", () => {
    memory.returned();
    requestAnimationFrame(restore);
  });
  // Going to a part of the same page looks like a way back as well, and must not be undone.
  addEventListener("hashchange", () => {
    memory.giveUp();
    const id = decodeURIComponent(location.hash.slice(1));
    if (id) document.getElementById(id)?.scrollIntoView();
    else scrollTo(0, 0);
  });
  for (const act of ["wheel", "touchmove", "keydown", "pointerdown"])
    addEventListener(act, memory.giveUp, { passive: true });
}
