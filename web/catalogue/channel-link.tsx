import { t } from "./texts";

/** A TikTok id that leads to its page in Seller Center. */
export function ChannelLink({ id, url }: { id: string | null; url: string | null }) {
  if (!id) return <span class="table-empty-cell">–</span>;
  if (!url) return <span class="small">{id}</span>;
  return (
    <a
      class="small"
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={`${t("products.openInChannel", { id })} (${t("common.openInNew")})`}
    >
      {id}
    </a>
  );
}
