// Checks what a seller gives of a manufacturer or a responsible person. The country lists are those of
// the EU.
import { record, text, type Fields } from "../fields";
import { when, type Issue } from "./issue";

const EU_COUNTRIES =
  "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" ");
const EU_PHONE_CODES =
  "43 32 359 357 420 49 45 372 34 358 33 30 385 36 353 39 370 352 371 356 31 48 351 40 46 386 421".split(
    " ",
  );
export const LOCALES = ["de-DE", "en-IE", "es-ES", "fr-FR", "it-IT"];

const ADDRESS_LENGTH = 500;
const TRADE_NAME_LENGTH = 200;

const digits = (value: unknown, least: number, most: number) =>
  new RegExp(`^\\d{${least},${most}}$`).test(text(value));

function checkCommon(body: Fields, nameMaximum: number): Issue[] {
  const locale = body["locale"];
  return [
    ...when(text(body["name"]).length > nameMaximum, 38023044, "Invalid name length"),
    ...when(
      !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text(body["email"])),
      38023042,
      "Invalid email format",
    ),
    ...when(
      locale !== undefined && !LOCALES.includes(text(locale)),
      38023057,
      "Unsupported locale",
    ),
  ];
}

/** Name, e-mail, an address in one line, and a phone unless it is said to be unavailable. */
export function checkManufacturer(body: Fields): Issue[] {
  const phone = record(body["phone_number"]);
  const availability = text(phone["availability"]) || "AVAILABLE";
  const reachable = availability === "AVAILABLE";
  const address = body["address"];
  return [
    ...when(text(body["name"]).trim() === "", 38023033, "Invalid manufacturer's name"),
    ...checkCommon(body, 255),
    ...when(
      text(body["registered_trade_name"]).length > TRADE_NAME_LENGTH,
      38023045,
      "Invalid registered trade name length",
    ),
    ...when(
      !reachable && availability !== "UNAVAILABLE",
      38023060,
      "Invalid phone number availability. Supported values: `AVAILABLE`, `UNAVAILABLE`",
    ),
    ...when(
      reachable && !/^\+\d{1,4}$/.test(text(phone["country_code"])),
      38023046,
      "Invalid phone country code format",
    ),
    ...when(
      reachable && !digits(phone["local_number"], 7, 20),
      38023041,
      "Invalid phone number length",
    ),
    ...when(text(address).trim() === "", 38023034, "Invalid manufacturer's address"),
    ...when(text(address).length > ADDRESS_LENGTH, 38023043, "Invalid address length"),
  ];
}

/** Name, e-mail, and a phone and an address within the EU. */
export function checkResponsiblePerson(body: Fields): Issue[] {
  const phone = record(body["phone_number"]);
  const address = record(body["address"]);
  const [street, postalCode] = [
    text(address["street_address_line1"]),
    text(address["postal_code"]),
  ];
  return [
    ...when(text(body["name"]).trim() === "", 38023022, "Invalid responsible person's name"),
    ...checkCommon(body, 200),
    ...when(
      !EU_PHONE_CODES.includes(text(phone["country_code"]).replace(/^\+/, "")) ||
        !text(phone["country_code"]).startsWith("+"),
      38023028,
      "Invalid EU phone country code",
    ),
    ...when(!digits(phone["local_number"], 7, 11), 38023041, "Invalid phone number length"),
    ...when(
      street.trim() === "" || postalCode.trim() === "",
      38023024,
      "Invalid responsible person's address",
    ),
    ...when(
      street.length > ADDRESS_LENGTH || postalCode.length > ADDRESS_LENGTH,
      38023043,
      "Invalid address length",
    ),
    ...when(!EU_COUNTRIES.includes(text(address["country"])), 38023026, "Invalid EU country"),
  ];
}
