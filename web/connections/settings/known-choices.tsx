import { Fragment, type ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { Loaded } from "../../data/loaded";
import { usePolling } from "../../data/polling";
import type { Resource } from "../../data/resource";
import { t } from "./texts";
import { Skeleton } from "../../ui/states";

/** What the server knows of the shops' choices, and whether it is asking for newer ones. */
interface Known {
  readAt: number | null;
  isRenewing: boolean;
}

const POLL_MS = 2_000;
/** What is known stays good where the shops do not answer for so many rounds. */
const MOST_ROUNDS = 10;

interface KnownChoicesProps<T extends Known> {
  resource: Resource<T>;
  isEmpty?: (value: T) => boolean;
  empty?: ComponentChildren;
  children: (value: T) => ComponentChildren;
}

/**
 * A form over choices of the shops: drawn at once from what is known, drawn anew where a newer reading
 * says something else. The first reading may wait for the store's turn, which is no error.
 */
export function KnownChoices<T extends Known>(props: KnownChoicesProps<T>) {
  const { resource, isEmpty, empty, children } = props;
  const value = resource.value.value;
  const rounds = useRef(0);
  const isFirst = value?.readAt === null;
  const isWanted = value !== null && value.isRenewing;
  usePolling(isWanted, POLL_MS, async () => {
    rounds.current += 1;
    if (isFirst || rounds.current <= MOST_ROUNDS) await resource.reload();
  });
  return (
    <Loaded resource={resource}>
      {(known) => {
        if (known.readAt === null)
          return (
            <>
              <p class="soft" role="status">
                {t("settings.waitsForTurn")}
              </p>
              <Skeleton lines={3} />
            </>
          );
        if (isEmpty?.(known)) return empty;
        const { readAt: _readAt, isRenewing: _isRenewing, ...choices } = known;
        return <Fragment key={JSON.stringify(choices)}>{children(known)}</Fragment>;
      }}
    </Loaded>
  );
}
