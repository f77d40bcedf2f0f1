import type { ConnectionDetail } from "../../../src/contract/connections";
import { t } from "./texts";
import { Notice } from "../../ui/notice";

/** Says that the store is connected, and by which transport; nothing before it answered with its key. */
export function StoreDone({ detail, isLive }: { detail: ConnectionDetail; isLive?: boolean }) {
  const { sourceStoreName, sourceVersion, moduleVersion, hasSourceKey } = detail;
  if (!sourceStoreName || !hasSourceKey) return null;
  const shop = { shop: sourceStoreName, version: sourceVersion ?? "" };
  return (
    <Notice tone="good" title={t("wizard.checkedTitle")} isLive={isLive ?? false}>
      <p>{t("wizard.checkedText", shop)}</p>
      <p>
        {moduleVersion
          ? t("wizard.viaModule", { version: moduleVersion })
          : t("wizard.viaWebservice")}
      </p>
    </Notice>
  );
}
