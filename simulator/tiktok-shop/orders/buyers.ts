import type { MarketCode } from "../markets/market";
import type { Address } from "./order";

interface Buyer {
  nickname: string;
  address: Address;
}

const row = (
  firstName: string,
  lastName: string,
  line1: string,
  town: string,
  postalCode: string,
  state: string,
  stateCode: string,
  phone: string,
): Buyer => ({
  nickname: `${firstName.toLowerCase()}.${lastName.slice(0, 1).toLowerCase()}`,
  address: { firstName, lastName, phone, line1, line2: "", town, postalCode, state, stateCode },
});

const BUYERS: Readonly<Record<MarketCode, readonly [Buyer, ...Buyer[]]>> = {
  GB: [
    row(
      "Amelia",
      "Hart",
      "14 Meadow Lane",
      "Bristol",
      "BS1 4DJ",
      "Bristol",
      "GB-BST",
      "(+44)7700900141",
    ),
    row(
      "Oliver",
      "Finch",
      "3 Canal Street",
      "Leeds",
      "LS1 6HB",
      "West Yorkshire",
      "GB-WYK",
      "(+44)7700900152",
    ),
    row(
      "Priya",
      "Nair",
      "27 Castle Road",
      "Norwich",
      "NR1 3PP",
      "Norfolk",
      "GB-NFK",
      "(+44)7700900163",
    ),
    row(
      "Rhys",
      "O'Neill",
      "Flat 2, 9 Quay Side",
      "Cardiff",
      "CF10 4PH",
      "Cardiff",
      "GB-CRF",
      "(+44)7700900174",
    ),
  ],
  US: [
    row(
      "Grace",
      "Miller",
      "812 Juniper Ave",
      "Austin",
      "78701",
      "Texas",
      "US-TX",
      "(+1)5125550141",
    ),
    row(
      "Diego",
      "Ramos",
      "45 Harbor Blvd Apt 6",
      "San Diego",
      "92101",
      "California",
      "US-CA",
      "(+1)6195550152",
    ),
  ],
  DE: [
    row("Jonas", "Weiß", "Lindenstraße 12", "Köln", "50674", "", "", "(+49)15550142233"),
    row("Zoë", "Müller", "Hafenweg 7", "Hamburg", "20457", "", "", "(+49)15550142244"),
  ],
  ES: [row("Lucía", "Núñez", "Calle Mayor 5", "Madrid", "28013", "Madrid", "", "(+34)612550142")],
  IE: [row("Niamh", "Byrne", "9 Quay Street", "Galway", "H91 X2Y3", "", "", "(+353)851550142")],
  IT: [row("Giulia", "Rossi", "Via Roma 12", "Torino", "10121", "TO", "", "(+39)3315550142")],
  FR: [row("Chloé", "Lefèvre", "8 rue des Écoles", "Lyon", "69001", "", "", "(+33)639980142")],
};

/** The n-th made-up buyer of a market; after the last one the first follows. */
export function buyerOf(region: MarketCode, number: number): Buyer {
  const buyers = BUYERS[region];
  return buyers[number % buyers.length] ?? buyers[0];
}
