/**
 * What words of shops mean the same, over languages: "Baumwolle" is what a channel calls "Cotton". Each line is one
 * meaning, written as `wordsOf` writes words.
 */

/** What an attribute asks for, as far as its name tells. */
export const SUBJECTS = [
  "material",
  "colour",
  "pattern",
  "season",
  "fit",
  "neckline",
  "sleeve",
  "closure",
  "occasion",
  "style",
  "power",
  "country",
  "shape",
  "finish",
  "room",
  "skin",
  "hair",
  "length",
  "heel",
  "fragrance",
  "gem",
] as const;
export type Subject = (typeof SUBJECTS)[number];

const lines = (text: string) =>
  text
    .trim()
    .split("\n")
    .map((line) => line.trim().split("|"));

/** Names of attributes, labels and features that ask for a subject. */
export const SUBJECT_NAMES: Readonly<Record<Subject, readonly string[]>> = {
  material:
    "material|materials|fabric|composition|fibre|fiber|textile|shell|stoff|gewebe|obermaterial|materialzusammensetzung|zusammensetzung|werkstoff|matiere|matieres|materiau|materiaux|tissu|tejido|composicion|materiale|tessuto|composizione|made of|main material|hauptmaterial|upper".split(
      "|",
    ),
  colour: "colour|color|farbe|farbton|couleur|coloris|teinte|colore".split("|"),
  pattern:
    "pattern|print|design pattern|muster|musterung|druck|motif|imprime|motivo|estampado|fantasia".split(
      "|",
    ),
  season: "season|saison|jahreszeit|temporada|stagione|estacion".split("|"),
  fit: "fit|cut|passform|schnitt|coupe|ajuste|vestibilita|corte".split("|"),
  neckline:
    "neckline|neck|collar|collar type|ausschnitt|kragen|kragenform|encolure|col|type de col|escote|cuello|scollo|collo".split(
      "|",
    ),
  sleeve:
    "sleeve|sleeves|sleeve length|armel|armellange|manche|manches|longueur des manches|manga|manica".split(
      "|",
    ),
  closure:
    "closure|fastening|closure type|verschluss|verschlussart|fermeture|type de fermeture|cierre|chiusura".split(
      "|",
    ),
  occasion: "occasion|event|anlass|gelegenheit|evenement|ocasion|occasione".split("|"),
  style: "style|look|stil|estilo|stile".split("|"),
  power:
    "power source|power supply|power type|stromversorgung|energiequelle|antrieb|stromquelle|alimentation|source d alimentation|source d energie|alimentacion|alimentazione".split(
      "|",
    ),
  country:
    "country of origin|origin|made in|country|herkunftsland|ursprungsland|herkunft|herstellungsland|pays d origine|pays de fabrication|origine|provenance|fabrication|pais de origen|paese di origine".split(
      "|",
    ),
  shape: "shape|form|forme|forma".split("|"),
  finish: "finish|oberflache|finition|fini|acabado|finitura|effect|surface".split("|"),
  room: "room|room type|raum|raumtyp|wohnraum|zimmer|piece|type de piece|habitacion|stanza".split(
    "|",
  ),
  skin: "skin type|hauttyp|type de peau|tipo de piel|tipo di pelle".split("|"),
  hair: "hair type|haartyp|type de cheveux|tipo de pelo|tipo di capelli".split("|"),
  length: "length|dress length|lange|kleiderlange|longueur|largo|lunghezza".split("|"),
  heel: "heel|heel type|heel height|absatz|absatzart|absatzform|talon|type de talon|tacon|tacco".split(
    "|",
  ),
  fragrance:
    "scent|fragrance|flavour|flavor|aroma|duft|duftnote|duftrichtung|geschmack|parfum|senteur|gout|saveur|arome".split(
      "|",
    ),
  gem: "gemstone|stone|edelstein|stein|pierre|piedra|pietra".split("|"),
};

