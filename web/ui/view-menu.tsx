import { useId, useRef } from "preact/hooks";
import type { ListViewModel } from "../data/list-view";
import { t } from "../i18n/t";
import { Icon } from "./icon";
import { placePopover } from "./place-popover";
import "./menu.css";
import "./view-menu.css";

interface ViewMenuProps {
  view: InstanceType<typeof ListViewModel>;
  /** Those that may be left out. */
  columns: readonly { key: string; label: string }[];
}

/** Columns and density of a list, as this person wants them. */
export function ViewMenu({ view, columns }: ViewMenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const popover = useRef<HTMLDivElement>(null);
  const { hidden, isDense } = view.view.value;
  const onToggle = (event: Event) => {
    const isOpen = (event as ToggleEvent).newState === "open";
    button.current?.setAttribute("aria-expanded", String(isOpen));
    if (isOpen && button.current && popover.current) placePopover(button.current, popover.current);
  };
  return (
    <div class="view-menu-frame">
      <button
        ref={button}
        type="button"
        class="button button-secondary"
        aria-expanded="false"
        popovertarget={id}
      >
        <Icon name="settings" />
        {t("list.view")}
      </button>
      <div
        ref={popover}
        id={id}
        popover="auto"
        role="group"
        aria-label={t("list.view")}
        class="menu view-menu"
        onToggle={onToggle}
      >
        <span class="soft small">{t("list.columns")}</span>
        {columns.map(({ key, label }) => (
          <label key={key} class="view-choice">
            <input
              type="checkbox"
              checked={!hidden.includes(key)}
              onChange={() => view.toggleColumn(key)}
            />
            {label}
          </label>
        ))}
        <label class="view-choice menu-group">
          <input
            type="checkbox"
            checked={isDense}
            onChange={(event) => view.setDense(event.currentTarget.checked)}
          />
          {t("list.dense")}
        </label>
      </div>
    </div>
  );
}
