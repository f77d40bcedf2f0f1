import type { ComponentChildren } from "preact";
import "./badge.css";

export type Tone = "good" | "warn" | "bad" | "info" | "plain";

/** A small word of state; its colour only repeats what the word says. */
export function Badge({ tone, children }: { tone: Tone; children: ComponentChildren }) {
  return <span class={`badge badge-${tone}`}>{children}</span>;
}
