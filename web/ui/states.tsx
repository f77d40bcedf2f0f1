import type { ComponentChildren } from "preact";
import type { Reason } from "../../src/contract/api";
import { t } from "../i18n/t";
import { problemText } from "../i18n/problems";
import type { Resource } from "../shell/resource";
import { Button } from "./button";
import { Icon, type IconName } from "./icon";
import { Notice } from "./notice";
import "./states.css";

/** Grey lines in the shape of what is coming. */
export function Skeleton({ lines = 4, isTable = false }: { lines?: number; isTable?: boolean }) {
  return (
    <div class={isTable ? "skeleton skeleton-table" : "skeleton"} role="status">
      <span class="visually-hidden">{t("common.loading")}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} class="skeleton-line" />
      ))}
    </div>
  );
}

interface EmptyProps {
  icon: IconName;
  title: string;
  children?: ComponentChildren;
  actions?: ComponentChildren;
}

/** Nothing here yet: says why, and offers the next step. */
export function Empty({ icon, title, children, actions }: EmptyProps) {
  return (
    <div class="empty">
      <span class="empty-icon">
        <Icon name={icon} />
      </span>
      <h2>{title}</h2>
      {children && <p class="soft">{children}</p>}
      {actions && <div class="empty-actions">{actions}</div>}
    </div>
  );
}

/** A refused read, in words, with another try. */
export function Failure({
  reason,
  onRetry,
}: {
  reason: Reason;
  onRetry?: (() => void) | undefined;
}) {
  const words = problemText(reason);
  return (
    <Notice
      tone="bad"
      title={words.what}
      isLive
      actions={onRetry && <Button onClick={onRetry}>{t("common.tryAgain")}</Button>}
    >
      <p>{words.act}</p>
    </Notice>
  );
}

interface LoadedProps<T> {
  resource: Resource<T>;
  skeleton?: ComponentChildren;
  isEmpty?: (value: T) => boolean;
  empty?: ComponentChildren;
  children: (value: T) => ComponentChildren;
}

/** The four states every page draws: loading, refused, empty, full. Old content stays on reload. */
export function Loaded<T>({ resource, skeleton, isEmpty, empty, children }: LoadedProps<T>) {
  const value = resource.value.value;
  const error = resource.error.value;
  if (value === null) {
    if (error) return <Failure reason={error} onRetry={resource.reload} />;
    return <>{skeleton ?? <Skeleton />}</>;
  }
  return (
    <>
      {error && <Failure reason={error} onRetry={resource.reload} />}
      {isEmpty?.(value) ? empty : children(value)}
    </>
  );
}
