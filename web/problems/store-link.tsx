import { useConnection } from "../connections/connection";
import { t } from "../i18n/t";
import { LinkButton } from "../ui/button";

/** Opens a page of the store's back office; while its address is not known, leads to where it is told. */
export function StoreLink({ url }: { url: string | null }) {
  const { base } = useConnection();
  if (url !== null)
    return (
      <LinkButton icon="out" isExternal href={url}>
        {t("order.openStore")}
      </LinkButton>
    );
  return <LinkButton href={`${base}/settings#back-office`}>{t("order.switchOnStore")}</LinkButton>;
}
