import ConfirmDialog from "../ui/confirm-dialog";
import { t } from "./dialog-texts";

interface ConfirmDeactivateOneProps {
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before the product of a page is taken off sale. */
export default function ConfirmDeactivateOne(props: ConfirmDeactivateOneProps) {
  return (
    <ConfirmDialog
      title={t("deactivate.title")}
      text={t("deactivate.text", { count: 1 })}
      confirm={t("deactivate.confirm")}
      {...props}
    />
  );
}
