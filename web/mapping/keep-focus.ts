import { focusHeading } from "../shell/focus-heading";

/** The row that had the focus is gone: reading goes on at the heading, and not at the top of the window. */
export function keepFocus(): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) focusHeading();
  });
}
