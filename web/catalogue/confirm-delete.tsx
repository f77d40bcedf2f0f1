import { useLocation } from "preact-iso/router";
import type { Selection } from "../../src/contract/catalogue";
import { useConnection } from "../connections/connection";
import { Loaded } from "../data/loaded";
import { useResource } from "../data/use-resource";
import { useApp } from "../shell/app";
import { rememberKind } from "../tasks/known-kinds";
import { Dialog } from "../ui/dialog";
import TypedDialog from "../ui/typed-dialog";
import { t } from "./dialog-texts";
import { startDeletion, type ProductsModel } from "./products";

interface ConfirmDeleteProps {
  selection: Selection;
  model: InstanceType<typeof ProductsModel>;
  onClose: () => void;
  onStarted: (taskId: string) => void;
}

/**
 * Asks for a name before chosen listings are deleted: that of the one product, or the connection's for more,
 * which are listed then and wait to be confirmed.
 */
export function ConfirmDelete({ selection, ...props }: ConfirmDeleteProps) {
  const { detail } = useConnection();
  const [only, more] = "ids" in selection ? selection.ids : [];
  if (only !== undefined && more === undefined)
    return <DeleteOne selection={selection} productId={only} {...props} />;
  return (
    <Typed
      selection={selection}
      name={detail.value.value?.name ?? ""}
      text={`${t("delete.many")} ${t("delete.text")}`}
      isListedFirst
      {...props}
    />
  );
}

function DeleteOne({ productId, ...props }: ConfirmDeleteProps & { productId: string }) {
  const { model, onClose } = props;
  const product = useResource(() => model.variantsOf(productId), [model, productId]);
  const { value } = product.value;
  if (value) return <Typed name={value.name} text={t("delete.text")} {...props} />;
  return (
    <Dialog title={t("delete.title")} onClose={onClose}>
      <Loaded resource={product}>{() => null}</Loaded>
    </Dialog>
  );
}

interface TypedProps extends ConfirmDeleteProps {
  name: string;
  text: string;
  isListedFirst?: boolean;
}

function Typed({ selection, model, name, text, isListedFirst, onClose, onStarted }: TypedProps) {
  const { client } = useApp();
  const { id, base } = useConnection();
  const { route } = useLocation();
  const send = async (typed: string) => {
    const started = await startDeletion(client, id, selection, typed);
    if (!started.ok) return started;
    const { taskId } = started.value;
    model.selection.clear();
    if (isListedFirst) {
      rememberKind({ id: taskId, kind: "change-listing-state" });
      route(`${base}/tasks/${encodeURIComponent(taskId)}`);
    } else onStarted(taskId);
    return started;
  };
  return (
    <TypedDialog
      title={t("delete.title")}
      text={text}
      name={name.trim()}
      confirm={t("delete.confirm")}
      onSend={send}
      onDone={onClose}
      onClose={onClose}
    />
  );
}
