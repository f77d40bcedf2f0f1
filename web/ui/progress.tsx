import "./progress.css";

interface ProgressProps {
  label: string;
  /** Absent: it moves, but nobody knows how far. */
  value?: number | undefined;
  max?: number | undefined;
}

export function Progress({ label, value, max }: ProgressProps) {
  const known = value !== undefined && max !== undefined && max > 0;
  return (
    <progress
      class="progress"
      aria-label={label}
      value={known ? value : undefined}
      max={known ? max : undefined}
    />
  );
}
