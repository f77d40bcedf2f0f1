import { beforeEach, describe, expect, it, vi } from "vitest";
import PartySettings from "../../../web/connections/settings/party-settings";
import { aConnection } from "../support/connection";
import { inConnection } from "../support/in-connection";
import { button, draw, fakeServer, text, until } from "../support/render";

const maker = {
  id: "m1",
  name: "Tassen GmbH",
  email: "a@tassen.example",
  address: "Hafenweg 7",
  phone: "+49 4015550142",
};
const person = { ...maker, id: "p1", name: "Anna Berg" };
const german = aConnection({ channelRegion: "DE" });

beforeEach(() => {
  HTMLDialogElement.prototype.showModal ??= vi.fn();
});

const type = (label: string, value: string) => {
  const found = [...document.querySelectorAll("label")].find(
    (one) => one.textContent?.trim() === label,
  );
  const field = found && document.getElementById(found.htmlFor);
  if (!(field instanceof HTMLInputElement)) throw new Error(`no field ${label}`);
  field.value = value;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
};

describe("manufacturer and responsible person", () => {
  it("are chosen for all products, and registered where they are not yet", async () => {
    const server = fakeServer({
      "GET /api/connections/:id/parties": { manufacturers: [maker], responsiblePersons: [] },
      "POST /api/connections/:id/responsible-persons": person,
      "PATCH /api/connections/:id/settings": german,
    });
    draw(inConnection(<PartySettings detail={german} />, server), server, "/connections/c");
    await until(() => text().includes("Tassen GmbH"));
    document.querySelector<HTMLInputElement>("input[type=checkbox]")?.click();
    button("Add responsible person").click();
    await until(() => document.querySelector("dialog") !== null);
    type("Name", " Anna Berg ");
    type("E-mail", "a@tassen.example");
    type("Country code of the phone", "+49");
    type("Phone number", "1555 0142");
    type("Street, number and town", "Hafenweg 7, Hamburg");
    type("Postcode", "20457");
    button("Register with TikTok Shop").click();
    const sent = (method: string) => server.calls.find((call) => call.method === method)?.body;
    await until(() => sent("POST") !== undefined);
    expect(sent("POST")).toEqual({
      name: "Anna Berg",
      email: "a@tassen.example",
      phone: { countryCode: "+49", localNumber: "15550142" },
      address: { street: "Hafenweg 7, Hamburg", postcode: "20457", country: "DE" },
    });
    await until(() => document.querySelector("dialog") === null);
    button("Save choice").click();
    await until(() => sent("PATCH") !== undefined);
    expect(sent("PATCH")).toMatchObject({
      settings: { defaultParties: { manufacturerIds: ["m1"], responsiblePersonIds: ["p1"] } },
    });
  });

  it("can be taken away once TikTok Shop lists them no more", async () => {
    const defaultParties = { manufacturerIds: ["m0", "m1"], responsiblePersonIds: [] };
    const detail = { ...german, settings: { ...german.settings, defaultParties } };
    const server = fakeServer({
      "GET /api/connections/:id/parties": { manufacturers: [maker], responsiblePersons: [] },
      "PATCH /api/connections/:id/settings": german,
    });
    draw(inConnection(<PartySettings detail={detail} />, server), server, "/connections/c");
    await until(() => text().includes("Not registered any more"));
    const boxes = document.querySelectorAll<HTMLInputElement>("input[type=checkbox]");
    expect([...boxes].map(({ checked }) => checked)).toEqual([true, true]);
    boxes[1]?.click();
    button("Save choice").click();
    const saved = () => server.calls.find(({ method }) => method === "PATCH")?.body;
    await until(() => saved() !== undefined);
    expect(saved()).toMatchObject({
      settings: { defaultParties: { manufacturerIds: ["m1"], responsiblePersonIds: [] } },
    });
  });

  it("are not asked for outside the EU", async () => {
    const server = fakeServer({});
    const british = aConnection({ channelRegion: "GB" });
    draw(inConnection(<PartySettings detail={british} />, server), server, "/connections/c");
    await until(() => text().includes("Your shop's market does not ask for them."));
    expect(server.calls).toEqual([]);
  });
});
