import type { Result } from "../api/client";
import TypedDialog from "../ui/typed-dialog";
import { t } from "./dialog-texts";

interface ConfirmDeleteOneProps {
  name: string;
  onSend: (typed: string) => Promise<Result<unknown>>;
  onClose: () => void;
}

/** Asks for the product's name before its listing is deleted. */
export default function ConfirmDeleteOne({ name, onSend, onClose }: ConfirmDeleteOneProps) {
  return (
    <TypedDialog
      title={t("delete.title")}
      text={t("delete.text")}
      name={name.trim()}
      confirm={t("delete.confirm")}
      onSend={onSend}
      onDone={onClose}
      onClose={onClose}
    />
  );
}
