/** The palette: one field that finds pages, actions, products, orders and connections by what is typed. */
import { useComputed, useSignal } from "@preact/signals";
import { useEffect, useId, useMemo } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { useConnection } from "../connections/connection";
import { useResource } from "../data/use-resource";
import { t } from "./palette-texts";
import { Dialog } from "../ui/dialog";
import { useApp } from "./app";
import { fits, foundEntries, PaletteModel, type PaletteEntry } from "./palette-entries";
import "./palette.css";

interface PaletteProps {
  onClose: () => void;
  /** Opens the list of shortcuts in its place. */
  onShortcuts: () => void;
}

export default function Palette({ onClose, onShortcuts }: PaletteProps) {
  const { client, say } = useApp();
  const { id, base, model: connection } = useConnection();
  const { route } = useLocation();
  const typed = useSignal("");
  const at = useSignal(0);
  const listId = useId();
  const connections = useResource(() => client.call("GET /api/connections"), [client]);
  const model = useMemo(
    () => new PaletteModel(client, { id, base, connection, route, say, onShortcuts }),
    [client, id],
  );
  useEffect(() => model.search(typed.value), [typed.value]);
  const shown = useComputed(() => {
    const others = connections.value.value?.connections ?? [];
    const known = [...model.known(), ...model.switches(others)];
    return [
      ...known.filter((entry) => fits(entry, typed.value)),
      ...foundEntries(model, base, route),
    ];
  }).value;
  const current = Math.min(at.value, shown.length - 1);
  const pick = (entry: PaletteEntry | undefined) => {
    if (!entry) return;
    onClose();
    void entry.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && shown.length > 0) {
      event.preventDefault();
      at.value = (current + step + shown.length) % shown.length;
      document.getElementById(`${listId}-${at.value}`)?.scrollIntoView({ block: "nearest" });
    }
    if (event.key === "Enter") {
      event.preventDefault();
      pick(shown[current]);
    }
  };
  return (
    <Dialog title={t("palette.title")} onClose={onClose}>
      <input
        class="input"
        type="text"
        role="combobox"
        aria-label={t("palette.field")}
        aria-expanded={shown.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={shown.length > 0 ? `${listId}-${current}` : undefined}
        placeholder={t("palette.field")}
        autocomplete="off"
        value={typed.value}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
          at.value = 0;
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={listId} role="listbox" aria-label={t("palette.title")} class="palette-list">
        {shown.map((entry, index) => (
          <li
            key={entry.key}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === current}
            class="palette-entry"
            onClick={() => pick(entry)}
            onMouseMove={() => {
              at.value = index;
            }}
          >
            <span class="palette-label">{entry.label}</span>
            <span class="soft small">{entry.hint}</span>
          </li>
        ))}
      </ul>
      <p class="soft small" role="status">
        {shown.length === 0 && t(model.isSearching.value ? "common.loading" : "palette.none")}
      </p>
    </Dialog>
  );
}
