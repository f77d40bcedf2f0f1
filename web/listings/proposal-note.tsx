import type { AttributeDemand } from "../../src/contract/demands";
import type { StoreTexts } from "../../src/contract/proposals";
import { Button } from "../ui/button";
import type { AttributeValue } from "./details";
import { proposalFor } from "./product-proposals";
import { t, tValue } from "./proposal-texts";

interface ProposalNoteProps {
  attributeId: string;
  /** All of the category. */
  attributes: readonly AttributeDemand[];
  texts: StoreTexts;
  onUse: (values: readonly AttributeValue[]) => void;
}

/** What the store says of an empty attribute, where it says so, and a press that fills it in. */
export default function ProposalNote(props: ProposalNoteProps) {
  const proposal = proposalFor(props.attributeId, props.attributes, props.texts);
  if (!proposal) return null;
  const { values, evidence } = proposal;
  const value = values.map(({ id = "", name = id }) => name).join(", ");
  const [said] = evidence;
  return (
    <div class="stack-tight">
      <p class="soft small">
        {t("proposals.found", { value })}
        {said &&
          ` ${t("proposals.says", { place: tValue("proposals.place.", said.place), text: said.text })}`}
      </p>
      <div>
        <Button isSmall onClick={() => props.onUse(values)}>
          {t("proposals.use", { value })}
        </Button>
      </div>
    </div>
  );
}
