import type { ConnectionDetail } from "../../../src/contract/connections";
import { Dialog } from "../../ui/dialog";
import type { ConnectionModel } from "../connection";
import { AuthorizeForm } from "../setup/channel-step";
import { t } from "./texts";

interface AuthorizeDialogProps {
  detail: ConnectionDetail;
  model: InstanceType<typeof ConnectionModel>;
  onClose: () => void;
}

/** The way to TikTok Shop and back, to authorise anew. */
export default function AuthorizeDialog({ detail, model, onClose }: AuthorizeDialogProps) {
  return (
    <Dialog title={t("settings.reauthorize")} onClose={onClose}>
      <AuthorizeForm detail={detail} model={model} submitLabel={t("wizard.authorize")} />
    </Dialog>
  );
}
