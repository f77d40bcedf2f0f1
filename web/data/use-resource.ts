import { useLayoutEffect, useMemo, type Inputs } from "preact/hooks";
import type { Result } from "../api/client";
import { createResource, type Resource } from "./resource";

/**
 * A resource of the component, read once it is drawn. Another of what it depends on makes a new one;
 * a change of `renewOn` reads the same one again, and its old content stays meanwhile.
 */
export function useResource<T>(
  load: () => Promise<Result<T>>,
  dependencies: Inputs,
  renewOn: Inputs = [],
): Resource<T> {
  const resource = useMemo(() => createResource(load), dependencies);
  // Not after the paint: what is drawn then is what is waited for.
  useLayoutEffect(() => void resource.reload(), [resource, ...renewOn]);
  return resource;
}
