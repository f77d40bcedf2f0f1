import { computed, createModel, signal } from "@preact/signals";

/**
 * The way through a list that only knows "next": remembers the cursors passed, so that back works.
 * A page opened by its address has no way back but the first page.
 */
export const PagesModel = createModel(() => {
  const trail = signal<readonly (string | undefined)[]>([]);
  const canGoBack = computed(() => trail.value.length > 0);
  const goOn = (present: string | undefined) => {
    trail.value = [...trail.value, present];
  };
  /** The cursor of the page before; undefined is the first page. */
  const goBack = (): string | undefined => {
    const before = trail.value.at(-1);
    trail.value = trail.value.slice(0, -1);
    return before;
  };
  const reset = () => {
    trail.value = [];
  };
  return { trail, canGoBack, goOn, goBack, reset };
});