/** Meanings by subject. Longer ones hide the shorter ones in them: "faux leather" is no leather. */
export const MEANINGS: Readonly<Partial<Record<Subject, readonly (readonly string[])[]>>> = {
  material: lines(`
    cotton|baumwolle|coton|algodon|cotone
    organic cotton|bio baumwolle|biobaumwolle|coton bio|coton biologique
    polyester|polyestere|poliester|poliestere
    wool|wolle|schurwolle|laine|lana
    merino wool|merino|merinowolle|laine merinos|merinos|laine de merinos
    cashmere|kaschmir|cachemire|cachemir
    silk|seide|soie|seda|seta
    linen|leinen|lin|lino|flax
    denim|jeansstoff|toile denim
    leather|leder|cuir|cuero|piel|pelle|genuine leather|real leather|echtleder|echtes leder|cuir veritable|vollnarbenleder|rindsleder|cuir de vachette|cuir pleine fleur
    faux leather|vegan leather|pu leather|kunstleder|lederimitat|veganes leder|simili cuir|similicuir|imitation cuir|cuir synthetique|cuir vegan|polipiel|ecopelle|imitation leather|leatherette|artificial leather|synthetic leather
    suede|wildleder|veloursleder|daim|nubuck|ante
    faux fur|kunstfell|fausse fourrure|kunstpelz
    viscose|viskose|rayon|viscosa
    elastane|elasthan|elasthanne|spandex|lycra|elastan|elastano
    nylon|polyamide|polyamid|poliamida
    acrylic|acryl|polyacryl|acrylique|acrilico|polyacrylic
    fleece|polaire|molleton polaire
    velvet|samt|velours|terciopelo|velluto
    satin|raso
    lace|spitze|dentelle|encaje
    corduroy|cord|velours cotele|pana
    canvas|segeltuch|toile
    jersey
    mesh|netzstoff
    bamboo|bambus|bambou|bambu
    wood|holz|bois|madera|legno|massivholz|solid wood|bois massif
    oak|oak wood|eiche|eichenholz|chene|bois de chene|roble|quercia|eichen
    pine|pine wood|kiefer|kiefernholz|pin|pino|bois de pin
    walnut|walnut wood|nussbaum|nussbaumholz|noyer|nogal|noce
    beech|beech wood|buche|buchenholz|hetre|bois de hetre
    acacia|acacia wood|akazie|akazienholz|bois d acacia
    teak|teak wood|teakholz
    olive wood|olivenholz|bois d olivier
    mango wood|mangoholz|bois de manguier
    mdf
    rattan|rotin|ratan
    glass|glas|verre|vidrio|vetro
    borosilicate glass|borosilikatglas|verre borosilicate|borosilicate
    ceramic|keramik|ceramique|ceramica|ceramics
    porcelain|porzellan|porcelaine|porcelana|porcellana
    stoneware|steinzeug|steingut|gres
    terracotta|terrakotta|terre cuite
    stainless steel|edelstahl|acier inoxydable|inox|acero inoxidable|acciaio inossidabile|acier inox
    steel|stahl|acier|acero|acciaio
    carbon steel|karbonstahl|acier au carbone|acier carbone
    cast iron|gusseisen|fonte|hierro fundido|ghisa
    iron|eisen|fer|hierro|ferro
    aluminium|aluminum|aluminio|alluminio
    brass|messing|laiton|laton|ottone
    copper|kupfer|cuivre|cobre|rame
    metal|metall|metallo
    gold|or|oro
    silver|silber|argent|plata|argento
    sterling silver|925 silver|sterlingsilber|sterling silber|925er silber|925 silber|argent 925|argent massif|silber 925|plata de ley
    gold plated|vergoldet|plaque or|gold plating|chapado en oro
    rose gold|rosegold|or rose
    titanium|titan|titane|titanio
    zinc alloy|zinklegierung|alliage de zinc
    plastic|kunststoff|plastik|plastique|plastico|plastica
    abs
    polypropylene|polypropylen
    polycarbonate|polycarbonat
    silicone|silikon|silicona|silicone alimentaire
    rubber|gummi|caoutchouc|caucho|gomma
    natural rubber|naturkautschuk|kautschuk|caoutchouc naturel
    latex
    eva
    foam|schaumstoff|mousse|espuma
    memory foam|memory schaum|memoryschaum|mousse a memoire de forme|memoire de forme
    paper|papier|papel|carta
    cardboard|karton|pappe|carton
    cork|kork|liege|corcho
    jute|toile de jute
    sisal
    hemp|hanf|chanvre
    felt|filz|feutre|fieltro
    down|daune|daunen|duvet|plumes
    microfibre|microfiber|mikrofaser|microfibra
    marble|marmor|marbre|marmol|marmo
    granite|granit
    concrete|beton
    slate|schiefer|ardoise
    resin|harz|kunstharz|resine|resina
    wicker|weide|osier|mimbre
    seagrass|seegras
    tweed
    flannel|flanell|flanelle|franela
    chiffon|mousseline
    tulle|tull
    modal
    lyocell|tencel
    terry|frottee|frottier|eponge|tissu eponge|terry cloth
    muslin|musselin|gaze de coton|double gaze
    percale|perkal
    plush|plusch|peluche
    beeswax|bienenwachs|cire d abeille
    soy wax|sojawachs|cire de soja
    vinyl|pvc|vinyle
    tritan
    melamine|melamin
  `),
  colour: lines(`
    black|schwarz|noir|noire|negro|nero
    white|weiss|blanc|blanche|blanco|bianco
    red|rot|rouge|rojo|rosso
    blue|blau|bleu|bleue|azul|blu
    navy|navy blue|dark blue|marineblau|dunkelblau|marine|bleu marine|azul marino|bleu fonce
    light blue|hellblau|bleu clair|sky blue|himmelblau|bleu ciel
    green|grun|vert|verde
    dark green|dunkelgrun|vert fonce|forest green|vert sapin
    olive|olivgrun|vert olive|olive green
    yellow|gelb|jaune|amarillo|giallo
    orange|naranja|arancione
    pink|rosa|rose
    purple|violet|lila|violett|violet|morado|viola
    brown|braun|marron|brun|marrone
    grey|gray|grau|gris|grigio
    beige
    cream|creme|ecru|ivory|elfenbein|ivoire
    gold|golden|dore|doree|dorado
    silver|silbern|silberfarben|argente|argentee|plateado
    turquoise|turkis|turquesa
    burgundy|bordeaux|weinrot|burgunderrot|bordeauxrot
    multicolour|multicolor|multicoloured|mehrfarbig|bunt|multicolore
    transparent|clear|durchsichtig|klar
  `),
  pattern: lines(`
    striped|stripe|stripes|gestreift|streifen|raye|rayee|rayures|a rayures|rayas|righe
    floral|flowers|flower print|flower|floral print|geblumt|blumen|blumenmuster|blumendruck|fleuri|fleurie|fleurs|a fleurs|motif floral|florale|flores|blumenprint
    solid|plain|solid colour|solid color|uni|einfarbig|unifarben|unie|couleur unie|liso|tinta unita
    polka dot|polka dots|dotted|dots|spots|gepunktet|punkte|tupfen|a pois|pois|lunares|polka
    checked|check|plaid|tartan|gingham|kariert|karo|a carreaux|carreaux|cuadros|vichy|ecossais
    animal print|leopard print|leopard|leo|leoprint|imprime animal|leopardenmuster|animalprint|tiermuster|tierprint
    geometric|geometrisch|geometrique|geometrico|motif geometrique
    camouflage|camo|tarnmuster
    paisley|cachemire imprime
    graphic|graphic print|grafik|grafikprint|graphique
    tie dye|batik
    houndstooth|hahnentritt|pied de poule
    abstract|abstrakt|abstrait|abstraite
    herringbone|fischgrat|chevron|chevrons
    embroidered|bestickt|brode|brodee
    tropical|tropisch|palm
    jacquard
  `),
  season: lines(`
    summer|sommer|ete|estival|estivale|verano|estate|sommerlich|estivales
    winter|hiver|hivernal|invierno|inverno|winterlich
    spring|fruhling|fruhjahr|printemps|primavera
    autumn|fall|herbst|automne|otono|autunno
    all season|all seasons|all year round|year round|ganzjahrig|das ganze jahr|toute saison|toutes saisons|toute l annee|quatre saisons|4 saisons|todo el ano|four seasons|all year|ganzjahres|4 jahreszeiten|4 season
    mid season|ubergang|ubergangszeit|mi saison|entre saison
  `),
  fit: lines(`
    slim|slim fit|schmal|schmal geschnitten|figurbetont|ajuste|ajustee|coupe ajustee|coupe slim|eng anliegend|fitted|close fitting|pres du corps|cintre|cintree|tailliert
    regular|regular fit|normale passform|gerade|coupe reguliere|coupe droite|straight|straight leg|straight fit|gerader schnitt|droit|droite|classic fit|normal
    loose|loose fit|relaxed|relaxed fit|locker|locker geschnitten|lockerer schnitt|ample|coupe ample|coupe decontractee|weit geschnitten|weit|large
    oversized|oversize|surdimensionne|coupe oversize
    skinny|skinny fit
    wide leg|weites bein|jambes larges|jambe large
    tapered|konisch|fuselee|fusele
    bootcut|flared|evase|evasee|ausgestellt
    a line|a linie|trapeze|ligne a|coupe trapeze
  `),
  neckline: lines(`
    round neck|crew neck|crewneck|rundhals|rundhalsausschnitt|runder ausschnitt|col rond|encolure ronde|cuello redondo|girocollo|o neck|round|ras du cou
    v neck|v ausschnitt|col v|col en v|encolure en v|encolure v|cuello en v|scollo a v
    turtleneck|roll neck|polo neck|rollkragen|col roule|col montant|cuello alto|high neck
    boat neck|bateau|u boot ausschnitt|col bateau
    polo|polo collar|polokragen|col polo
    shirt collar|hemdkragen|col chemise|hemdblusenkragen|point collar|kentkragen
    hooded|hood|kapuze|capuche|a capuche|mit kapuze|capucha
    stand collar|stehkragen|mandarin collar|mao collar|col mao|band collar|grandad collar
    square neck|karree ausschnitt|col carre|encolure carree|carreeausschnitt
    off shoulder|off the shoulder|schulterfrei|epaules denudees|epaules nues|carmen ausschnitt
    halter|halterneck|neckholder|dos nu
    lapel|revers|reverskragen|col a revers|col tailleur
    scoop neck
    cowl neck|wasserfallausschnitt|col benitier|wasserfallkragen
    sweetheart|herzausschnitt|col en coeur|decollete coeur
  `),
  sleeve: lines(`
    long sleeve|long sleeves|long sleeved|langarm|langarmlig|lange armel|langen armeln|manches longues|manche longue|manga larga|manica lunga|langarmshirt
    short sleeve|short sleeves|short sleeved|kurzarm|kurzarmlig|kurze armel|kurzen armeln|manches courtes|manche courte|manga corta|manica corta
    sleeveless|armellos|ohne armel|sans manches|sans manche|sin mangas|smanicato
    3 4 sleeve|three quarter sleeve|three quarter sleeves|3 4 sleeves|dreiviertelarm|3 4 arm|3 4 armel|manches 3 4|manches trois quarts|dreiviertelarmel|dreiviertel
    cap sleeve|cap sleeves|flugelarmel|mancherons
    puff sleeve|puff sleeves|puffarmel|manches ballon|manches bouffantes
    half sleeve|halbarm|demi manches
    spaghetti strap|spaghetti straps|spaghettitrager|fines bretelles|bretelles fines
  `),
  closure: lines(`
    zip|zipper|zip closure|zip fastening|zipped|reissverschluss|fermeture eclair|fermeture zippee|zippe|zippee|fermeture a glissiere|glissiere|cremallera|cerniera|zip up|full zip
    button|buttons|button closure|buttoned|button down|button up|knopf|knopfe|knopfleiste|geknopft|bouton|boutons|boutonne|boutonnage|boutonnee|botones|bottoni|knopfverschluss
    lace up|laces|lacing|schnurung|schnursenkel|schnurverschluss|zum schnuren|lacets|a lacets|lacage|cordones|lacci|schnurer
    velcro|hook and loop|hook loop|klett|klettverschluss|scratch|a scratch|velcros
    magnetic|magnet|magnetic closure|magnetverschluss|magnetique|fermeture magnetique|aimantee|aimante|fermeture aimantee|aimant
    snap|snaps|press stud|press studs|popper|poppers|druckknopf|druckknopfe|bouton pression|boutons pression|pression|pressions|snap button|snap fastener
    buckle|schnalle|boucle|hebilla|fibbia|dornschliesse|schnallenverschluss
    slip on|pull on|zum schlupfen|reinschlupfen|a enfiler|enfiler|schlupfschuh|schlupf|elasticated slip on
    drawstring|kordelzug|tunnelzug|cordon de serrage|cordon|cordon coulissant|zugband
    elastic|elasticated|gummizug|gummibund|elastique|taille elastique|elastischer bund
    hook and eye|haken und ose|haken|agrafe|agrafes
    tie|bindeband|zum binden|a nouer|nouer|wickel|wrap
    clasp|lobster clasp|karabinerverschluss|karabiner|fermoir|mousqueton|fermoir mousqueton
    toggle|knebelverschluss|knebel
    screw top|screw lid|screw cap|schraubverschluss|schraubdeckel|bouchon a vis|couvercle a vis
  `),
  occasion: lines(`
    wedding|hochzeit|mariage|boda|matrimonio|weddings
    party|parties|feier|fete|soiree|fiesta|festa|partys|fetes|soirees
    casual|everyday|daily|day to day|alltag|alltaglich|quotidien|tous les jours|freizeit|diario|every day|alltags|casual wear
    business|office|work|buro|bureau|travail|oficina|arbeit
    formal|festlich|habille|festlichen
    birthday|geburtstag|anniversaire|cumpleanos|compleanno|geburtstage
    christmas|weihnachten|noel|navidad|natale|xmas
    valentine s day|valentine|valentines day|valentinstag|saint valentin
    mother s day|mothers day|muttertag|fete des meres
    beach|strand|plage|playa|spiaggia
    sports|sport|sportlich|deporte|gym|workout|training
    travel|reise|reisen|voyage|voyages|viaje|viaggio|travelling
    outdoor|outdoors|draussen|plein air|exterieur
    camping|zelten
    hiking|wandern|randonnee|trekking
    evening|abend|abendkleid|soir
    graduation|abschlussball|remise des diplomes
    baby shower
    halloween
    easter|ostern|paques
    anniversary|jahrestag|jubilaum|anniversaire de mariage
    picnic|picknick|pique nique
    gift|geschenk|cadeau
  `),
  style: lines(`
    casual|lassig|leger|decontracte|decontractee
    classic|klassisch|klassik|classique|clasico|zeitlos|timeless|intemporel|intemporelle
    modern|contemporary|moderne|contemporain|contemporaine|moderno|zeitgenossisch
    vintage|retro|nostalgie|nostalgisch
    boho|bohemian|boheme|bohemien
    minimalist|minimalistic|minimalistisch|minimaliste|schlicht|epure|epuree|minimalisme
    elegant|chic|elegante|edel
    sporty|sportlich|sportif|sportive|athletic|deportivo
    streetwear|street|urban
    rustic|rustikal|rustique|country style|landhaus|landhausstil|farmhouse|campagne
    scandinavian|skandinavisch|scandinave|nordic|nordisch
    industrial|industrie|industriel|industrielle|industriestil|industriedesign
    romantic|romantisch|romantique
    traditional|traditionell|traditionnel|traditionnelle
    preppy
    business|office
    mid century
    oriental|orientalisch
    gothic
  `),
  power: lines(`
    mains|mains powered|corded|netzbetrieb|netzbetrieben|netzstrom|secteur|sur secteur|filaire|corded electric|kabelgebunden|electric|elektrisch|electrique|230 v|netzteil|steckdose|netzkabel
    usb|usb c|usb powered|usb kabel
    solar|solar powered|solarbetrieben|solaire|energie solaire|solarenergie|solarpanel
    manual|hand powered|hand crank|manuell|manuel|manuelle|handbetrieben|handkurbel|manivelle
    gas|gaz|gasbetrieben
    rechargeable|cordless|wiederaufladbar|aufladbar|sans fil
  `),
  country: lines(`
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
  `),
  shape: lines(`
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
  `),
  finish: lines(`
    matte|matt|mat|mate|opaco
    glossy|gloss|shiny|glanzend|hochglanz|brillant|brillante|glanz
    satin|seidenmatt|satine|satinee
    brushed|geburstet|brosse|brossee
    polished|poliert|poli|polie
    natural|naturbelassen|naturel|naturelle|natur
    metallic|metallisch|metallise|metallisee|metallique
    glazed|glasiert|emaille|emaillee|glasur
    lacquered|painted|lackiert|laque|laquee|peint|peinte
    oiled|geolt|huile|huilee
    shimmer|schimmernd|schimmer|irise|nacre|shimmery
    dewy|glow|luminous|lumineux
    hammered|gehammert|martele|martelee
    antique|antik|vieilli
  `),
  room: lines(`
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
  `),
  skin: lines(`
    dry skin|dry|trockene haut|trocken|peau seche|peaux seches|seche
    oily skin|oily|fettige haut|olige haut|fettig|peau grasse|peaux grasses|grasse
    sensitive skin|sensitive|empfindliche haut|empfindlich|sensible haut|peau sensible|peaux sensibles|sensible
    combination skin|combination|mischhaut|peau mixte|peaux mixtes|mixte
    normal skin|normal|normale haut|peau normale|peaux normales|normale
    all skin types|all|every skin type|alle hauttypen|jeden hauttyp|tous types de peau|tous types de peaux|toutes peaux|toutes les peaux|tous les types de peau|jede haut|fur jeden hauttyp
    mature skin|mature|reife haut|peau mature|peaux matures
    acne prone skin|blemish prone|acne prone|unreine haut|peau a imperfections|peau acneique
  `),
  hair: lines(`
    dry hair|dry|trockenes haar|trockene haare|cheveux secs|secs
    damaged hair|damaged|strapaziertes haar|geschadigtes haar|cheveux abimes|abimes
    curly hair|curly|lockiges haar|locken|cheveux boucles|boucles
    fine hair|fine|feines haar|cheveux fins|fins
    oily hair|oily|greasy|fettiges haar|cheveux gras|gras
    coloured hair|colour treated|color treated|coloriertes haar|gefarbtes haar|cheveux colores|colores
    all hair types|every hair type|alle haartypen|jeden haartyp|tous types de cheveux|tous les types de cheveux
    normal hair|normales haar|cheveux normaux|normaux
  `),
  length: lines(`
    mini|kurz|short|court|courte
    midi|midi length|midilang|mi longue|mi long|knee length|knielang|longueur genou|mi mollet
    maxi|maxi length|full length|bodenlang|lang|long|longue|ankle length|floor length|knochellang
    cropped|crop|verkurzt
  `),
  heel: lines(`
    block heel|chunky heel|blockabsatz|talon carre|talon bloc|talons carres
    stiletto|stiletto heel|pfennigabsatz|talon aiguille|talons aiguilles
    wedge|wedge heel|keilabsatz|talon compense|compense|compensee|compensees
    flat|flats|flach|flacher absatz|plat|plate|plats|plates|talon plat
    platform|plateau|plateforme
    kitten heel|trichterabsatz|petit talon
    high heel|high|hoher absatz|talon haut|hoch
    low heel|low|niedriger absatz|talon bas
  `),
  fragrance: lines(`
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
  `),
  gem: lines(`
    diamond|diamant|diamante
    cubic zirconia|zirconia|zirkonia|zirkon|zircon|oxyde de zirconium|zirconium
    pearl|perle|perlen|perla|freshwater pearl|susswasserperle|perle d eau douce|perles
    sapphire|saphir|zafiro
    ruby|rubin|rubis
    emerald|smaragd|emeraude
    amethyst|amethyste
    turquoise|turkis
    opal|opale
    topaz|topas|topaze
    garnet|granat|grenat
    rose quartz|rosenquarz|quartz rose
    moonstone|mondstein|pierre de lune
    onyx
    crystal|kristall|cristal|cristaux
    labradorite|labradorit
    lapis lazuli|lapislazuli
  `),
};
