import type { ComponentChildren } from "preact";
import { useId, useRef, useState } from "preact/hooks";
import { Icon, type IconName } from "./icon";
import { placePopover } from "./place-popover";
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
  onOpen?: () => void;
  children?: ComponentChildren;
}

/** A menu button: native popover for closing, arrow keys between the items. */
export function Menu(props: MenuProps) {
  const { label, icon, isIconOnly, variant = "secondary", items, onOpen } = props;
  const id = useId();
  // A list has a menu in each row, most of which nobody opens.
  const [isDrawn, setIsDrawn] = useState(false);
  const { button, popover, onKeyDown, openByArrow, onToggle } = useMenuKeys(onOpen);
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
        onKeyDown={openByArrow}
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
        onBeforeToggle={() => setIsDrawn(true)}
        onToggle={onToggle}
        onKeyDown={onKeyDown}
      >
        {isDrawn &&
          items.map((item) => <MenuEntry key={item.label} item={item} onPick={() => pick(item)} />)}
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
function useMenuKeys(onOpen: (() => void) | undefined) {
  const button = useRef<HTMLButtonElement>(null);
  const popover = useRef<HTMLDivElement>(null);
  const entries = () =>
    Array.from(popover.current?.querySelectorAll<HTMLButtonElement>("button:not(:disabled)") ?? []);
  const moveTo = (step: Move) => {
    const all = entries();
    const now = all.findIndex((entry) => entry === document.activeElement);
    const last = all.length - 1;
    const wanted =
      step === "first" ? 0 : step === "last" ? last : (now + step + all.length) % all.length;
    all[wanted]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    if (event.key === "Tab") popover.current?.hidePopover();
    if (move === undefined) return typeTo(event);
    event.preventDefault();
    moveTo(move);
  };
  /** A letter leads to the next item that begins with it. */
  const typeTo = ({ key }: KeyboardEvent) => {
    if (key.length !== 1 || key === " ") return;
    const all = entries();
    const now = all.findIndex((entry) => entry === document.activeElement);
    const begins = (entry: HTMLElement) =>
      entry.textContent?.trim().toLowerCase().startsWith(key.toLowerCase());
    [...all.slice(now + 1), ...all.slice(0, now + 1)].find(begins)?.focus();
  };
  const openByArrow = (event: KeyboardEvent) => {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    popover.current?.showPopover();
  };
  const onToggle = (event: Event) => {
    const isOpen = (event as ToggleEvent).newState === "open";
    button.current?.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen || !button.current || !popover.current) return;
    placePopover(button.current, popover.current);
    moveTo("first");
    onOpen?.();
  };
  return { button, popover, onKeyDown, openByArrow, onToggle };
}
