import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import "./tab-links.css";
import "./tabs.css";

interface Tab<Key extends string> {
  key: Key;
  label: string;
  content: ComponentChildren;
}

interface TabsProps<Key extends string> {
  /** Names the tabs together. */
  label: string;
  tabs: readonly Tab<Key>[];
  current: Key;
  onChange: (key: Key) => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** Parts of which one is seen at a time; the arrow keys lead from tab to tab. */
export function Tabs<Key extends string>({ label, tabs, current, onChange }: TabsProps<Key>) {
  const id = useId();
  const at = tabs.findIndex(({ key }) => key === current);
  const step = (event: KeyboardEvent) => {
    const next = tabs[(at + (STEPS[event.key] ?? 0) + tabs.length) % tabs.length];
    if (STEPS[event.key] === undefined || !next) return;
    event.preventDefault();
    onChange(next.key);
    document.querySelector<HTMLElement>(`[id="${id}-${next.key}"]`)?.focus();
  };
  return (
    <>
      <div class="tabs" role="tablist" aria-label={label} onKeyDown={step}>
        {tabs.map(({ key, label: name }) => (
          <button
            key={key}
            id={`${id}-${key}`}
            type="button"
            role="tab"
            class="tab"
            aria-selected={key === current}
            aria-controls={`${id}-panel`}
            tabIndex={key === current ? 0 : -1}
            onClick={() => onChange(key)}
          >
            {name}
          </button>
        ))}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${current}`}>
        {tabs[at]?.content}
      </div>
    </>
  );
}
