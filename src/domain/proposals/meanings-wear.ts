/** What is said of clothes, shoes and bags. */
export const WEAR = {
  colour: `
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
  `,
  pattern: `
    striped|stripe|stripes|gestreift|streifen|raye|rayee|rayures|a rayures|rayas|righe
    floral|flowers|flower print|flower|floral print|geblumt|blumen|blumenmuster|blumendruck|fleuri|fleurie|fleurs|a fleurs|motif floral|florale|flores|blumenprint
    plain|solid colour|solid color|uni|einfarbig|unifarben|unie|couleur unie|liso|tinta unita
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
    pleine fleur|full grain|vollnarben
    jacquard
  `,
  season: `
    summer|sommer|ete|estival|estivale|verano|estate|sommerlich|estivales
    winter|hiver|hivernal|invierno|inverno|winterlich
    spring|fruhling|fruhjahr|printemps|primavera
    autumn|fall|herbst|automne|otono|autunno
    all season|all seasons|all year round|year round|ganzjahrig|das ganze jahr|toute saison|toutes saisons|toute l annee|quatre saisons|4 saisons|todo el ano|four seasons|all year|ganzjahres|4 jahreszeiten|4 season
    mid season|ubergang|ubergangszeit|mi saison|entre saison
  `,
  fit: `
    slim|slim fit|schmal|schmal geschnitten|figurbetont|ajuste|ajustee|coupe ajustee|coupe slim|eng anliegend|fitted|close fitting|pres du corps|cintre|cintree|tailliert
    regular|regular fit|normale passform|gerade|coupe reguliere|coupe droite|straight|straight leg|straight fit|gerader schnitt|droit|droite|classic fit|normal
    loose|loose fit|relaxed|relaxed fit|locker|locker geschnitten|lockerer schnitt|ample|coupe ample|coupe decontractee|weit geschnitten|weit|large
    oversized|oversize|surdimensionne|coupe oversize
    skinny|skinny fit
    wide leg|weites bein|jambes larges|jambe large
    tapered|konisch|fuselee|fusele
    bootcut|flared|evase|evasee|ausgestellt
    a line|a linie|trapeze|ligne a|coupe trapeze
  `,
  neckline: `
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
  `,
  sleeve: `
    long sleeve|long sleeves|long sleeved|langarm|langarmlig|lange armel|langen armeln|manches longues|manche longue|manga larga|manica lunga|langarmshirt
    short sleeve|short sleeves|short sleeved|kurzarm|kurzarmlig|kurze armel|kurzen armeln|manches courtes|manche courte|manga corta|manica corta
    sleeveless|armellos|ohne armel|sans manches|sans manche|sin mangas|smanicato
    3 4 sleeve|three quarter sleeve|three quarter sleeves|3 4 sleeves|dreiviertelarm|3 4 arm|3 4 armel|manches 3 4|manches trois quarts|dreiviertelarmel|dreiviertel
    cap sleeve|cap sleeves|flugelarmel|mancherons
    puff sleeve|puff sleeves|puffarmel|manches ballon|manches bouffantes
    half sleeve|halbarm|demi manches
    spaghetti strap|spaghetti straps|spaghettitrager|fines bretelles|bretelles fines
  `,
  closure: `
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
  `,
  length: `
    mini|kurz|short|court|courte
    midi|midi length|midilang|mi longue|mi long|knee length|knielang|longueur genou|mi mollet
    maxi|maxi length|full length|bodenlang|lang|long|longue|ankle length|floor length|knochellang
    cropped|crop|verkurzt
  `,
  heel: `
    block heel|chunky heel|blockabsatz|talon carre|talon bloc|talons carres
    stiletto|stiletto heel|pfennigabsatz|talon aiguille|talons aiguilles
    wedge|wedge heel|keilabsatz|talon compense|compense|compensee|compensees
    flat|flats|flach|flacher absatz|plat|plate|plats|plates|talon plat
    platform|plateau|plateforme
    kitten heel|trichterabsatz|petit talon
    high heel|high|hoher absatz|talon haut|hoch
    low heel|low|niedriger absatz|talon bas
  `,
  style: `
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
  `,
  occasion: `
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
  `,
};
