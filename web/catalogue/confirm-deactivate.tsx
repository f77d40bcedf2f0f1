import { t } from "./dialog-texts";
import { CountDialog, type CountDialogProps } from "./count-dialog";

export function ConfirmDeactivate(props: CountDialogProps) {
  return (
    <CountDialog
      {...props}
      title={t("deactivate.title")}
      text={(count) => t("deactivate.text", { count })}
      confirm={() => t("deactivate.confirm")}
      isDangerous
    />
  );
}
