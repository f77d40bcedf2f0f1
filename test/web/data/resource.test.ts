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
});
