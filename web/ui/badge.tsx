import type { ComponentChildren } from "preact";
import "./badge.css";

export type Tone = "good" | "warn" | "bad" | "info" | "plain";

/** A state in a few letters; its colour only repeats the text. */
export function Badge({ tone, children }: { tone: Tone; children: ComponentChildren }) {
  return <span class={`badge badge-${tone}`}>{children}</span>;
}
