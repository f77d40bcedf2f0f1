import { useModel } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";
import type { Demands } from "../../src/contract/demands";
import type { AttributeProposal } from "../../src/domain/proposals/shapes";
import { useConnection } from "../connections/connection";
import { Loaded } from "../data/loaded";
import { useSubmission } from "../data/submission";
import { t, tValue } from "../listings/proposal-texts";
import { SubmitProblem } from "../problems/problem-notice";
import { useApp } from "../shell/app";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Card } from "../ui/page";
import { Skeleton } from "../ui/states";
import { ProposalsModel, type ProductProposals } from "./proposals";

interface CategoryProposalsProps {
  categoryId: string;
  demands: Pick<Demands, "attributes">;
}

/** What the store says of empty attributes, product by product, to be taken or left. */
export default function CategoryProposals({ categoryId, demands }: CategoryProposalsProps) {
  const { client, say } = useApp();
  const { id } = useConnection();
  const model = useModel(
    () => new ProposalsModel(client, id, { categoryId, attributes: demands.attributes }),
  );
  const { isBusy, refusal, send } = useSubmission();
  useLayoutEffect(() => void model.found.reload(), [model]);
  const take = () =>
    send(async () => {
      const result = await model.accept();
      if (!result.ok) return result;
      const { count, left } = result.value;
      say(left > 0 ? t("proposals.takenPart", { count, left }) : t("proposals.taken", { count }));
      return result;
    });
  const chosen = model.chosen.value;
  const count = chosen.reduce((sum, { taken }) => sum + taken.length, 0);
  return (
    <Card title={t("proposals.title")} id="proposals">
      <p class="soft">{t("proposals.text")}</p>
      <Loaded resource={model.found} skeleton={<Skeleton lines={6} />}>
        {({ products, read, next }) => (
          <>
            {products.length === 0 && next === null && <p>{t("proposals.empty")}</p>}
            {products.length > 0 && (
              <div class="form-actions">
                <Button isSmall onClick={model.tickSure}>
                  {t("proposals.tickSure")}
                </Button>
                <Button isSmall onClick={model.tickNone}>
                  {t("proposals.tickNone")}
                </Button>
              </div>
            )}
            <ul class="stack" aria-label={t("proposals.list")}>
              {products.map((product) => (
                <ProposedProduct
                  key={product.productId}
                  product={product}
                  demands={demands}
                  model={model}
                />
              ))}
            </ul>
            <p class="soft small" role="status">
              {t("proposals.read", { count: read })}
            </p>
            <SubmitProblem of={refusal} />
            <div class="form-actions">
              {next !== null && (
                <Button isBusy={isBusy.value} onClick={() => void send(model.more)}>
                  {t("proposals.more")}
                </Button>
              )}
              {products.length > 0 && (
                <Button
                  variant="primary"
                  isBusy={isBusy.value}
                  isDisabled={count === 0}
                  onClick={() => void take()}
                >
                  {count === 0
                    ? t("proposals.takeNone")
                    : t("proposals.take", { values: count, products: chosen.length })}
                </Button>
              )}
            </div>
          </>
        )}
      </Loaded>
    </Card>
  );
}

interface ProposedProductProps {
  product: ProductProposals;
  demands: Pick<Demands, "attributes">;
  model: InstanceType<typeof ProposalsModel>;
}

function ProposedProduct({ product, demands, model }: ProposedProductProps) {
  const { base } = useConnection();
  const { productId, name, proposals } = product;
  const nameOf = ({ attributeId }: AttributeProposal) =>
    demands.attributes.find(({ id }) => id === attributeId)?.name ?? attributeId;
  return (
    <li class="stack-tight">
      <a href={`${base}/products/${encodeURIComponent(productId)}`}>{name}</a>
      <ul>
        {proposals.map((one) => {
          const attribute = nameOf(one);
          const value = valueText(one);
          return (
            <li key={one.attributeId} class="row">
              <label class="row">
                <input
                  type="checkbox"
                  aria-label={t("proposals.tick", { attribute, value, product: name })}
                  checked={model.isTicked(productId, one)}
                  onChange={() => model.toggle(productId, one)}
                />
                <span>
                  {attribute}: <strong>{value}</strong>
                </span>
              </label>
              <Badge tone={one.level === "sure" ? "good" : "warn"}>
                {t(`proposals.level.${one.level}`)}
              </Badge>
              <Evidence of={one} />
            </li>
          );
        })}
      </ul>
    </li>
  );
}

function Evidence({ of: { evidence } }: { of: AttributeProposal }) {
  return (
    <ul class="soft small">
      {evidence.map(({ place, text }) => (
        <li key={`${place}:${text}`}>
          {t("proposals.says", { place: tValue("proposals.place.", place), text })}
        </li>
      ))}
    </ul>
  );
}

/** "Cotton, Polyester" */
function valueText({ values }: AttributeProposal): string {
  return values.map(({ id = "", name = id }) => name).join(", ");
}
