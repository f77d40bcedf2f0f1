import type { ComponentChildren } from "preact";
import type { ConnectionDetail } from "../../../src/contract/connections";
import { t } from "./texts";
import { Notice } from "../../ui/notice";

interface StoreDoneProps {
  detail: ConnectionDetail;
  isLive?: boolean;
  actions?: ComponentChildren;
}

/** Says that the store is connected, and by which transport; nothing before it answered with its key. */
export function StoreDone({ detail, isLive, actions }: StoreDoneProps) {
  const { sourceStoreName, sourceVersion, moduleVersion, hasSourceKey } = detail;
  if (!sourceStoreName || !hasSourceKey) return null;
  const shop = { shop: sourceStoreName, version: sourceVersion ?? "" };
  return (
    <Notice tone="good" title={t("wizard.checkedTitle")} isLive={isLive ?? false} actions={actions}>
      <p>{t("wizard.checkedText", shop)}</p>
      <p>
        {moduleVersion
          ? t("wizard.viaModule", { version: moduleVersion })
          : t("wizard.viaWebservice")}
      </p>
    </Notice>
  );
}
