import type { ComponentChildren } from "preact";
import type { Tone } from "./badge";
import { Icon, type IconName } from "./icon";
import "./notice.css";

interface NoticeProps {
  tone: Exclude<Tone, "plain">;
  title: string;
  children?: ComponentChildren;
  actions?: ComponentChildren;
  /** Spoken at once: for what the reader just caused. */
  isLive?: boolean;
}

const ICONS: Record<NoticeProps["tone"], IconName> = {
  good: "check",
  warn: "alert",
  bad: "alert",
  info: "help",
};

/** A message that stays where it is, with what to do about it. */
export function Notice({ tone, title, children, actions, isLive }: NoticeProps) {
  return (
    <div class={`notice notice-${tone}`} role={isLive ? "alert" : undefined}>
      <Icon name={ICONS[tone]} />
      <div class="notice-text">
        <p class="notice-title">{title}</p>
        {children}
        {actions && <div class="notice-actions">{actions}</div>}
      </div>
    </div>
  );
}
