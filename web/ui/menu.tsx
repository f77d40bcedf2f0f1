import type { ComponentChildren } from "preact";
import { useId, useRef } from "preact/hooks";
import { Icon, type IconName } from "./icon";
import "./menu.css";

export interface MenuItem {
  label: string;
  hint?: string;
  onSelect: () => void;
  isDisabled?: boolean;
  startsGroup?: boolean;
}

interface MenuProps {
  label: string;
  icon?: IconName;
  isIconOnly?: boolean;
  variant?: "primary" | "secondary";
  items: readonly MenuItem[];
  children?: ComponentChildren;
}

const GAP_PX = 6;

/** Puts the popover under its button, or above it where there is no room; kept inside the window. */
function place(button: HTMLElement, popover: HTMLElement): void {
  const anchor = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = popover;
  const below = anchor.bottom + GAP_PX;
  const top = below + height > innerHeight ? Math.max(GAP_PX, anchor.top - height - GAP_PX) : below;
  const left = Math.max(GAP_PX, Math.min(anchor.right - width, innerWidth - width - GAP_PX));
  popover.style.setProperty("top", `${top}px`);
  popover.style.setProperty("left", `${left}px`);
}

/** A menu button: native popover for closing, arrow keys between the items. */
export function Menu({ label, icon, isIconOnly, variant = "secondary", items }: MenuProps) {
  const id = useId();
  const { button, popover, onKeyDown, onToggle } = useMenuKeys();
  const pick = (item: MenuItem) => {
    popover.current?.hidePopover();
    button.current?.focus();
    item.onSelect();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class={isIconOnly ? "icon-button" : `button button-${variant}`}
        aria-haspopup="menu"
        aria-expanded="false"
        aria-label={isIconOnly ? label : undefined}
        title={isIconOnly ? label : undefined}
        popovertarget={id}
      >
        {icon && <Icon name={icon} />}
        {!isIconOnly && label}
        {!isIconOnly && <Icon name="down" />}
      </button>
      <div
        ref={popover}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        class="menu"
        onToggle={onToggle}
        onKeyDown={onKeyDown}
      >
        {items.map((item) => (
          <MenuEntry key={item.label} item={item} onPick={() => pick(item)} />
        ))}
      </div>
    </>
  );
}

function MenuEntry({ item, onPick }: { item: MenuItem; onPick: () => void }) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      class={item.startsGroup ? "menu-item menu-group" : "menu-item"}
      disabled={item.isDisabled}
      onClick={onPick}
    >
      {item.label}
      {item.hint && <span class="menu-hint">{item.hint}</span>}
    </button>
  );
}

type Move = number | "first" | "last";
const MOVES: Readonly<Record<string, Move>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  Home: "first",
  End: "last",
};

/** Opening and closing of a menu, and the keys that lead from item to item. */
function useMenuKeys() {
  const button = useRef<HTMLButtonElement>(null);
  const popover = useRef<HTMLDivElement>(null);
  const moveTo = (step: Move) => {
    const all = Array.from(
      popover.current?.querySelectorAll<HTMLButtonElement>("button:not(:disabled)") ?? [],
    );
    const now = all.findIndex((entry) => entry === document.activeElement);
    const last = all.length - 1;
    const wanted =
      step === "first" ? 0 : step === "last" ? last : (now + step + all.length) % all.length;
    all[wanted]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    if (event.key === "Tab") popover.current?.hidePopover();
    if (move === undefined) return;
    event.preventDefault();
    moveTo(move);
  };
  const onToggle = (event: Event) => {
    const isOpen = (event as ToggleEvent).newState === "open";
    button.current?.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen || !button.current || !popover.current) return;
    place(button.current, popover.current);
    moveTo("first");
  };
  return { button, popover, onKeyDown, onToggle };
}
