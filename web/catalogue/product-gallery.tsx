import { t } from "./product-texts";
import "./product-gallery.css";

export function ProductGallery({ images }: { images: readonly string[] }) {
  if (images.length === 0) return <p class="soft">{t("common.none")}</p>;
  return (
    <ul class="gallery">
      {images.map((url) => (
        <li key={url}>
          <img src={url} alt="" loading="lazy" width="96" height="96" />
        </li>
      ))}
    </ul>
  );
}
