import { signal } from "@preact/signals";
import { expect, it } from "vitest";
import { useResource } from "../../../web/data/use-resource";
import { draw, fakeServer, text, until } from "../support/render";

it("keeps what was read while the same is read again, and forgets it for another thing", async () => {
  const id = signal("a");
  const revision = signal(1);
  const reads: string[] = [];
  const load = async () => {
    reads.push(`${id.value}${revision.value}`);
    return { ok: true as const, value: `${id.value}${revision.value}` };
  };
  const Page = () => {
    const resource = useResource(load, [id.value], [revision.value]);
    return <p>{resource.value.value ?? "nothing"}</p>;
  };
  draw(<Page />, fakeServer({}));
  await until(() => text() === "a1");
  const seen: string[] = [];
  const watch = new MutationObserver(() => seen.push(text()));
  watch.observe(document.body, { subtree: true, characterData: true, childList: true });
  revision.value = 2;
  await until(() => text() === "a2");
  expect(seen).not.toContain("nothing");
  id.value = "b";
  await until(() => text() === "b2");
  expect(seen).toContain("nothing");
  expect(reads).toEqual(["a1", "a2", "b2"]);
});
