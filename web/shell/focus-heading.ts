/** After a navigation the focus stands at the new page's heading, where reading starts. */
export function focusHeading(): void {
  requestAnimationFrame(() => {
    const heading = document.querySelector<HTMLElement>("h1");
    heading?.focus({ preventScroll: true });
  });
}
