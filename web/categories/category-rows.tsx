import type { ChannelCategoryRow } from "../../src/contract/categories";
import { t, tValue } from "./texts";
import { canChoose } from "./category-tree";
import { Badge } from "../ui/badge";
import { Icon } from "../ui/icon";

interface CategoryRowsProps {
  rows: readonly ChannelCategoryRow[];
  chosenId: string | undefined;
  isSearching: boolean;
  onPick: (row: ChannelCategoryRow) => void;
}

/** One level of the tree, or what a search found: branches open, leaves are chosen. */
export function CategoryRows({ rows, chosenId, isSearching, onPick }: CategoryRowsProps) {
  return (
    <ul aria-label={t("picker.list")}>
      {rows.map((row) => (
        <li key={row.id}>
          <button
            type="button"
            class="picker-row"
            aria-pressed={row.isLeaf ? row.id === chosenId : undefined}
            disabled={row.isLeaf && !canChoose(row)}
            onClick={() => onPick(row)}
          >
            <span>{isSearching ? row.path : row.name}</span>
            {row.permission !== "available" && (
              <Badge tone="warn">{tValue("picker.", row.permission)}</Badge>
            )}
            {!row.isLeaf && <Icon name="chevron" />}
            {row.isLeaf && row.id === chosenId && <Icon name="check" />}
          </button>
        </li>
      ))}
    </ul>
  );
}
