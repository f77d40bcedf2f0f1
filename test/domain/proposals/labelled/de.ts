/** Products of shops in German, with what a careful person would fill in by their texts. */

/** Attributes of ten categories with their values; "+": several, "*": a text of one's own. */
export const GERMAN_CATEGORIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kleid: {
    "Material+": "Baumwolle|Polyester|Viskose|Leinen|Seide|Wolle|Elasthan|Samt|Denim",
    Ärmellänge: "Ärmellos|Kurzarm|3/4-Arm|Langarm",
    Ausschnitt: "Rundhals|V-Ausschnitt|Karree|Stehkragen|Schulterfrei|Neckholder",
    Muster: "Einfarbig|Gestreift|Geblümt|Gepunktet|Kariert|Animalprint",
    "Saison+": "Frühling|Sommer|Herbst|Winter|Ganzjährig",
    Verschluss: "Reißverschluss|Knöpfe|Bindeband|Ohne Verschluss",
    Kleiderlänge: "Mini|Midi|Maxi",
  },
  schuhe: {
    Obermaterial: "Leder|Kunstleder|Wildleder|Canvas|Mesh|Textil|Gummi",
    Verschluss: "Schnürung|Klettverschluss|Reißverschluss|Schnalle|Schlupfschuh",
    Absatzart: "Flach|Blockabsatz|Pfennigabsatz|Keilabsatz|Plateau",
    Sohlenmaterial: "Gummi|Leder|EVA|Kork",
    Wasserdicht: "Ja|Nein",
    "Saison+": "Frühling|Sommer|Herbst|Winter",
  },
  tasche: {
    "Material+": "Leder|Kunstleder|Canvas|Baumwolle|Nylon|Polyester|Jute|Kork",
    Futtermaterial: "Baumwolle|Polyester|Nylon|Leder",
    "Verschluss+": "Reißverschluss|Magnetverschluss|Schnalle|Kordelzug|Druckknopf",
    Muster: "Einfarbig|Gestreift|Geblümt|Kariert",
    "Anlass+": "Alltag|Büro|Reise|Strand|Party|Sport",
    "Volumen*": "",
  },
  kueche: {
    "Material+":
      "Keramik|Porzellan|Steinzeug|Glas|Edelstahl|Gusseisen|Bambus|Holz|Silikon|Kunststoff",
    Fassungsvermögen: "250 ml|300 ml|350 ml|400 ml|500 ml|1 l|1,5 l|2 l|3 l",
    "Anzahl der Teile": "1|2|4|6|8|12",
    Spülmaschinengeeignet: "Ja|Nein",
    Form: "Rund|Quadratisch|Rechteckig|Oval",
    Herkunftsland: "Deutschland|Frankreich|Italien|Portugal|Polen|China|Indien|Japan|Türkei",
  },
  lampe: {
    "Material+": "Metall|Glas|Holz|Rattan|Keramik|Papier|Kunststoff|Messing",
    Stromversorgung: "Netzbetrieb|USB|Solar",
    "Raum+": "Schlafzimmer|Wohnzimmer|Küche|Badezimmer|Büro|Garten|Kinderzimmer",
    Stil: "Modern|Vintage|Industriell|Skandinavisch|Landhaus|Minimalistisch",
    Leistung: "5 W|10 W|25 W|40 W|60 W",
    Dimmbar: "Ja|Nein",
    Garantie: "1 Jahr|2 Jahre|3 Jahre|5 Jahre",
  },
  creme: {
    "Hauttyp+":
      "Trockene Haut|Fettige Haut|Mischhaut|Empfindliche Haut|Normale Haut|Alle Hauttypen",
    Inhalt: "30 ml|50 ml|75 ml|100 ml|150 ml|200 ml|250 ml",
    Duft: "Unparfümiert|Lavendel|Rose|Vanille|Zitrus|Kokos|Mandel",
    Vegan: "Ja|Nein",
    Herkunftsland: "Deutschland|Frankreich|Italien|Polen|Österreich|Südkorea",
  },
  kerze: {
    Material: "Sojawachs|Bienenwachs|Paraffin|Kokoswachs",
    "Duft+": "Unparfümiert|Lavendel|Vanille|Rose|Sandelholz|Zimt|Zitrus|Feige",
    "Brenndauer*": "",
    Stückzahl: "1|2|3|4|6|10|12",
    Form: "Rund|Quadratisch|Zylindrisch|Herz",
    "Anlass+": "Geburtstag|Hochzeit|Weihnachten|Alltag",
  },
  bett: {
    "Material+": "Baumwolle|Leinen|Polyester|Mikrofaser|Seide|Bambus|Wolle|Daunen|Flanell",
    Muster: "Einfarbig|Gestreift|Geblümt|Kariert|Geometrisch",
    Saison: "Sommer|Winter|Ganzjährig",
    Verschluss: "Reißverschluss|Knöpfe|Druckknopf|Hotelverschluss",
    "Anzahl der Teile": "1|2|3|4|6",
    Herkunftsland: "Deutschland|Portugal|Türkei|Indien|China",
  },
  schmuck: {
    "Material+": "Sterlingsilber|Edelstahl|Vergoldet|Gold|Messing|Titan|Leder|Silber",
    "Edelstein+": "Ohne|Zirkonia|Perle|Amethyst|Mondstein|Türkis|Rosenquarz|Diamant",
    Verschluss: "Karabinerverschluss|Magnetverschluss|Knebelverschluss",
    "Anlass+": "Alltag|Hochzeit|Party|Geburtstag",
    Form: "Rund|Oval|Herz|Stern",
    Nickelfrei: "Ja|Nein",
  },
  tier: {
    "Material+": "Baumwolle|Nylon|Leder|Plüsch|Gummi|Polyester|Fleece|Edelstahl",
    Geschmack: "Huhn|Rind|Lachs|Pute|Minze",
    Verschluss: "Schnalle|Klettverschluss|Reißverschluss|Druckknopf",
    Muster: "Einfarbig|Gestreift|Kariert|Pfoten",
    Maschinenwaschbar: "Ja|Nein",
    Fassungsvermögen: "300 ml|500 ml|1 l|2 l",
  },
};

