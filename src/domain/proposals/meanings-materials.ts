/** What things are made of, and how their surface is. */
export const MATERIALS = {
  material: `
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
    down|daune|daunen|plumes
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
  `,
  finish: `
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
  `,
  gem: `
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
  `,
};
