import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { useApp } from "./app";
import { later } from "./later";
import { LoadProblem } from "../problems/problem-notice";
import { Skeleton } from "../ui/states";

const NoAccount = later(() => import("../accounts/no-account"));

/** Shows its children to who is signed in; sends everybody else to the login and back again. */
export function MembersOnly({ children }: { children: ComponentChildren }) {
  const { session } = useApp();
  const { url, route } = useLocation();
  const state = session.state.value;
  useEffect(() => {
    if (state === "guest") route(`/login?next=${encodeURIComponent(url)}`, true);
  }, [state]);
  if (state === "member") return <>{children}</>;
  if (state === "outsider") return <NoAccount />;
  const error = session.error.value;
  return (
    <main id="main" class="waiting" tabIndex={-1}>
      {state === "failed" && error ? (
        <LoadProblem reason={error} onRetry={session.load} />
      ) : (
        <Skeleton />
      )}
    </main>
  );
}
