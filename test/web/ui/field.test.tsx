import { useSignal } from "@preact/signals";
import { expect, it } from "vitest";
import { TextField } from "../../../web/ui/field";
import { draw, fakeServer, text, until } from "../support/render";

type Type = "text" | "email" | "url" | "password" | "number";

/** A form with one required field. */
function field(type: Type, min?: string) {
  const Form = () => {
    const value = useSignal("");
    return (
      <form>
        <TextField
          label="Field"
          type={type}
          isRequired
          {...(min && { min })}
          value={value.value}
          onInput={(typed) => {
            value.value = typed;
          }}
        />
      </form>
    );
  };
  draw(<Form />, fakeServer({}));
  const input = document.querySelector("input");
  if (!input) throw new Error("no field");
  const refuse = async (typed: string) => {
    input.value = typed;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    await until(() => input.getAttribute("aria-invalid") === null);
    const event = new Event("invalid", { cancelable: true });
    input.dispatchEvent(event);
    await until(() => input.getAttribute("aria-invalid") === "true");
    const note = document.getElementById(input.getAttribute("aria-describedby") ?? "");
    return { said: note?.textContent, hasBubble: !event.defaultPrevented };
  };
  return { input, refuse };
}

it.each([
  ["text", "", "Fill this in."],
  ["email", "ada", "This is no e-mail address: it needs a name, an @ and a domain."],
  ["url", "shop", "This is no address of a website: it begins with https://."],
] as const)(
  "a browser's refusal of %s %j is said by Weft, at the field",
  async (type, typed, said) => {
    expect(await field(type).refuse(typed)).toEqual({ said, hasBubble: false });
  },
);

it("a figure out of bounds is told its bounds", async () => {
  expect((await field("number", "1").refuse("0")).said).toBe("Enter at least 1.");
});

it("shows a password on request, and hides it again", async () => {
  const { input } = field("password");
  const reveal = document.querySelector<HTMLButtonElement>(".field-reveal");
  reveal?.click();
  await until(() => input.type === "text");
  expect(text()).toContain("Hide what is typed");
  reveal?.click();
  await until(() => input.type === "password");
});
