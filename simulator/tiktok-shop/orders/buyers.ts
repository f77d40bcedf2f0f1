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
  FR: [row("Chloé", "Lefèvre", "8 rue des Écoles", "Lyon", "69001", "", "", "(+33)639980142")],
  ES: [
    row(
      "Lucía",
      "Muñoz",
      "Calle Mayor 5, 3.º B",
      "Sevilla",
      "41001",
      "Sevilla",
      "ES-SE",
      "(+34)600550141",
    ),
  ],
  IE: [row("Aoife", "O'Brien", "7 Harbour Row", "Cork", "T12 W8XY", "", "", "(+353)850550141")],
  IT: [
    row(
      "Giulia",
      "D'Angelo",
      "Via Roma 12",
      "Torino",
      "10121",
      "Torino",
      "IT-TO",
      "(+39)3205550141",
    ),
  ],
  BR: [
    row(
      "João",
      "Conceição",
      "Rua das Flores 100",
      "São Paulo",
      "01001-000",
      "São Paulo",
      "BR-SP",
      "(+55)11955550141",
    ),
  ],
  ID: [
    row(
      "Dewi",
      "Lestari",
      "Jalan Melati 8",
      "Bandung",
      "40115",
      "Jawa Barat",
      "ID-JB",
      "(+62)8125550141",
    ),
  ],
  JP: [
    row("美咲", "佐藤", "桜町1-2-3", "横浜市", "220-0012", "神奈川県", "JP-14", "(+81)9055550141"),
  ],
  MX: [
    row(
      "Sofía",
      "Ibáñez",
      "Av. Juárez 45",
      "Guadalajara",
      "44100",
      "Jalisco",
      "MX-JAL",
      "(+52)3355550141",
    ),
  ],
  MY: [
    row(
      "Aisyah",
      "Rahman",
      "12 Jalan Ampang",
      "Kuala Lumpur",
      "50450",
      "Kuala Lumpur",
      "MY-14",
      "(+60)125550141",
    ),
  ],
  PH: [
    row(
      "Maria",
      "Santos",
      "21 Mabini Street",
      "Quezon City",
      "1100",
      "Metro Manila",
      "PH-00",
      "(+63)9175550141",
    ),
  ],
  SG: [
    row(
      "Wei Ling",
      "Tan",
      "Blk 12 Bedok North #04-05",
      "Singapore",
      "460012",
      "",
      "",
      "(+65)81555014",
    ),
  ],
  TH: [
    row(
      "Somchai",
      "Srisai",
      "99 Sukhumvit Road",
      "Bangkok",
      "10110",
      "Bangkok",
      "TH-10",
      "(+66)815550141",
    ),
  ],
  VN: [row("Linh", "Nguyễn", "15 Lê Lợi", "Hà Nội", "100000", "", "", "(+84)915550141")],
};

/** The n-th made-up buyer of a market; after the last one the first follows. */
export function buyerOf(region: MarketCode, number: number): Buyer {
  const buyers = BUYERS[region];
  return buyers[number % buyers.length] ?? buyers[0];
}
