import { plural } from "../grammar";

/** Parcels of an order, and packing it into several. */
export const parcels = {
  "parcels.title": "Parcels",
  "parcels.sent": ({ number, count }: { number: string; count: number }) =>
    `${number}: ${plural(count, { one: "1 unit", other: `${count} units` })}`,
  "parcels.text":
    "Say for each unit in which parcel it goes. Each parcel is marked as shipped on TikTok Shop under its own number; the order in PrestaShop then gets the numbers and Shipped.",
  "parcels.open": "Ship in several parcels",
  "parcels.parcel": ({ number }: { number: number }) => `Parcel ${number}`,
  "parcels.carrier": "Carrier",
  "parcels.number": "Tracking number",
  "parcels.add": "Add a parcel",
  "parcels.remove": ({ number }: { number: number }) => `Remove parcel ${number}`,
  "parcels.unit": ({ name, unit }: { name: string; unit: number }) =>
    `Parcel of ${name}, unit ${unit}`,
  "parcels.send": "Ship the parcels",
  "parcels.done": "The parcels are on their way to TikTok Shop.",
  "parcels.lacking": "Each parcel needs a unit, a carrier and a tracking number of its own.",
  "parcels.noCarrier":
    "No carrier of your store has a TikTok Shop provider yet. Choose it in the settings.",
};
