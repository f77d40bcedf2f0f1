import type { ComponentChildren } from "preact";

export interface FieldFrame {
  label: string;
  hint?: ComponentChildren;
  error?: string | undefined;
}

/** What tells of a field: the ids of its hint and its error, where it has them. */
export function describedBy(id: string, hint: unknown, error: unknown): string | undefined {
  const ids = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return ids || undefined;
}

/** Hint and error below a field. */
export function Notes({ id, hint, error }: { id: string } & Pick<FieldFrame, "hint" | "error">) {
  return (
    <>
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  );
}
