import { toShares } from "./shares";
import type { Tone } from "./badge";
import "./share-bar.css";

interface ShareBarProps {
  /** What the picture says, numbers included. */
  label: string;
  parts: readonly { label: string; count: number; tone: Tone }[];
}

/** A slim bar of how parts share the whole; an empty one is only its track. */
export function ShareBar({ label, parts }: ShareBarProps) {
  const shares = toShares(parts.map((part) => part.count));
  return (
    <svg class="share-bar" role="img" aria-label={label}>
      {parts.map((part, index) => {
        const share = shares[index];
        if (!share) return null;
        return (
          <g key={part.label}>
            <rect
              class={`share-${part.tone}`}
              x={`${share.startPercent}%`}
              width={`${share.percent}%`}
              height="100%"
            />
            {share.startPercent > 0 && (
              <rect class="share-gap" x={`${share.startPercent}%`} width="2" height="100%" />
            )}
          </g>
        );
      })}
    </svg>
  );
}
