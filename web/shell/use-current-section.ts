import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";

/** A section counts as read once its head is this far from the top, in parts of the window. */
const READ_FROM = 0.3;

/** The section of a long page that a person reads now; the last one at the page's end. */
export function useCurrentSection<Id extends string>(ids: readonly Id[]): Id | undefined {
  const current = useSignal(ids[0]);
  useEffect(() => {
    let frame = 0;
    const see = () => {
      frame = 0;
      const isAtEnd = scrollY > 0 && scrollY + innerHeight >= document.body.scrollHeight - 2;
      const drawn = ids.filter((id) => document.getElementById(id));
      const passed = drawn.filter(
        (id) =>
          (document.getElementById(id)?.getBoundingClientRect().top ?? 0) < innerHeight * READ_FROM,
      );
      // Near the end no section reaches the top: there the one that a link led to is read.
      const wanted = drawn.find(
        (id) => `#${id}` === location.hash && !passed.slice(0, -1).includes(id),
      );
      current.value = (isAtEnd ? (wanted ?? drawn.at(-1)) : passed.at(-1)) ?? ids[0];
    };
    const plan = () => {
      frame ||= requestAnimationFrame(see);
    };
    addEventListener("scroll", plan, { passive: true });
    addEventListener("resize", plan);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener("scroll", plan);
      removeEventListener("resize", plan);
    };
  }, [ids]);
  return current.value;
}
