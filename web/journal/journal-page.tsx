import { useModel } from "@preact/signals";
import { useLocation } from "preact-iso/router";
import { useConnection } from "../connections/connection";
import { Loaded } from "../data/loaded";
import { usePolling } from "../data/polling";
import { useSubmission } from "../data/submission";
import { useListAddress } from "../data/use-list-address";
import { SubmitProblem } from "../problems/problem-notice";
import { useApp } from "../shell/app";
import { CursorPager } from "../shell/cursor-pager";
import { Card, PageHead } from "../ui/page";
import { Empty, Skeleton } from "../ui/states";
import { JournalFilters } from "./journal-filters";
import { JournalTable } from "./journal-table";
import { JournalModel, readFilter } from "./journal";
import { ReplayRange } from "./replay-range";
import { ReplayOutcome } from "./replay-outcome";
import { t } from "./texts";

const FOLLOW_MS = 2_000;

/** What passed between Weft and both shops, and what of it is read again. */
export default function Journal() {
  const { client } = useApp();
  const { id, base } = useConnection();
  const { query } = useLocation();
  const model = useModel(() => new JournalModel(client, id));
  const filter = readFilter(query);
  const path = `${base}/activity/journal`;
  const address = useListAddress(path, { ...filter }, model.list, (cursor) =>
    model.show(filter, cursor),
  );
  const { isBusy, refusal, send } = useSubmission();
  const replay = async (terms: Parameters<typeof model.replay>[0]) => {
    if (await send(() => model.replay(terms))) await model.list.reload();
  };
  const last = model.last.value;
  usePolling(last !== null && !last.isDone, FOLLOW_MS, model.follow);
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  return (
    <>
      <PageHead
        title={t("journal.title")}
        subtitle={t("journal.text")}
        crumb={{ label: t("nav.activity"), href: `${base}/activity` }}
      />
      <div class="stack">
        <JournalFilters
          key={filter.subject}
          path={path}
          filter={filter}
          isBusy={isBusy.value}
          onReplay={(terms) => void replay(terms)}
        />
        <SubmitProblem of={refusal} />
        <ReplayOutcome last={last} />
        <Loaded
          resource={model.list}
          skeleton={<Skeleton lines={8} />}
          isEmpty={({ rows }) => rows.length === 0}
          empty={
            <Empty icon="activity" title={t(isFiltered ? "journal.none" : "journal.empty")}>
              {t(isFiltered ? "journal.noneText" : "journal.emptyText")}
            </Empty>
          }
        >
          {({ rows, next }) => (
            <>
              <JournalTable
                rows={rows}
                base={base}
                isBusy={isBusy.value}
                onReplay={(event) => void replay({ event })}
              />
              <CursorPager address={address} next={next} />
            </>
          )}
        </Loaded>
        <Card title={t("journal.replayRange")}>
          <ReplayRange isBusy={isBusy.value} onReplay={(terms) => void replay(terms)} />
        </Card>
      </div>
    </>
  );
}
