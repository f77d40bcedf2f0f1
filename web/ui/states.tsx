import type { ComponentChildren } from "preact";
import { t } from "../i18n/t";
import { Icon, type IconName } from "./icon";
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
