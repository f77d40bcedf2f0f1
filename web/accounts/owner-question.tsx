import { ConfirmDialog } from "../ui/later-confirm-dialog";
import { t } from "./texts";

interface OwnerQuestionProps {
  /** Name or address of whom it is about. */
  who: string;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before somebody may do everything in the account, and take it from who let them. */
export function OwnerQuestion({ who, onConfirm, onClose }: OwnerQuestionProps) {
  return (
    <ConfirmDialog
      title={t("people.ownerTitle", { who })}
      text={t("people.ownerText")}
      confirm={t("people.ownerConfirm")}
      onConfirm={onConfirm}
      onClose={onClose}
    />
  );
}
