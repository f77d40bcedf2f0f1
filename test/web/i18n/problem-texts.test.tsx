import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { english } from "../../../src/i18n/en/catalogue";
import { loadPart, shown, speak } from "../../../web/i18n/language";
import { problemText } from "../../../web/i18n/problems";
import { ProblemNotice } from "../../../web/problems/problem-notice";
import { clear, draw, fakeServer, text, until } from "../support/render";

describe("the words of problems", () => {
  beforeEach(() => {
    shown.value = {};
  });
  afterEach(async () => {
    clear();
    await speak(english, "en");
    await loadPart("problems");
  });

  it("are loaded when one is told, and stand there as soon as they are", async () => {
    draw(<ProblemNotice reason={{ code: "listing.image_missing", facts: {} }} />, fakeServer({}));
    expect(text()).not.toContain("image");
    await until(() => /image/.test(text()));
  });

  it("that may keep the others from coming are at hand", () => {
    expect(problemText({ code: "network.offline", facts: {} }).what).toBe(
      "Weft cannot be reached.",
    );
    expect(shown.value.problems).toBeUndefined();
  });

  it("that do not come leave the code in sight, and are asked for again", async () => {
    await speak({ ...english, problems: vi.fn().mockRejectedValue(new Error("offline")) }, "en");
    const reason = { code: "listing.image_missing", facts: {} };
    problemText(reason);
    await until(() => problemText(reason).what.includes("listing.image_missing"));
    await speak(english, "en");
    problemText(reason);
    await until(() => shown.value.problems !== undefined);
    expect(problemText(reason).what).not.toContain("listing.image_missing");
  });
});
