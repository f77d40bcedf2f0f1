import { useModel, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { ChannelCategoryRow } from "../../src/contract/categories";
import type { Result } from "../api/client";
import { t } from "./texts";
import { useApp } from "../shell/app";
import { CategoryTreeModel, canChoose } from "./category-tree";
import { useConnection } from "../connections/connection";
import { Button } from "../ui/button";
import { Dialog, DialogActions } from "../ui/dialog";
import { Notice } from "../ui/notice";
import { Loaded } from "../data/loaded";
import { CategoryRows } from "./category-rows";
import { useSubmission } from "../data/submission";
import { SubmitProblem } from "../problems/problem-notice";
import { SearchForm } from "../shell/search-form";
import "./category-picker.css";

interface CategoryPickerProps {
  subject: string;
  isListed?: boolean;
  isMapped?: boolean;
  onChoose: (categoryId: string | null) => Promise<Result<unknown>>;
  onClose: () => void;
}

/** Browse the tree or search it; only a leaf the shop may sell in can be chosen. */
export default function CategoryPicker({
  subject,
  isListed,
  isMapped,
  onChoose,
  onClose,
}: CategoryPickerProps) {
  const { client } = useApp();
  const { id } = useConnection();
  const tree = useModel(() => new CategoryTreeModel(client, id));
  const chosen = useSignal<ChannelCategoryRow | null>(null);
  const { isBusy, refusal, send } = useSubmission();
  useEffect(() => void tree.rows.reload(), [tree]);
  const pick = (row: ChannelCategoryRow) => {
    if (row.isLeaf) chosen.value = canChoose(row) ? row : chosen.value;
    else void tree.enter(row);
  };
  return (
    <Dialog title={t("picker.title")} onClose={onClose} isWide>
      <p class="soft">{t("picker.for", { name: subject })}</p>
      <SearchForm
        label={t("picker.search")}
        value={tree.search.value}
        onInput={tree.type}
        onSearch={(text) => void tree.find(text)}
      />
      <TreePath tree={tree} />
      <TreeList tree={tree} chosenId={chosen.value?.id} onPick={pick} />
      <p role="status" class="picker-chosen">
        {chosen.value ? t("picker.chosen", { path: chosen.value.path }) : ""}
      </p>
      {isListed && (
        <Notice tone="warn" title={t("categories.warningTitle")}>
          <p>{t("categories.warning")}</p>
        </Notice>
      )}
      <SubmitProblem of={refusal} />
      <DialogActions>
        {isMapped && (
          <Button variant="quiet" onClick={() => void send(() => onChoose(null))}>
            {t("picker.clear")}
          </Button>
        )}
        <Button onClick={onClose}>{t("common.cancel")}</Button>
        <Button
          variant="primary"
          isDisabled={!chosen.value}
          isBusy={isBusy.value}
          onClick={() => void send(() => onChoose(chosen.value?.id ?? null))}
        >
          {t("picker.choose")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

type Tree = InstanceType<typeof CategoryTreeModel>;

/** The levels above the one shown, each a link back. */
function TreePath({ tree }: { tree: Tree }) {
  if (tree.isSearching.value) return null;
  return (
    <nav class="picker-path" aria-label={t("picker.path")}>
      <Button isSmall variant="quiet" onClick={() => void tree.climb(0)}>
        {t("picker.departments")}
      </Button>
      {tree.path.value.map((row, index) => (
        <Button key={row.id} isSmall variant="quiet" onClick={() => void tree.climb(index + 1)}>
          {row.name}
        </Button>
      ))}
    </nav>
  );
}

interface TreeListProps {
  tree: Tree;
  chosenId: string | undefined;
  onPick: (row: ChannelCategoryRow) => void;
}

/** One level of the tree, or what was found. */
function TreeList({ tree, chosenId, onPick }: TreeListProps) {
  return (
    <div class="picker-list">
      <Loaded
        resource={tree.rows}
        isEmpty={({ rows }) => rows.length === 0}
        empty={
          <p class="soft picker-empty" role="status">
            {tree.isSearching.value ? t("picker.noMatch") : t("categories.treeEmpty")}
          </p>
        }
      >
        {({ rows }) => (
          <CategoryRows
            rows={rows}
            chosenId={chosenId}
            isSearching={tree.isSearching.value}
            onPick={onPick}
          />
        )}
      </Loaded>
    </div>
  );
}
