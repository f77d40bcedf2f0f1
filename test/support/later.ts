import { onTestFinished, vi } from "vitest";

/** Puts the clock so far ahead of what it shows, where it stands until the test ends. */
export function later(ms: number): void {
  const clock = vi.spyOn(Date, "now").mockReturnValue(Date.now() + ms);
  onTestFinished(() => clock.mockRestore());
}
