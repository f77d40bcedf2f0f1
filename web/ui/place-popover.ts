const GAP_PX = 6;

/** Puts the popover under its button, or above it where there is no space; kept inside the window. */
export function placePopover(button: HTMLElement, popover: HTMLElement): void {
  const anchor = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = popover;
  const below = anchor.bottom + GAP_PX;
  const top = below + height > innerHeight ? Math.max(GAP_PX, anchor.top - height - GAP_PX) : below;
  const left = Math.max(GAP_PX, Math.min(anchor.right - width, innerWidth - width - GAP_PX));
  popover.style.setProperty("top", `${top}px`);
  popover.style.setProperty("left", `${left}px`);
}
