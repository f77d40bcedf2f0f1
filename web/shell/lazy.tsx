import type { ComponentType } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import suspendUntil from "preact-iso/lazy";
import { translateBrought } from "../i18n/language";
import { t } from "../i18n/t";
import { Button } from "../ui/button";
import { PageHead } from "../ui/page";
import { Skeleton } from "../ui/states";
import { isOutdated, loadChunk } from "./load-chunk";

interface PageModule<Props> {
  default: ComponentType<Props>;
}

type Failure = "unreachable" | "outdated";

/**
 * A page whose code is loaded when it is first shown. Code that does not come is asked for again, then
 * the page says so and how to go on; it never stays the page before. The next visit tries once more.
 * `isWhole`: nothing is drawn around the page.
 */
export function lazy<Props extends object>(
  load: () => Promise<PageModule<Props>>,
  { isWhole = false } = {},
) {
  let page: ComponentType<Props> | null = null;
  const attempt = async (): Promise<Failure | "here"> => {
    try {
      page = (await loadChunk(load)).default;
      // English is at hand where another language does not come.
      await translateBrought().catch(() => undefined);
      return "here";
    } catch {
      return (await isOutdated()) ? "outdated" : "unreachable";
    }
  };
  return suspendUntil(async () => {
    let isFirstVisit = true;
    const first = await attempt();
    function LoadedPage(props: Props) {
      const [state, setState] = useState(isFirstVisit ? first : "loading");
      const retry = () => {
        setState("loading");
        void attempt().then(setState);
      };
      // Before anything is painted: a visit may end sooner than an effect begins.
      useLayoutEffect(() => {
        isFirstVisit = false;
        if (state === "loading" && page === null) retry();
      }, []);
      const Page = page;
      if (Page) return <Page {...props} />;
      const isFailed = state === "unreachable" || state === "outdated";
      const content = isFailed ? <LoadFailure failure={state} onRetry={retry} /> : <Skeleton />;
      if (!isWhole) return content;
      return (
        <main id="main" class="waiting" tabIndex={-1}>
          {content}
        </main>
      );
    }
    return { default: LoadedPage };
  });
}

function LoadFailure({ failure, onRetry }: { failure: Failure; onRetry: () => void }) {
  return (
    <div role="alert">
      <PageHead title={t(`load.${failure}`)} subtitle={t(`load.${failure}Text`)} />
      <div class="row">
        <Button variant="primary" onClick={() => location.reload()}>
          {t("load.reload")}
        </Button>
        {failure === "unreachable" && <Button onClick={onRetry}>{t("common.tryAgain")}</Button>}
      </div>
    </div>
  );
}
