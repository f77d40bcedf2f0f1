import { formatNumber } from "../i18n/format";
import { Card } from "../ui/page";
import "./tile.css";

interface TileProps {
  title: string;
  entries: readonly { label: string; count: number; href: string; isAlarming?: boolean }[];
}

/** A group of figures; each is the link to what it counts. */
export function Tile({ title, entries }: TileProps) {
  return (
    <Card title={title}>
      <ul class="tile">
        {entries.map((entry) => (
          <li key={entry.label}>
            <a
              class={entry.isAlarming && entry.count > 0 ? "figure figure-alarming" : "figure"}
              href={entry.href}
            >
              <span class="figure-count">{formatNumber(entry.count)}</span>
              <span class="figure-label">{entry.label}</span>
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
