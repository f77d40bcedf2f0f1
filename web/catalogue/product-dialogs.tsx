import type { ProductRow, Selection } from "../../src/contract/catalogue";
import CategoryPicker from "../categories/category-picker";
import { t } from "./texts";
import { useApp } from "../shell/app";
import { ConfirmDelete } from "./confirm-delete";
import { ConfirmDeactivate } from "./confirm-deactivate";
import type { ConfirmableAction, ListingAction, ProductsModel } from "./products";
import { PullDialog } from "./pull-dialog";
import { PushAllDialog } from "./push-all-dialog";

export type OpenDialog =
  | { kind: "pull" }
  | { kind: "push-all" }
  | { kind: "deactivate"; selection: Selection }
  | { kind: "delete"; selection: Selection }
  | { kind: "category"; product: ProductRow };

export interface DialogProps {
  model: InstanceType<typeof ProductsModel>;
  onClose: () => void;
  onStarted: (taskId: string) => void;
  onStart: (action: ListingAction, selection: Selection) => Promise<boolean>;
  onList: (action: ConfirmableAction, selection: Selection) => Promise<boolean>;
}

/** The dialog that is open. */
export default function ProductDialog({ open, ...props }: DialogProps & { open: OpenDialog }) {
  const { model, onClose, onStarted, onStart, onList } = props;
  if (open.kind === "pull")
    return <PullDialog pull={model.pull} onClose={onClose} onStarted={onStarted} />;
  if (open.kind === "category") return <CategoryDialog product={open.product} {...props} />;
  if (open.kind === "delete") return <ConfirmDelete selection={open.selection} {...props} />;
  const [action, selection, Ask] =
    open.kind === "push-all"
      ? (["push", { filter: model.filter.value }, PushAllDialog] as const)
      : (["deactivate", open.selection, ConfirmDeactivate] as const);
  const closeAnd = (act: () => Promise<boolean>) => () => {
    onClose();
    void act();
  };
  return (
    <Ask
      count={() => model.count(selection)}
      onConfirm={closeAnd(() => onStart(action, selection))}
      onListFirst={closeAnd(() => onList(action, selection))}
      onClose={onClose}
    />
  );
}

function CategoryDialog({ product, model, onClose }: DialogProps & { product: ProductRow }) {
  const { say } = useApp();
  const choose = async (categoryId: string | null) => {
    const result = await model.chooseCategory(product.id, categoryId);
    if (result.ok) {
      say(t("categories.saved"));
      onClose();
      void model.page.reload();
    }
    return result;
  };
  return (
    <CategoryPicker
      subject={product.name}
      isListed={product.channelProductId !== null}
      onChoose={choose}
      onClose={onClose}
    />
  );
}
