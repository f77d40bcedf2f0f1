import { formatNumber } from "../i18n/format";
import { t } from "./texts";
import type { Tone } from "../ui/badge";
import { Card } from "../ui/page";
import { ShareBar } from "../ui/share-bar";
import "./tile.css";

export interface TileEntry {
  label: string;
  count: number;
  href: string;
  tone: Tone;
  isAlarming?: boolean;
}

interface TileProps {
  title: string;
  entries: readonly TileEntry[];
  /** Draws how the figures share the whole, and makes them its legend. */
  hasBar?: boolean;
}

/** A group of figures; each is the link to what it counts. */
export function Tile({ title, entries, hasBar = false }: TileProps) {
  return (
    <Card title={title}>
      <div class="tile">
        {hasBar && <ShareBar label={t("home.shares", { title, entries })} parts={entries} />}
        <ul class={`tile-figures tile-of-${entries.length}`}>
          {entries.map((entry) => (
            <li key={entry.label}>
              <Figure entry={entry} hasDot={hasBar} />
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}

function Figure({ entry, hasDot }: { entry: TileEntry; hasDot: boolean }) {
  const isAlarming = entry.isAlarming && entry.count > 0;
  return (
    <a class={isAlarming ? "figure figure-alarming" : "figure"} href={entry.href}>
      <span class={entry.count === 0 ? "figure-count figure-none" : "figure-count"}>
        {formatNumber(entry.count)}
      </span>
      <span class="figure-label">
        {hasDot && <span class={`figure-dot share-${entry.tone}`} />}
        {entry.label}
      </span>
    </a>
  );
}
