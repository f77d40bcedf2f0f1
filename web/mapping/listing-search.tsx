/** Finding one listing: by its id, a SKU or its title, for any product or for the one that was asked for. */
import { useSignal } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { useSubmission } from "../data/submission";
import { withQuery } from "../data/with-query";
import { SubmitProblem } from "../problems/problem-notice";
import { SearchForm } from "../shell/search-form";
import { Button, LinkButton } from "../ui/button";
import { Notice } from "../ui/notice";
import { Empty } from "../ui/states";
import type { MappingModel } from "./mapping";
import { t } from "./texts";

interface ListingSearchProps {
  path: string;
  search: string;
  /** What else the address says. */
  query: Readonly<Record<string, string | undefined>>;
}

export function ListingSearch({ path, search, query }: ListingSearchProps) {
  const { route } = useLocation();
  const typed = useSignal(search);
  useLayoutEffect(() => {
    typed.value = search;
  }, [search]);
  return (
    <SearchForm
      label={t("mapping.search")}
      value={typed.value}
      onInput={(value) => (typed.value = value)}
      onSearch={(value) => route(withQuery(path, { ...query, search: value || undefined }))}
    />
  );
}

/** The product that a listing is looked for, by its name once that is read. */
export function WantedProduct({ name, path }: { name: string; path: string }) {
  return (
    <Notice
      tone="info"
      title={t("mapping.wanted", { name })}
      actions={
        <LinkButton isSmall href={path}>
          {t("mapping.wantedEnd")}
        </LinkButton>
      }
    >
      {t("mapping.wantedText")}
    </Notice>
  );
}

/** An id at the channel: nothing else that is searched for has so many digits. */
const LISTING_ID = /^\d{12,30}$/;

interface NotFoundProps {
  search: string;
  model: InstanceType<typeof MappingModel>;
}

/** Nothing of what was read fits; a pasted id can be read by itself. */
export function NotFoundListing({ search, model }: NotFoundProps) {
  const { isBusy, refusal, send } = useSubmission();
  if (!LISTING_ID.test(search))
    return (
      <Empty icon="search" title={t("mapping.notFound", { search })}>
        {t("mapping.notFoundText")}
      </Empty>
    );
  const read = () =>
    void send(async () => {
      const result = await model.read(search);
      if (result.ok) await model.page.reload();
      return result;
    });
  return (
    <>
      <Empty
        icon="search"
        title={t("mapping.notRead", { id: search })}
        actions={
          <Button variant="primary" isBusy={isBusy.value} onClick={read}>
            {t("mapping.readOne")}
          </Button>
        }
      >
        {t("mapping.notReadText")}
      </Empty>
      <SubmitProblem of={refusal} />
    </>
  );
}
