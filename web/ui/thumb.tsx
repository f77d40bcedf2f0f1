import { Icon } from "./icon";
import "./thumb.css";

/** A small picture; its text alternative is the name beside it. */
export function Thumb({ url }: { url: string | null }) {
  if (!url)
    return (
      <span class="thumb thumb-empty">
        <Icon name="image" />
      </span>
    );
  return <img class="thumb" src={url} alt="" width="44" height="44" loading="lazy" />;
}
