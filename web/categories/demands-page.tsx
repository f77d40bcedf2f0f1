/** What TikTok Shop asks of the products of a category, filled in once for all of them. */
import { useModel } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";
import { useConnection } from "../connections/connection";
import { Loaded } from "../data/loaded";
import { DemandsForm } from "../listings/demands-form";
import { t } from "../listings/texts";
import { useApp } from "../shell/app";
import { later } from "../shell/later";
import { Card, PageHead } from "../ui/page";
import { Skeleton } from "../ui/states";
import { DemandsModel } from "./demands";

const RuleNews = later(() => import("./rule-news"));
const CategoryStock = later(() => import("./category-stock"), <Skeleton lines={4} />);
const CategoryProposals = later(() => import("./category-proposals"), <Skeleton lines={6} />);
const FieldMappings = later(() => import("./field-mappings"), <Skeleton lines={4} />);

export default function Demands({ categoryId }: { categoryId: string }) {
  const { client } = useApp();
  const { id, base } = useConnection();
  const model = useModel(() => new DemandsModel(client, id, categoryId));
  useLayoutEffect(() => void model.demands.reload(), [model]);
  const known = model.demands.value.value;
  return (
    <>
      <PageHead
        title={t("details.title")}
        crumb={{ label: t("nav.categories"), href: `${base}/categories` }}
        subtitle={
          known && (
            <>
              {known.categoryPath.replaceAll(" > ", " › ")}
              <br />
              {t("details.count", { count: known.productCount })}
            </>
          )
        }
      />
      <Loaded resource={model.demands} skeleton={<Skeleton lines={10} />}>
        {(demands) => (
          <div class="stack-loose">
            {demands.news && <RuleNews news={demands.news} />}
            <Card>
              <p class="soft">{t("details.ofCategory")}</p>
              <DemandsForm
                demands={demands}
                level={{
                  kind: "category",
                  id: categoryId,
                  categoryId,
                  details: demands.details,
                  inheritedOf: () => null,
                  texts: null,
                  save: model.save,
                }}
                storeBrand={null}
              />
            </Card>
            <CategoryProposals categoryId={categoryId} demands={demands} />
            <FieldMappings demands={demands} model={model} />
            <CategoryStock model={model} />
          </div>
        )}
      </Loaded>
    </>
  );
}
