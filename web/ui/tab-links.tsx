import { countText } from "../i18n/format";
import "./tab-links.css";

interface TabLinksProps {
  label: string;
  current: string;
  /** Each number is the least that it can be. */
  isMore?: boolean | undefined;
  tabs: readonly { key: string; label: string; href: string; count?: number | undefined }[];
}

/** Filters that live in the address: links, the present one marked, each with what it holds. */
export function TabLinks({ label, current, tabs, isMore = false }: TabLinksProps) {
  return (
    <nav class="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a
          key={tab.key}
          class="tab"
          href={tab.href}
          aria-current={tab.key === current ? "page" : undefined}
        >
          {tab.label}
          {tab.count !== undefined && (
            <span class="tab-count"> {countText(tab.count, isMore)}</span>
          )}
        </a>
      ))}
    </nav>
  );
}
