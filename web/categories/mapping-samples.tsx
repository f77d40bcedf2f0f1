import type { MappingPreview } from "../../src/contract/demands";
import { t } from "../listings/texts";

/** What some products of the category would say. */
export function MappingSamples({ samples }: Pick<MappingPreview, "samples">) {
  if (samples.length === 0) return null;
  return (
    <div>
      <h3>{t("details.samples")}</h3>
      <dl class="facts">
        {samples.map(({ productId, name, texts, values }) => [
          <dt key={`${productId}-name`}>{name}</dt>,
          <dd key={`${productId}-values`}>
            {texts.join(", ") || "–"} → {values.join(", ") || t("details.sampleNothing")}
          </dd>,
        ])}
      </dl>
    </div>
  );
}
