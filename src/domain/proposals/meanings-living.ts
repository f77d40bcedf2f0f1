/** What is said of things for the home, the skin and the hair, and where they are made. */
export const LIVING = {
  power: `
    mains|mains powered|corded|netzbetrieb|netzbetrieben|netzstrom|secteur|sur secteur|filaire|corded electric|kabelgebunden|electric|elektrisch|electrique|230 v|netzteil|steckdose|netzkabel
    usb|usb c|usb powered|usb kabel
    solar|solar powered|solarbetrieben|solaire|energie solaire|solarenergie|solarpanel
    manual|hand powered|hand crank|manuell|manuel|manuelle|handbetrieben|handkurbel|manivelle
    gas|gaz|gasbetrieben
    rechargeable|cordless|wiederaufladbar|aufladbar|sans fil
  `,
  country: `
    united kingdom|uk|great britain|britain|england|vereinigtes konigreich|grossbritannien|royaume uni|angleterre|scotland|british
    germany|deutschland|allemagne|alemania|germania
    france|frankreich|francia
    italy|italien|italie|italia
    spain|spanien|espagne|espana|spagna
    portugal|portogallo
    china|chine|cina
    india|indien|inde
    turkey|turkei|turquie|turkiye
    japan|japon|giappone
    poland|polen|pologne
    austria|osterreich|autriche
    switzerland|schweiz|suisse
    netherlands|niederlande|pays bas|holland
    belgium|belgien|belgique
    usa|united states|vereinigte staaten|etats unis|us
    vietnam
    bangladesh
    denmark|danemark
    sweden|schweden|suede pays
    czech republic|tschechien|republique tcheque
    greece|griechenland|grece
    morocco|marokko|maroc
    ireland|irland|irlande
    south korea|korea|sudkorea|coree du sud|coree
    taiwan
    indonesia|indonesien|indonesie
    thailand|thailande
    romania|rumanien|roumanie
    hungary|ungarn|hongrie
    pakistan
    madagascar|madagaskar
    tunisia|tunesien|tunisie
    finland|finnland|finlande
    norway|norwegen|norvege
    canada|kanada
    mexico|mexiko|mexique
    brazil|brasilien|bresil
  `,
  shape: `
    round|rund|rond|ronde|redondo|rotondo|circular|kreisrund|circulaire
    square|quadratisch|carre|carree|cuadrado|quadrato|viereckig
    rectangular|rectangle|rechteckig|rectangulaire|rectangular
    oval|ovale
    heart|heart shaped|herz|herzformig|coeur|en forme de coeur|herzform
    hexagonal|hexagon|sechseckig
    triangular|triangle|dreieckig|triangulaire
    star|stern|etoile|sternformig
    cylindrical|zylindrisch|cylindrique
    l shaped|l formig|en l|l form
  `,
  space: `
    bedroom|schlafzimmer|chambre|chambre a coucher|dormitorio|camera da letto
    living room|lounge|wohnzimmer|salon|sejour|soggiorno
    kitchen|kuche|cuisine|cocina|cucina
    bathroom|bad|badezimmer|salle de bain|salle de bains|bano|bagno
    office|home office|buro|arbeitszimmer|bureau|homeoffice
    hallway|hall|entryway|flur|diele|entree|couloir
    children s room|kids room|nursery|kinderzimmer|chambre d enfant|chambre enfant|babyzimmer|chambre de bebe
    dining room|esszimmer|salle a manger|comedor
    garden|garten|jardin|giardino
    balcony|balkon|balcon
    patio|terrace|terrasse|terraza
    garage
    laundry room|waschkuche|buanderie
  `,
  skin: `
    dry skin|dry|trockene haut|trocken|peau seche|peaux seches|seche
    oily skin|oily|fettige haut|olige haut|fettig|peau grasse|peaux grasses|grasse
    sensitive skin|sensitive|empfindliche haut|empfindlich|sensible haut|peau sensible|peaux sensibles|sensible
    combination skin|combination|mischhaut|peau mixte|peaux mixtes|mixte
    normal skin|normal|normale haut|peau normale|peaux normales|normale
    all skin types|all|every skin type|alle hauttypen|jeden hauttyp|tous types de peau|tous types de peaux|toutes peaux|toutes les peaux|tous les types de peau|jede haut|fur jeden hauttyp
    mature skin|mature|reife haut|peau mature|peaux matures
    acne prone skin|blemish prone|acne prone|unreine haut|peau a imperfections|peau acneique
  `,
  hair: `
    dry hair|dry|trockenes haar|trockene haare|cheveux secs|secs
    damaged hair|damaged|strapaziertes haar|geschadigtes haar|cheveux abimes|abimes
    curly hair|curly|lockiges haar|locken|cheveux boucles|boucles
    fine hair|fine|feines haar|cheveux fins|fins
    oily hair|oily|greasy|fettiges haar|cheveux gras|gras
    coloured hair|colour treated|color treated|coloriertes haar|gefarbtes haar|cheveux colores|colores
    all hair types|every hair type|alle haartypen|jeden haartyp|tous types de cheveux|tous les types de cheveux
    normal hair|normales haar|cheveux normaux|normaux
  `,
  fragrance: `
    vanilla|vanille|vainilla|vaniglia
    lavender|lavendel|lavande|lavanda
    rose|rosen
    citrus|zitrus|agrumes|citrico
    lemon|zitrone|citron|limon|limone
    orange blossom|orangenblute|fleur d oranger
    jasmine|jasmin
    sandalwood|sandelholz|santal|bois de santal
    cinnamon|zimt|cannelle|canela|cannella
    fresh linen|linge frais
    unscented|fragrance free|fragrance free formula|unparfumiert|parfumfrei|ohne parfum|duftfrei|geruchlos|sans parfum|non parfume|non parfumee|sin perfume
    chocolate|schokolade|schoko|chocolat
    strawberry|erdbeere|fraise|fresa|fragola
    mint|peppermint|minze|pfefferminze|menthe|menta
    woody|holzig|boise|boisee
    floral|blumig|fleuri|fleurie
    fruity|fruchtig|fruite|fruitee
    coconut|kokos|kokosnuss|coco|noix de coco
    eucalyptus|eukalyptus
    salmon|lachs|saumon
    chicken|huhn|hahnchen|poulet|pollo
    beef|rind|rindfleisch|boeuf
    fig|feige|figue
    amber|ambre
    musk|moschus|musc
    cedar|cedarwood|zeder|zedernholz|cedre
    almond|mandel|amande
    honey|honig|miel
  `,
};