/** Category | title | description | features | what is stated; of nothing else is there a word in it. */
export const GERMAN_PRODUCTS = `
kleid|Sommerkleid aus reiner Baumwolle|<p>Luftiges Wickelkleid mit V-Ausschnitt und kurzen Ärmeln. Wird in der Taille gebunden.</p>|Zusammensetzung=100 % Baumwolle|Material=Baumwolle;Ausschnitt=V-Ausschnitt;Ärmellänge=Kurzarm;Saison=Sommer
kleid|Geblümtes Midikleid|<p>Aus 95 % Viskose und 5 % Elasthan. Rundhalsausschnitt, Dreiviertelärmel und verdeckter Reißverschluss.</p>|Länge=Midi|Material=Viskose,Elasthan;Ausschnitt=Rundhals;Ärmellänge=3/4-Arm;Verschluss=Reißverschluss;Muster=Geblümt;Kleiderlänge=Midi
kleid|Das kleine Schwarze|<ul><li>Material: Polyester</li><li>Ausschnitt: Karree</li><li>Ärmel: ärmellos</li></ul><p>Passt gut zu unserer Strickjacke aus Wolle.</p>||Material=Polyester;Ausschnitt=Karree;Ärmellänge=Ärmellos
kleid|Gestreiftes Hemdblusenkleid|<p>Leinen, vorn durchgeknöpft mit Knöpfen aus Horn. Ungefüttert. Nicht bleichen.</p>|Kleiderlänge=Midi|Material=Leinen;Muster=Gestreift;Verschluss=Knöpfe;Kleiderlänge=Midi
kleid|Samtkleid für den Abend|<p>Bodenlanges Abendkleid mit langen Ärmeln und Stehkragen. Weicher als Seide.</p>||Material=Samt;Ärmellänge=Langarm;Ausschnitt=Stehkragen;Kleiderlänge=Maxi
kleid|Gepunktetes Strandkleid|<p>Schulterfrei, aus Baumwolle, ohne Reißverschluss.</p>|Saison=Sommer|Material=Baumwolle;Ausschnitt=Schulterfrei;Muster=Gepunktet;Saison=Sommer
kleid|Jeanskleid|<table><tr><td>Material</td><td>Denim</td></tr><tr><td>Länge</td><td>Mini</td></tr><tr><td>Muster</td><td>einfarbig</td></tr></table>||Material=Denim;Kleiderlänge=Mini;Muster=Einfarbig
kleid|Slipkleid mit Leomuster|<p>Polyester in Seidenoptik.</p>|Ärmel=ärmellos;Muster=Leo|Material=Polyester;Ärmellänge=Ärmellos;Muster=Animalprint
kleid|Strickkleid mit Wolle|<p>Warmes Winterkleid mit langen Ärmeln.</p>|Zusammensetzung=70 % Wolle, 30 % Polyester|Material=Wolle,Polyester;Ärmellänge=Langarm;Saison=Winter
kleid|Neckholderkleid Maxi|<p>Fließendes Maxikleid aus Seide, das ganze Jahr tragbar.</p>|Muster=Uni|Material=Seide;Ausschnitt=Neckholder;Kleiderlänge=Maxi;Saison=Ganzjährig;Muster=Einfarbig
schuhe|Herren Lederschuh Oxford|<p>Klassischer Schnürer, Obermaterial Leder, Ledersohle, Blockabsatz.</p>||Obermaterial=Leder;Absatzart=Blockabsatz;Sohlenmaterial=Leder;Verschluss=Schnürung
schuhe|Slipper aus Canvas|<p>Leichter Schlupfschuh mit Gummisohle für den Sommer.</p>|Absatz=flach|Obermaterial=Canvas;Verschluss=Schlupfschuh;Absatzart=Flach;Sohlenmaterial=Gummi;Saison=Sommer
schuhe|Wasserdichter Wanderstiefel|<ul><li>Obermaterial: Wildleder</li><li>Verschluss: Schnürsenkel</li><li>Sohle: Gummi</li></ul>||Obermaterial=Wildleder;Verschluss=Schnürung;Sohlenmaterial=Gummi;Wasserdicht=Ja
schuhe|Pumps aus Kunstleder|<p>Elegante Pumps mit Pfennigabsatz.</p>|Laufsohle=Gummi|Obermaterial=Kunstleder;Absatzart=Pfennigabsatz;Sohlenmaterial=Gummi
schuhe|Kinder-Klettschuh|<p>Atmungsaktives Mesh, zwei Klettverschlüsse, Sohle aus EVA. Nicht wasserdicht.</p>||Obermaterial=Mesh;Verschluss=Klettverschluss;Sohlenmaterial=EVA;Wasserdicht=Nein
schuhe|Keilsandalen|<p>Sandalen mit Keilabsatz und Schnalle, aus weichem Leder.</p>|Saison=Sommer|Obermaterial=Leder;Absatzart=Keilabsatz;Verschluss=Schnalle;Saison=Sommer
schuhe|Gummistiefel|<p>100 % wasserdicht, für Spaziergänge im Herbst.</p>|Obermaterial=Gummi|Obermaterial=Gummi;Wasserdicht=Ja;Saison=Herbst
schuhe|Stiefelette mit Reißverschluss|<p>Kunstleder, Plateausohle.</p>||Obermaterial=Kunstleder;Verschluss=Reißverschluss;Absatzart=Plateau
schuhe|Ballerinas|<p>Flache Ballerinas.</p>|Obermaterial=Leder;Sohlenmaterial=Gummi|Obermaterial=Leder;Sohlenmaterial=Gummi;Absatzart=Flach
schuhe|Winterstiefel mit Fleecefutter|<p>Textil, wasserdicht, zum Schnüren.</p>||Obermaterial=Textil;Wasserdicht=Ja;Verschluss=Schnürung;Saison=Winter
tasche|Umhängetasche gesteppt|<p>Weiches Kunstleder, Reißverschluss, Futter aus Polyester.</p>||Material=Kunstleder;Verschluss=Reißverschluss;Futtermaterial=Polyester
tasche|Strandtasche aus Jute|<p>Geräumige Tasche aus Jute mit Henkeln aus Leder. 20 l.</p>||Material=Jute;Anlass=Strand;Volumen=20 l
tasche|Rucksack Canvas 25 Liter|<ul><li>Material: Canvas</li><li>Verschluss: Kordelzug und Schnalle</li><li>Volumen: 25 l</li></ul>||Material=Canvas;Verschluss=Kordelzug,Schnalle;Volumen=25 l
tasche|Aktentasche aus Leder|<p>Vollnarbenleder fürs Büro. Magnetverschluss. Futter: Baumwolle.</p>||Material=Leder;Anlass=Büro;Verschluss=Magnetverschluss;Futtermaterial=Baumwolle
tasche|Sporttasche|<p>Robuste Tasche aus Nylon für Sport und Reise, mit Reißverschluss.</p>|Volumen=40 l|Material=Nylon;Anlass=Sport,Reise;Verschluss=Reißverschluss;Volumen=40 l
tasche|Clutch aus Kork|<p>Für jede Party, ganz ohne Leder, mit Druckknopf.</p>||Material=Kork;Anlass=Party;Verschluss=Druckknopf
tasche|Karierter Shopper|<p>Für den Alltag.</p>|Material=Polyester;Verschluss=Reißverschluss|Material=Polyester;Verschluss=Reißverschluss;Muster=Kariert;Anlass=Alltag
tasche|Stoffbeutel mit Streifen|<p>Bio-Baumwolle, gestreift, ohne Futter, kein Reißverschluss.</p>||Material=Baumwolle;Muster=Gestreift
tasche|Kulturbeutel|<p>Für die Reise, aus Nylon, mit Reißverschluss.</p>|Muster=Blumen|Material=Nylon;Verschluss=Reißverschluss;Anlass=Reise;Muster=Geblümt
tasche|Satteltasche in Lederoptik|<p>Mit verstellbarem Gurt aus Baumwolle und Schnalle.</p>|Material=Kunstleder;Muster=Uni|Material=Kunstleder;Verschluss=Schnalle;Muster=Einfarbig
kueche|4er-Set Keramikbecher|<p>Je 350 ml, von Hand glasiert. Spülmaschinengeeignet.</p>||Material=Keramik;Fassungsvermögen=350 ml;Anzahl der Teile=4;Spülmaschinengeeignet=Ja
kueche|Bräter aus Gusseisen 3 l|<p>Runder Bräter. Hergestellt in Frankreich. Nicht spülmaschinengeeignet.</p>||Material=Gusseisen;Fassungsvermögen=3 l;Form=Rund;Herkunftsland=Frankreich;Spülmaschinengeeignet=Nein
kueche|Schneidebrett Bambus|<table><tr><th>Form</th><td>rechteckig</td></tr><tr><th>Herkunft</th><td>China</td></tr></table>||Material=Bambus;Form=Rechteckig;Herkunftsland=China
kueche|Doppelwandige Gläser, 2 Stück|<p>Borosilikatglas, 0,3 l. Made in Germany.</p>|Spülmaschinengeeignet=Ja|Fassungsvermögen=300 ml;Anzahl der Teile=2;Herkunftsland=Deutschland;Spülmaschinengeeignet=Ja;Material=Glas
kueche|Wasserkessel Edelstahl|<p>1,5 Liter, Griff aus Kunststoff.</p>|Herkunftsland=Italien|Material=Edelstahl;Fassungsvermögen=1,5 l;Herkunftsland=Italien
kueche|Speiseteller aus Porzellan (6 Stück)|<p>Feines Porzellan.</p>|Form=rund;Spülmaschinengeeignet=ja|Material=Porzellan;Anzahl der Teile=6;Form=Rund;Spülmaschinengeeignet=Ja
kueche|Backform Silikon|<p>Quadratische Form aus Silikon.</p>|Teile=1|Material=Silikon;Form=Quadratisch;Anzahl der Teile=1
kueche|Ovale Servierplatte|<p>Steinzeug aus Portugal.</p>|Herkunft=Portugal|Form=Oval;Material=Steinzeug;Herkunftsland=Portugal
kueche|Salatschüssel aus Holz|<p>In Indien aus Akazienholz gedrechselt, rund. Nur von Hand spülen.</p>|Material=Holz|Material=Holz;Herkunftsland=Indien;Form=Rund
kueche|Thermobecher 500ml|<p>Edelstahl, Deckel aus Kunststoff.</p>|Spülmaschinengeeignet=Nein|Material=Edelstahl;Fassungsvermögen=500 ml;Spülmaschinengeeignet=Nein
lampe|Hängelampe aus Rattan|<p>Für Wohnzimmer oder Schlafzimmer. Max. 60 W.</p>|Material=Rattan|Material=Rattan;Raum=Wohnzimmer,Schlafzimmer;Leistung=60 W
lampe|Schreibtischlampe Industrial|<p>Aus Metall, fürs Büro. 2 Jahre Garantie.</p>|Stromversorgung=Netz;Stil=Industrie|Material=Metall;Raum=Büro;Garantie=2 Jahre;Stromversorgung=Netzbetrieb;Stil=Industriell
lampe|Solarlaterne für den Garten|<p>Laterne aus Glas.</p>|Stromversorgung=Solar|Material=Glas;Stromversorgung=Solar;Raum=Garten
lampe|Nachtlicht|<p>Fürs Kinderzimmer. Dimmbar. Aus Kunststoff, lädt per USB.</p>|Stromversorgung=USB|Material=Kunststoff;Raum=Kinderzimmer;Stromversorgung=USB;Dimmbar=Ja
lampe|Wandlampe Messing Vintage|<p>Massives Messing, 40 Watt. Nicht dimmbar.</p>|Stil=Vintage|Material=Messing;Leistung=40 W;Dimmbar=Nein;Stil=Vintage
lampe|Stehlampe Eiche|<p>Dreibein aus Holz, Schirm aus Papier.</p>|Stil=skandinavisch;Raum=Wohnzimmer|Material=Holz;Stil=Skandinavisch;Raum=Wohnzimmer
lampe|Papierschirm|<p>Minimalistischer Lampenschirm.</p>|Stil=minimalistisch;Material=Papier|Material=Papier;Stil=Minimalistisch
lampe|Tischlampe Keramik|<p>25 W. Garantie: 3 Jahre.</p>|Stil=modern;Dimmbar=Ja|Material=Keramik;Leistung=25 W;Garantie=3 Jahre;Stil=Modern;Dimmbar=Ja
lampe|Spiegelleuchte fürs Badezimmer|<p>Glas und Metall.</p>|Leistung=10 W;Garantie=5 Jahre|Material=Glas,Metall;Raum=Badezimmer;Leistung=10 W;Garantie=5 Jahre
lampe|Klemmleuchte|<p>USB-Kabel liegt bei, 5 W, ideal fürs Schlafzimmer.</p>|Material=Kunststoff|Material=Kunststoff;Leistung=5 W;Raum=Schlafzimmer;Stromversorgung=USB
creme|Tagescreme für trockene Haut 50 ml|<p>Reichhaltig, vegan, aus Frankreich.</p>|Herkunft=Frankreich|Hauttyp=Trockene Haut;Inhalt=50 ml;Vegan=Ja;Herkunftsland=Frankreich
creme|Ölfreies Gel|<p>Für fettige Haut und Mischhaut. 75 ml. Ohne Parfum.</p>||Hauttyp=Fettige Haut,Mischhaut;Inhalt=75 ml;Duft=Unparfümiert
creme|Körperbutter Lavendel|<p>200-ml-Tiegel für alle Hauttypen. Nicht vegan.</p>|Duft=Lavendel|Duft=Lavendel;Hauttyp=Alle Hauttypen;Vegan=Nein;Inhalt=200 ml
creme|Handcreme Rose|<p>Mit Rosenöl aus Bulgarien.</p>|Inhalt=30 ml;Hauttyp=empfindlich;Herkunftsland=Deutschland|Duft=Rose;Inhalt=30 ml;Hauttyp=Empfindliche Haut;Herkunftsland=Deutschland
creme|Babylotion|<p>Mild zu empfindlicher Haut, unparfümiert, 250 ml.</p>|Vegan=Ja|Hauttyp=Empfindliche Haut;Duft=Unparfümiert;Inhalt=250 ml;Vegan=Ja
creme|After Sun Kokos|<p>Kühlend, 0,15 l, ohne Parabene.</p>|Duft=Kokos|Duft=Kokos;Inhalt=150 ml
creme|Schneckencreme|<p>Hergestellt in Südkorea. 100 ml. Für normale Haut.</p>||Herkunftsland=Südkorea;Inhalt=100 ml;Hauttyp=Normale Haut
creme|Nachtbalsam|<table><tr><td>Inhalt</td><td>50 ml</td></tr><tr><td>Hauttyp</td><td>trocken</td></tr><tr><td>Herkunft</td><td>Italien</td></tr></table>|Vegan=Nein|Inhalt=50 ml;Hauttyp=Trockene Haut;Herkunftsland=Italien;Vegan=Nein
creme|Körpermilch Vanille|<p>Duftet nach Vanille wie frischer Kuchen.</p>|Inhalt=250 ml|Duft=Vanille;Inhalt=250 ml
creme|Fußcreme Zitrus|<p>Für jeden Hauttyp.</p>|Herkunftsland=Österreich|Duft=Zitrus;Hauttyp=Alle Hauttypen;Herkunftsland=Österreich
kerze|Sojakerze Lavendel|<p>Von Hand gegossenes Sojawachs. Brenndauer: 40 Stunden.</p>||Material=Sojawachs;Duft=Lavendel;Brenndauer=40 Stunden
kerze|6er-Set Stabkerzen|<p>Reines Bienenwachs, unparfümiert.</p>|Form=zylindrisch|Material=Bienenwachs;Stückzahl=6;Duft=Unparfümiert;Form=Zylindrisch
kerze|Herzkerzen zur Hochzeit|<p>10 Stück kleine Kerzen.</p>|Material=Paraffin|Form=Herz;Stückzahl=10;Material=Paraffin;Anlass=Hochzeit
kerze|Weihnachtskerze Zimt|<p>Duftet nach Zimt.</p>|Wachs=Soja|Duft=Zimt;Anlass=Weihnachten
kerze|Vanille & Sandelholz im Glas|<p>Warmer Duft von Vanille und Sandelholz, rund.</p>|Material=Kokoswachs|Duft=Vanille,Sandelholz;Form=Rund;Material=Kokoswachs
kerze|Geburtstagskerzen, 12 Stück|<p>Ohne Duft.</p>|Material=Paraffin|Anlass=Geburtstag;Stückzahl=12;Duft=Unparfümiert;Material=Paraffin
kerze|Feigenkerze|<p>Soja, kein Paraffin.</p>|Duft=Feige;Brenndauer=50 h|Duft=Feige;Brenndauer=50 h;Material=Sojawachs
kerze|Teelichter Zitrus (4 Stück)|<p>In Hüllen aus Aluminium.</p>|Material=Sojawachs|Duft=Zitrus;Stückzahl=4;Material=Sojawachs
kerze|Quadratische Stumpenkerze|<p>Für den Alltag, ohne Duft.</p>|Material=Paraffin|Form=Quadratisch;Material=Paraffin;Anlass=Alltag;Duft=Unparfümiert
kerze|Gartenkerze Zitrus|<p>Hält Mücken fern. Doppelpack.</p>|Brenndauer=30 Stunden|Duft=Zitrus;Brenndauer=30 Stunden;Stückzahl=2
bett|Bettwäsche aus Leinen|<p>Gewaschenes Leinen aus Portugal, mit Knöpfen, einfarbig.</p>||Material=Leinen;Herkunftsland=Portugal;Verschluss=Knöpfe;Muster=Einfarbig
bett|Flanell-Bettwäsche 3-teilig|<p>Kuschelig im Winter, aus Flanell.</p>|Muster=kariert|Material=Flanell;Saison=Winter;Anzahl der Teile=3;Muster=Kariert
bett|Kissenbezug Seide|<p>Maulbeerseide mit Reißverschluss. Glatter als Baumwolle.</p>|Teile=1|Material=Seide;Verschluss=Reißverschluss;Anzahl der Teile=1
bett|Gestreifte Baumwollbettwäsche|<p>In der Türkei aus 100 % Baumwolle gewebt, Druckknöpfe.</p>||Material=Baumwolle;Muster=Gestreift;Herkunftsland=Türkei;Verschluss=Druckknopf
bett|4-Jahreszeiten-Daunendecke|<p>Gefüllt mit Daunen.</p>|Saison=Ganzjährig|Saison=Ganzjährig;Material=Daunen
bett|Spannbettlaken Mikrofaser|<p>Pflegeleicht.</p>|Muster=Uni;Herkunftsland=China|Material=Mikrofaser;Muster=Einfarbig;Herkunftsland=China
bett|Sommerdecke Bambus|<p>Kühle Decke für den Sommer.</p>|Material=Bambusviskose|Material=Bambus;Saison=Sommer
bett|Tagesdecke mit Blumen|<p>Decke und zwei Kissen: 3-teiliges Set, außen Baumwolle, Füllung Polyester.</p>|Verschluss=Hotelverschluss|Muster=Geblümt;Anzahl der Teile=3;Verschluss=Hotelverschluss
bett|Wolldecke|<p>In Deutschland aus reiner Schurwolle gewebt.</p>|Muster=einfarbig|Material=Wolle;Herkunftsland=Deutschland;Muster=Einfarbig
bett|Geometrische Bettwäsche|<p>50 % Baumwolle, 50 % Polyester, Reißverschluss.</p>|Teile=2|Material=Baumwolle,Polyester;Muster=Geometrisch;Anzahl der Teile=2;Verschluss=Reißverschluss
schmuck|Herzkette aus Sterlingsilber|<p>925er Silber mit Karabinerverschluss. Nickelfrei.</p>||Material=Sterlingsilber;Form=Herz;Verschluss=Karabinerverschluss;Nickelfrei=Ja
schmuck|Perlenohrringe|<p>Süßwasserperlen, vergoldet. Für Ihre Hochzeit.</p>||Edelstein=Perle;Material=Vergoldet;Anlass=Hochzeit
schmuck|Ring aus Titan|<p>Ohne Stein.</p>|Nickelfrei=Ja|Material=Titan;Nickelfrei=Ja
schmuck|Armband Mondstein|<p>Magnetverschluss, Edelstahl.</p>|Stein=Mondstein|Edelstein=Mondstein;Verschluss=Magnetverschluss;Material=Edelstahl
schmuck|Lederarmband|<p>Knebelverschluss aus Messing.</p>|Material=Leder;Anlass=Alltag|Material=Leder;Verschluss=Knebelverschluss;Anlass=Alltag
schmuck|Sternstecker mit Zirkonia|<p>Aus Sterlingsilber.</p>|Edelstein=Zirkonia|Form=Stern;Material=Sterlingsilber;Edelstein=Zirkonia
schmuck|Anhänger Amethyst|<p>Ovaler Amethyst, ein schönes Geschenk zum Geburtstag.</p>|Metall=vergoldet|Edelstein=Amethyst;Form=Oval;Anlass=Geburtstag
schmuck|Ring Rosenquarz|<p>Funkelt wie ein Diamant. Nickelfrei.</p>|Material=Silber|Edelstein=Rosenquarz;Material=Silber;Nickelfrei=Ja
schmuck|Armreif Edelstahl|<p>Poliert.</p>|Form=rund|Material=Edelstahl;Form=Rund
schmuck|Partyohrringe Türkis|<p>Messing, kein Gold.</p>|Stein=Türkis|Edelstein=Türkis;Material=Messing;Anlass=Party
tier|Spieltau|<p>Reißfeste Baumwolle. Maschinenwaschbar.</p>||Material=Baumwolle;Maschinenwaschbar=Ja
tier|Hundehalsband Nylon|<p>Mit Schnalle aus Metall, gestreift.</p>|Maschinenwaschbar=Ja|Material=Nylon;Verschluss=Schnalle;Muster=Gestreift;Maschinenwaschbar=Ja
tier|Trainingshappen Huhn|<p>Mit echtem Huhn, ohne Rind.</p>||Geschmack=Huhn
tier|Napf 1 l|<p>Edelstahl mit Füßen aus Gummi.</p>||Material=Edelstahl;Fassungsvermögen=1 l
tier|Plüschbett|<p>Weicher Plüsch, Bezug mit Reißverschluss. Nicht maschinenwaschbar.</p>|Muster=einfarbig|Material=Plüsch;Verschluss=Reißverschluss;Maschinenwaschbar=Nein;Muster=Einfarbig
tier|Katzensticks Lachs|<p>Katzen lieben sie.</p>|Geschmack=Lachs|Geschmack=Lachs
tier|Hundemantel aus Fleece|<p>Kariert, mit Klettverschluss.</p>|Maschinenwaschbar=Ja|Material=Fleece;Verschluss=Klettverschluss;Muster=Kariert;Maschinenwaschbar=Ja
tier|Gummiknochen mit Minze|<p>Naturkautschuk.</p>|Geschmack=Minze|Material=Gummi;Geschmack=Minze
tier|Lederleine|<p>Handgemacht.</p>|Material=Leder;Muster=Uni|Material=Leder;Muster=Einfarbig
tier|Halstuch mit Pfoten|<p>Polyester, mit Druckknöpfen.</p>|Maschinenwaschbar=Nein|Material=Polyester;Muster=Pfoten;Verschluss=Druckknopf;Maschinenwaschbar=Nein
`;
