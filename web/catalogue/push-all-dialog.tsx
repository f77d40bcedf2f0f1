import { t } from "./dialog-texts";
import { CountDialog, type CountDialogProps } from "./count-dialog";

export function PushAllDialog(props: CountDialogProps) {
  return (
    <CountDialog
      {...props}
      title={t("pushAll.title")}
      text={(count) => t("pushAll.text", { count })}
      note={({ hidden }) => (hidden > 0 ? t("pushAll.hidden", { count: hidden }) : "")}
      confirm={(count) => t("pushAll.confirm", { count })}
    />
  );
}
