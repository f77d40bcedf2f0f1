import { beforeEach, expect, it, vi } from "vitest";
import ConfirmDeleteOne from "../../../web/catalogue/confirm-delete-one";
import { button, draw, fakeServer, text, until } from "../support/render";

beforeEach(() => {
  HTMLDialogElement.prototype.showModal ??= vi.fn();
});

it("a listing is deleted only once the product's name was typed", async () => {
  let sent = 0;
  let isClosed = false;
  draw(
    <ConfirmDeleteOne
      name="Mug "
      onSend={async () => {
        sent += 1;
        return { ok: true, value: null };
      }}
      onClose={() => {
        isClosed = true;
      }}
    />,
    fakeServer({}),
  );
  expect(text()).toContain("gone for good");
  const type = (value: string) => {
    const input = document.querySelector<HTMLInputElement>("dialog input");
    if (!input) throw new Error("nothing to type into");
    input.value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.form?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  };
  expect(button("Delete").type).toBe("submit");
  type("mug");
  await until(() => document.querySelector("[aria-invalid]") !== null);
  expect(sent).toBe(0);
  type("Mug");
  await until(() => isClosed);
  expect(sent).toBe(1);
});
