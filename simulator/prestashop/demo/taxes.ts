// Taxes by country. Zone 7 is Europe outside the union, 1 the union, 2 North America.
import { table } from "./table";

export const taxes = table(
  "id|rate|name",
  String.raw`
1|20.000|VAT UK 20%
2|5.000|VAT UK 5%
3|20.000|USt. AT 20%
4|21.000|TVA BE 21%
5|20.000|ДДС BG 20%
6|19.000|ΦΠΑ CY 19%
7|21.000|DPH CZ 21%
8|19.000|MwSt. DE 19%
9|25.000|moms DK 25%
10|20.000|km EE 20%
11|21.000|IVA ES 21%
12|24.000|ALV FI 24%
13|20.000|TVA FR 20%
14|24.000|ΦΠΑ GR 24%
15|25.000|Croatia PDV 25%
16|27.000|ÁFA HU 27%
17|23.000|VAT IE 23%
18|22.000|IVA IT 22%
19|21.000|PVM LT 21%
20|17.000|TVA LU 17%
`,
  { active: "1" },
);

export const taxRuleGroups = table(
  "id|name",
  String.raw`
1|UK Standard Rate (20%)
2|UK Reduced Rate (5%)
3|EU VAT For Virtual Products
`,
  { active: "1", date_add: "2026-11-23 09:31:21", date_upd: "2026-11-23 09:31:21" },
);

export const taxRules = table(
  "id|id_country|id_tax_rules_group|id_tax",
  String.raw`
1|3|1|1
2|233|1|1
3|16|1|1
4|20|1|1
5|1|1|1
6|86|1|1
7|9|1|1
8|74|1|1
9|6|1|1
10|8|1|1
11|147|1|1
12|26|1|1
13|10|1|1
14|76|1|1
15|124|1|1
16|130|1|1
17|12|1|1
18|142|1|1
19|138|1|1
20|13|1|1
29|17|1|1
30|17|2|2
31|17|3|1
`,
);

export const countries = table(
  "id|id_zone|call_prefix|iso_code|need_zip_code|zip_code_format|display_tax_label|name|need_identification_number|active|contains_states",
  String.raw`
1|1|49|DE|1|NNNNN|1|Germany|~|~|~
6|1|34|ES|1|NNNNN|1|Spain|1|~|~
8|1|33|FR|1|NNNNN|1|France|~|1|~
17|7|44|GB|1|~|1|United Kingdom|~|1|~
26|1|353|IE|~|~|1|Ireland|~|~|~
10|1|39|IT|1|NNNNN|1|Italy|~|~|1
21|2|1|US|1|NNNNN|~|United States|~|1|1
`,
);

export const states = table(
  "id|id_country|id_zone|iso_code|name|active",
  String.raw`
4|21|2|AL|Alabama|1
5|21|2|AK|Alaska|1
6|21|2|AZ|Arizona|1
7|21|2|AR|Arkansas|1
8|21|2|CA|California|1
9|21|2|CO|Colorado|1
10|21|2|CT|Connecticut|1
11|21|2|DE|Delaware|1
12|21|2|FL|Florida|1
13|21|2|GA|Georgia|1
14|21|2|HI|Hawaii|1
15|21|2|ID|Idaho|1
16|21|2|IL|Illinois|1
17|21|2|IN|Indiana|1
18|21|2|IA|Iowa|1
19|21|2|KS|Kansas|1
20|21|2|KY|Kentucky|1
21|21|2|LA|Louisiana|1
22|21|2|ME|Maine|1
23|21|2|MD|Maryland|1
24|21|2|MA|Massachusetts|1
25|21|2|MI|Michigan|1
26|21|2|MN|Minnesota|1
27|21|2|MS|Mississippi|1
28|21|2|MO|Missouri|1
29|21|2|MT|Montana|1
30|21|2|NE|Nebraska|1
31|21|2|NV|Nevada|1
32|21|2|NH|New Hampshire|1
33|21|2|NJ|New Jersey|1
34|21|2|NM|New Mexico|1
35|21|2|NY|New York|1
36|21|2|NC|North Carolina|1
37|21|2|ND|North Dakota|1
38|21|2|OH|Ohio|1
39|21|2|OK|Oklahoma|1
40|21|2|OR|Oregon|1
41|21|2|PA|Pennsylvania|1
42|21|2|RI|Rhode Island|1
43|21|2|SC|South Carolina|1
44|21|2|SD|South Dakota|1
45|21|2|TN|Tennessee|1
46|21|2|TX|Texas|1
47|21|2|UT|Utah|1
48|21|2|VT|Vermont|1
49|21|2|VA|Virginia|1
50|21|2|WA|Washington|1
51|21|2|WV|West Virginia|1
52|21|2|WI|Wisconsin|1
53|21|2|WY|Wyoming|1
54|21|2|DC|District of Columbia|1
89|4|2|ON|Ontario|1
90|4|2|QC|Quebec|1
91|4|2|BC|British Columbia|1
92|4|2|AB|Alberta|1
93|4|2|MB|Manitoba|1
94|4|2|SK|Saskatchewan|1
95|4|2|NS|Nova Scotia|1
96|4|2|NB|New Brunswick|1
97|4|2|NL|Newfoundland and Labrador|1
98|4|2|PE|Prince Edward Island|1
`,
);

export const zones = table(
  "id|name",
  String.raw`
1|Europe
2|North America
3|Asia
4|Africa
5|Oceania
6|South America
7|Europe (non-EU)
8|Central America/Antilla
`,
  { active: "1" },
);
