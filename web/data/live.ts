/** What moved on the server since the page was read, and the pages that read anew what moved. */
import { createModel, signal, useComputed, type ReadonlySignal } from "@preact/signals";
import { createContext } from "preact";
import { useContext, useEffect, useMemo, useRef } from "preact/hooks";
import type { MovingSubject } from "../../src/domain/home/moved";
import type { Answer, Client } from "../api/client";
import { createResource, type Resource } from "./resource";

export type { MovingSubject };
export type Attention = Answer<"GET /api/connections/:id/attention">;

/** What the open connection has that all of its pages share. */
export interface Live {
  /** The version of each subject; none before the first answer. */
  versions: ReadonlySignal<Partial<Record<MovingSubject, string>>>;
  attention: Resource<Attention>;
  /** Models that outlive their page, so that the way back finds rows and selection as they were. */
  kept: Map<string, unknown>;
}

export const LiveContext = createContext<Live | null>(null);

/** The versions of one connection as asked last. */
export const LiveModel = createModel((client: Client, id: string) => {
  const params = { id };
  const versions = signal<Partial<Record<MovingSubject, string>>>({});
  const ask = async () => {
    const result = await client.call("GET /api/connections/:id/pulse", { params });
    if (result.ok) versions.value = result.value.versions;
  };
  const attention = createResource(() =>
    client.call("GET /api/connections/:id/attention", { params }),
  );
  return { versions, ask, attention };
});

/** Reads again whenever one of the subjects moved after the component was drawn. */
export function useLive(subjects: readonly MovingSubject[], reload: () => unknown): void {
  const live = useContext(LiveContext);
  const newest = useRef(reload);
  newest.current = reload;
  const version = useComputed(() => {
    const known = live?.versions.value ?? {};
    return subjects.every((subject) => known[subject] !== undefined)
      ? subjects.map((subject) => known[subject]).join("|")
      : null;
  });
  useEffect(() => {
    let seen: string | null = null;
    return version.subscribe((now) => {
      if (seen !== null && now !== null && seen !== now) void newest.current();
      seen = now ?? seen;
    });
  }, [live]);
}

/** The list of what needs a person, shared by all that show it; null outside of a connection. */
export function useAttention(): Resource<Attention> | null {
  return useContext(LiveContext)?.attention ?? null;
}

/** A model that is the same when its page is drawn again while the connection stays open. */
export function useKept<T>(name: string, make: () => T): T {
  const live = useContext(LiveContext);
  return useMemo(() => {
    const found = live?.kept.get(name) as T | undefined;
    const model = found ?? make();
    live?.kept.set(name, model);
    return model;
  }, [live, name]);
}
