import { describe, expect, it } from "vitest";
import { createResource } from "../../../web/data/resource";

describe("a resource", () => {
  it("lets only the newest of two reads count", async () => {
    const answers: ((text: string) => void)[] = [];
    const resource = createResource(
      () =>
        new Promise<{ ok: true; value: string }>((resolve) =>
          answers.push((value) => resolve({ ok: true, value })),
        ),
    );
    const reads = [resource.reload(), resource.reload()];
    answers[1]?.("new");
    answers[0]?.("old");
    await Promise.all(reads);
    expect(resource.value.value).toBe("new");
  });

  it.each(["put", "clear"] as const)("is what %s says, whatever was read before", async (how) => {
    const refused = {
      ok: false,
      status: 404,
      error: { code: "order.not_found", facts: {} },
    } as const;
    const resource = createResource<string>(() => Promise.resolve(refused));
    resource.put("of one tab");
    await resource.reloadOther();
    const { value, error, isRefused, isLoading, isOther } = resource;
    const state = () => [value.value, error.value?.code, isRefused.value, isOther.value];
    expect(state()).toEqual(["of one tab", "order.not_found", true, true]);
    const late = resource.reload();
    if (how === "put") resource.put("of another");
    else resource.clear();
    await late;
    expect(state()).toEqual([how === "put" ? "of another" : null, undefined, false, false]);
    expect(isLoading.value).toBe(false);
  });
});
