import type { ComponentChildren } from "preact";
import { LoadProblem } from "../problems/problem-notice";
import { Skeleton } from "../ui/states";
import type { Resource } from "./resource";

interface LoadedProps<T> {
  resource: Resource<T>;
  skeleton?: ComponentChildren;
  isEmpty?: (value: T) => boolean;
  empty?: ComponentChildren;
  /** The content shows itself what of it is another's. */
  showsOther?: boolean;
  children: (value: T) => ComponentChildren;
}

/** The four states every page draws: loading, refused, empty, full. Old content stays on reload. */
export function Loaded<T>(props: LoadedProps<T>) {
  const { resource, skeleton, isEmpty, empty, showsOther = false, children } = props;
  const value = resource.value.value;
  const error = resource.error.value;
  if (value === null || (resource.isOther.value && !showsOther)) {
    if (error) return <LoadProblem reason={error} onRetry={resource.reload} />;
    return <>{skeleton ?? <Skeleton />}</>;
  }
  return (
    <>
      {error && <LoadProblem reason={error} onRetry={resource.reload} />}
      {isEmpty?.(value) ? empty : children(value)}
    </>
  );
}
