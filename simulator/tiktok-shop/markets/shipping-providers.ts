/** A carrier the platform knows, with the shape of its tracking numbers. */
export interface ShippingProvider {
  id: string;
  name: string;
  tracking: RegExp;
}

const ANY = /^[A-Za-z0-9-]{6,40}$/;

const ROYAL_MAIL = { id: "7117858858072016686", name: "Royal Mail", tracking: ANY };
const EVRI = { id: "7117859084333745942", name: "Evri", tracking: ANY };
const DPD_UK = { id: "7117859084333745943", name: "DPD UK", tracking: ANY };
const USPS = { id: "7117858858072016001", name: "USPS", tracking: /^[A-Z0-9-]{10,34}$/ };
const FEDEX = { id: "7117858858072016003", name: "FedEx", tracking: /^[0-9]{12,22}$/ };
const DHL = { id: "7208502187360519941", name: "DHL", tracking: ANY };
const HERMES = { id: "7208502187360519943", name: "Hermes", tracking: ANY };
const DPD = { id: "7208502187360519945", name: "DPD", tracking: ANY };
const COLISSIMO = { id: "7208502187360519947", name: "Colissimo", tracking: ANY };
const CORREOS = { id: "7208502187360519949", name: "Correos", tracking: ANY };
const POSTE_ITALIANE = { id: "7208502187360519951", name: "Poste Italiane", tracking: ANY };
const AN_POST = { id: "7208502187360519953", name: "An Post", tracking: ANY };
const UPS = {
  id: "7132708860264941355",
  name: "UPS",
  tracking: /^(1Z[A-Z0-9]{16}|[A-Z0-9]{9,12})$/,
};

/** The providers of one market; the first ships what a seller ships in Seller Center. */
export type ShippingProviders = readonly [ShippingProvider, ...ShippingProvider[]];

export const GB_PROVIDERS: ShippingProviders = [ROYAL_MAIL, EVRI, DPD_UK, DHL, UPS];
export const US_PROVIDERS: ShippingProviders = [USPS, FEDEX, DHL, UPS];
export const DE_PROVIDERS: ShippingProviders = [DHL, HERMES, DPD, UPS];
export const ES_PROVIDERS: ShippingProviders = [CORREOS, DHL, UPS];
export const IT_PROVIDERS: ShippingProviders = [POSTE_ITALIANE, DHL, UPS];
export const IE_PROVIDERS: ShippingProviders = [AN_POST, DPD, UPS];
export const FR_PROVIDERS: ShippingProviders = [DHL, DPD, COLISSIMO, UPS];
