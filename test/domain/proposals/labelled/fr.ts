/** Products of shops in French, with what a careful person would fill in by their texts. */

/** Attributes of ten categories with their values; "+": several, "*": a text of one's own. */
export const FRENCH_CATEGORIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  robe: {
    "Matière+": "Coton|Polyester|Viscose|Lin|Soie|Laine|Élasthanne|Velours|Denim",
    "Longueur des manches": "Sans manches|Manches courtes|Manches 3/4|Manches longues",
    Encolure: "Col rond|Col en V|Col carré|Col montant|Épaules dénudées|Dos nu",
    Motif: "Uni|Rayé|Fleuri|À pois|À carreaux|Imprimé animal",
    "Saison+": "Printemps|Été|Automne|Hiver|Toutes saisons",
    Fermeture: "Fermeture éclair|Boutons|À nouer|À enfiler",
    "Longueur de la robe": "Courte|Mi-longue|Longue",
  },
  chaussures: {
    "Matière du dessus": "Cuir|Simili cuir|Daim|Toile|Mesh|Textile|Caoutchouc",
    Fermeture: "Lacets|Scratch|Fermeture éclair|Boucle|À enfiler",
    "Type de talon": "Plat|Talon carré|Talon aiguille|Compensé|Plateforme",
    "Matière de la semelle": "Caoutchouc|Cuir|EVA|Liège",
    Imperméable: "Oui|Non",
    "Saison+": "Printemps|Été|Automne|Hiver",
  },
  sac: {
    "Matière+": "Cuir|Simili cuir|Toile|Coton|Nylon|Polyester|Jute|Liège",
    "Matière de la doublure": "Coton|Polyester|Nylon|Cuir",
    "Fermeture+": "Fermeture éclair|Fermeture magnétique|Boucle|Cordon de serrage|Bouton-pression",
    Motif: "Uni|Rayé|Fleuri|À carreaux",
    "Occasion+": "Quotidien|Bureau|Voyage|Plage|Soirée|Sport",
    "Contenance*": "",
  },
  cuisine: {
    "Matière+":
      "Céramique|Porcelaine|Grès|Verre|Acier inoxydable|Fonte|Bambou|Bois|Silicone|Plastique",
    Contenance: "250 ml|300 ml|350 ml|400 ml|500 ml|1 L|1,5 L|2 L|3 L",
    "Nombre de pièces": "1|2|4|6|8|12",
    "Compatible lave-vaisselle": "Oui|Non",
    Forme: "Ronde|Carrée|Rectangulaire|Ovale",
    "Pays d'origine": "France|Allemagne|Italie|Portugal|Pologne|Chine|Inde|Japon|Turquie",
  },
  lampe: {
    "Matière+": "Métal|Verre|Bois|Rotin|Céramique|Papier|Plastique|Laiton",
    Alimentation: "Secteur|USB|Solaire",
    "Pièce+": "Chambre|Salon|Cuisine|Salle de bain|Bureau|Jardin|Chambre d'enfant",
    Style: "Moderne|Vintage|Industriel|Scandinave|Campagne|Minimaliste",
    Puissance: "5 W|10 W|25 W|40 W|60 W",
    "Intensité variable": "Oui|Non",
    Garantie: "1 an|2 ans|3 ans|5 ans",
  },
  creme: {
    "Type de peau+":
      "Peau sèche|Peau grasse|Peau mixte|Peau sensible|Peau normale|Tous types de peau",
    Contenance: "30 ml|50 ml|75 ml|100 ml|150 ml|200 ml|250 ml",
    Parfum: "Sans parfum|Lavande|Rose|Vanille|Agrumes|Coco|Amande",
    Vegan: "Oui|Non",
    "Pays d'origine": "France|Allemagne|Italie|Pologne|Belgique|Corée du Sud",
  },
  bougie: {
    Matière: "Cire de soja|Cire d'abeille|Paraffine|Cire de coco",
    "Parfum+": "Sans parfum|Lavande|Vanille|Rose|Bois de santal|Cannelle|Agrumes|Figue",
    "Durée de combustion*": "",
    Quantité: "1|2|3|4|6|10|12",
    Forme: "Ronde|Carrée|Cylindrique|Cœur",
    "Occasion+": "Anniversaire|Mariage|Noël|Quotidien",
  },
  linge: {
    "Matière+": "Coton|Lin|Polyester|Microfibre|Soie|Bambou|Laine|Duvet|Flanelle",
    Motif: "Uni|Rayé|Fleuri|À carreaux|Géométrique",
    Saison: "Été|Hiver|Toutes saisons",
    Fermeture: "Fermeture éclair|Boutons|Pressions|Portefeuille",
    "Nombre de pièces": "1|2|3|4|6",
    "Pays d'origine": "France|Portugal|Turquie|Inde|Chine",
  },
  bijou: {
    "Matière+": "Argent 925|Acier inoxydable|Plaqué or|Or|Laiton|Titane|Cuir|Argent",
    "Pierre+":
      "Aucune|Oxyde de zirconium|Perle|Améthyste|Pierre de lune|Turquoise|Quartz rose|Diamant",
    Fermoir: "Mousqueton|Magnétique|Bâtonnet",
    "Occasion+": "Quotidien|Mariage|Soirée|Anniversaire",
    Forme: "Ronde|Ovale|Cœur|Étoile",
    "Sans nickel": "Oui|Non",
  },
  animal: {
    "Matière+": "Coton|Nylon|Cuir|Peluche|Caoutchouc|Polyester|Polaire|Acier inoxydable",
    Goût: "Poulet|Bœuf|Saumon|Dinde|Menthe",
    Fermeture: "Boucle|Scratch|Fermeture éclair|Pression",
    Motif: "Uni|Rayé|À carreaux|Pattes",
    "Lavable en machine": "Oui|Non",
    Contenance: "300 ml|500 ml|1 L|2 L",
  },
};

/** Category | title | description | features | what is stated; of nothing else is there a word in it. */
export const FRENCH_PRODUCTS = `
robe|Robe d'été portefeuille en pur coton|<p>Robe légère à col en V et manches courtes. Se noue à la taille.</p>|Composition=100 % coton|Matière=Coton;Encolure=Col en V;Longueur des manches=Manches courtes;Saison=Été
robe|Robe mi-longue fleurie|<p>95 % viscose, 5 % élasthanne. Col rond, manches 3/4 et fermeture éclair invisible.</p>|Longueur=Mi-longue|Matière=Viscose,Élasthanne;Encolure=Col rond;Longueur des manches=Manches 3/4;Fermeture=Fermeture éclair;Motif=Fleuri;Longueur de la robe=Mi-longue
robe|La petite robe noire|<ul><li>Matière : polyester</li><li>Encolure : carrée</li><li>Manches : sans manches</li></ul><p>À porter avec notre gilet en laine.</p>||Matière=Polyester;Encolure=Col carré;Longueur des manches=Sans manches
robe|Robe chemise rayée|<p>En lin, boutonnée devant. Non doublée. Ne pas javelliser.</p>|Fermeture=Boutons|Matière=Lin;Motif=Rayé;Fermeture=Boutons
robe|Robe de soirée en velours|<p>Robe longue à manches longues et col montant. Plus douce que la soie.</p>||Matière=Velours;Longueur des manches=Manches longues;Encolure=Col montant;Longueur de la robe=Longue
robe|Robe à pois|<p>En coton, épaules dénudées, sans fermeture éclair.</p>|Saison=Été|Matière=Coton;Encolure=Épaules dénudées;Motif=À pois;Saison=Été
robe|Robe en jean|<table><tr><td>Matière</td><td>Denim</td></tr><tr><td>Longueur</td><td>Courte</td></tr><tr><td>Motif</td><td>uni</td></tr></table>||Matière=Denim;Longueur de la robe=Courte;Motif=Uni
robe|Robe nuisette léopard|<p>Polyester effet satin.</p>|Manches=Sans manches;Motif=Léopard|Matière=Polyester;Longueur des manches=Sans manches;Motif=Imprimé animal
robe|Robe pull en laine|<p>Bien chaude en hiver, manches longues.</p>|Composition=70 % laine, 30 % polyester|Matière=Laine,Polyester;Longueur des manches=Manches longues;Saison=Hiver
robe|Robe dos nu longue|<p>Fluide, en soie, se porte toute l'année.</p>|Motif=Uni|Matière=Soie;Encolure=Dos nu;Longueur de la robe=Longue;Saison=Toutes saisons;Motif=Uni
chaussures|Richelieu homme en cuir|<p>Chaussure à lacets, dessus cuir, semelle cuir, talon carré.</p>||Matière du dessus=Cuir;Fermeture=Lacets;Type de talon=Talon carré;Matière de la semelle=Cuir
chaussures|Slip-on en toile|<p>À enfiler, semelle en caoutchouc, parfaites pour l'été.</p>|Talon=Plat|Matière du dessus=Toile;Fermeture=À enfiler;Type de talon=Plat;Matière de la semelle=Caoutchouc;Saison=Été
chaussures|Chaussure de randonnée imperméable|<ul><li>Dessus : daim</li><li>Fermeture : lacets</li><li>Semelle : caoutchouc</li></ul>||Matière du dessus=Daim;Fermeture=Lacets;Matière de la semelle=Caoutchouc;Imperméable=Oui
chaussures|Escarpins en simili cuir|<p>Élégants, à talon aiguille.</p>|Semelle=Caoutchouc|Matière du dessus=Simili cuir;Type de talon=Talon aiguille;Matière de la semelle=Caoutchouc
chaussures|Baskets enfant à scratch|<p>Mesh respirant, deux scratchs, semelle EVA. Non imperméable.</p>||Matière du dessus=Mesh;Fermeture=Scratch;Matière de la semelle=EVA;Imperméable=Non
chaussures|Sandales compensées|<p>Cuir souple, boucle à la cheville.</p>|Saison=Été|Matière du dessus=Cuir;Type de talon=Compensé;Fermeture=Boucle;Saison=Été
chaussures|Bottes de pluie|<p>Entièrement imperméables, pour l'automne.</p>|Matière du dessus=Caoutchouc|Matière du dessus=Caoutchouc;Imperméable=Oui;Saison=Automne
chaussures|Bottines à fermeture éclair|<p>Simili cuir, semelle plateforme.</p>||Matière du dessus=Simili cuir;Fermeture=Fermeture éclair;Type de talon=Plateforme
chaussures|Ballerines plates|<p>Confortables.</p>|Matière du dessus=Cuir;Matière de la semelle=Caoutchouc|Matière du dessus=Cuir;Matière de la semelle=Caoutchouc;Type de talon=Plat
chaussures|Bottes d'hiver fourrées|<p>Textile, imperméables, à lacets.</p>||Matière du dessus=Textile;Imperméable=Oui;Fermeture=Lacets;Saison=Hiver
sac|Sac bandoulière matelassé|<p>Simili cuir souple, fermeture éclair, doublure en polyester.</p>||Matière=Simili cuir;Fermeture=Fermeture éclair;Matière de la doublure=Polyester
sac|Cabas de plage en jute|<p>Grand cabas en jute avec anses en cuir. 20 L.</p>||Matière=Jute;Occasion=Plage;Contenance=20 L
sac|Sac à dos en toile 25 L|<ul><li>Matière : toile</li><li>Fermeture : cordon de serrage et boucle</li><li>Volume : 25 l</li></ul>||Matière=Toile;Fermeture=Cordon de serrage,Boucle;Contenance=25 l
sac|Porte-documents en cuir|<p>Cuir pleine fleur pour le bureau. Fermeture magnétique. Doublure : coton.</p>||Matière=Cuir;Occasion=Bureau;Fermeture=Fermeture magnétique;Matière de la doublure=Coton
sac|Sac de sport|<p>Nylon résistant pour le sport et le voyage, avec fermeture éclair.</p>|Contenance=40 L|Matière=Nylon;Occasion=Sport,Voyage;Fermeture=Fermeture éclair;Contenance=40 L
sac|Pochette en liège|<p>Pour vos soirées, sans cuir, avec bouton-pression.</p>||Matière=Liège;Occasion=Soirée;Fermeture=Bouton-pression
sac|Cabas à carreaux|<p>Pour tous les jours.</p>|Matière=Polyester;Fermeture=Fermeture éclair|Matière=Polyester;Fermeture=Fermeture éclair;Motif=À carreaux;Occasion=Quotidien
sac|Tote bag rayé|<p>Coton bio, sans doublure ni fermeture éclair.</p>|Motif=Rayures|Matière=Coton;Motif=Rayé
sac|Trousse de toilette|<p>En nylon, à fermeture éclair, pour vos voyages.</p>|Motif=Fleurs|Matière=Nylon;Fermeture=Fermeture éclair;Occasion=Voyage;Motif=Fleuri
sac|Sac selle aspect cuir|<p>Bandoulière réglable en coton, boucle.</p>|Matière=Similicuir;Motif=Uni|Matière=Simili cuir;Motif=Uni;Fermeture=Boucle
cuisine|Lot de 4 tasses en céramique|<p>350 ml chacune, émaillées à la main. Compatible lave-vaisselle.</p>||Matière=Céramique;Contenance=350 ml;Nombre de pièces=4;Compatible lave-vaisselle=Oui
cuisine|Cocotte en fonte 3 L|<p>Cocotte ronde. Fabriquée en France. Non compatible lave-vaisselle.</p>||Matière=Fonte;Contenance=3 L;Forme=Ronde;Pays d'origine=France;Compatible lave-vaisselle=Non
cuisine|Planche à découper en bambou|<table><tr><th>Forme</th><td>rectangulaire</td></tr><tr><th>Origine</th><td>Chine</td></tr></table>||Matière=Bambou;Forme=Rectangulaire;Pays d'origine=Chine
cuisine|Verres à double paroi, 2 pièces|<p>Verre borosilicate, 0,3 l. Fabriqué en Allemagne.</p>|Compatible lave-vaisselle=Oui|Contenance=300 ml;Nombre de pièces=2;Pays d'origine=Allemagne;Compatible lave-vaisselle=Oui;Matière=Verre
cuisine|Bouilloire inox|<p>1,5 litre, poignée en plastique.</p>|Pays d'origine=Italie|Matière=Acier inoxydable;Contenance=1,5 L;Pays d'origine=Italie
cuisine|Assiettes en porcelaine (lot de 6)|<p>Porcelaine fine.</p>|Forme=ronde;Compatible lave-vaisselle=oui|Matière=Porcelaine;Nombre de pièces=6;Forme=Ronde;Compatible lave-vaisselle=Oui
cuisine|Moule en silicone|<p>Moule carré.</p>|Pièces=1|Matière=Silicone;Forme=Carrée
cuisine|Plat ovale|<p>Grès du Portugal.</p>|Origine=Portugal|Forme=Ovale;Matière=Grès;Pays d'origine=Portugal
cuisine|Saladier en bois|<p>Tourné en Inde dans de l'acacia, rond. Lavage à la main.</p>|Matière=Bois|Matière=Bois;Pays d'origine=Inde;Forme=Ronde
cuisine|Mug isotherme 500ml|<p>Acier inoxydable, couvercle en plastique.</p>|Compatible lave-vaisselle=Non|Matière=Acier inoxydable;Contenance=500 ml;Compatible lave-vaisselle=Non
lampe|Suspension en rotin|<p>Pour le salon ou la chambre. 60 W max.</p>|Matière=Rotin|Matière=Rotin;Pièce=Salon,Chambre;Puissance=60 W
lampe|Lampe de bureau industrielle|<p>En métal. Garantie 2 ans.</p>|Alimentation=Secteur;Style=Industriel|Matière=Métal;Garantie=2 ans;Alimentation=Secteur;Style=Industriel
lampe|Lanterne solaire de jardin|<p>Lanterne en verre.</p>|Alimentation=Solaire|Matière=Verre;Alimentation=Solaire;Pièce=Jardin
lampe|Veilleuse|<p>Pour la chambre d'enfant. En plastique, se recharge par USB.</p>|Intensité variable=Oui|Matière=Plastique;Pièce=Chambre d'enfant;Alimentation=USB;Intensité variable=Oui
lampe|Applique vintage en laiton|<p>Laiton massif, 40 watts.</p>|Style=Vintage;Intensité variable=Non|Matière=Laiton;Puissance=40 W;Intensité variable=Non;Style=Vintage
lampe|Lampadaire en chêne|<p>Trépied en bois, abat-jour en papier.</p>|Style=scandinave;Pièce=Salon|Matière=Bois;Style=Scandinave;Pièce=Salon
lampe|Abat-jour en papier|<p>Abat-jour minimaliste.</p>|Style=Minimaliste;Matière=Papier|Matière=Papier;Style=Minimaliste
lampe|Lampe à poser en céramique|<p>25 W. Garantie : 3 ans.</p>|Style=moderne|Matière=Céramique;Puissance=25 W;Garantie=3 ans;Style=Moderne
lampe|Éclairage de miroir pour salle de bain|<p>Verre et métal.</p>|Puissance=10 W;Garantie=5 ans|Matière=Verre,Métal;Pièce=Salle de bain;Puissance=10 W;Garantie=5 ans
lampe|Liseuse à pince|<p>Câble USB fourni, 5 W, idéale pour la chambre.</p>|Matière=Plastique|Matière=Plastique;Puissance=5 W;Pièce=Chambre;Alimentation=USB
creme|Crème de jour peau sèche 50 ml|<p>Riche, vegan.</p>|Origine=France|Type de peau=Peau sèche;Contenance=50 ml;Vegan=Oui;Pays d'origine=France
creme|Gel matifiant|<p>Pour peaux grasses et mixtes. 75 ml. Sans parfum.</p>||Type de peau=Peau grasse,Peau mixte;Contenance=75 ml;Parfum=Sans parfum
creme|Beurre corporel à la lavande|<p>Pot de 200 ml pour tous les types de peau. Non vegan.</p>|Parfum=Lavande|Parfum=Lavande;Contenance=200 ml;Type de peau=Tous types de peau;Vegan=Non
creme|Crème mains à la rose|<p>À l'huile de rose de Bulgarie.</p>|Contenance=30 ml;Type de peau=sensible;Pays d'origine=Allemagne|Parfum=Rose;Contenance=30 ml;Type de peau=Peau sensible;Pays d'origine=Allemagne
creme|Lait bébé|<p>Doux pour les peaux sensibles, non parfumé, 250 ml.</p>|Vegan=Oui|Type de peau=Peau sensible;Parfum=Sans parfum;Contenance=250 ml;Vegan=Oui
creme|Après-soleil coco|<p>Rafraîchissant, 0,15 l, sans parabènes.</p>|Parfum=Coco|Parfum=Coco;Contenance=150 ml
creme|Crème à la bave d'escargot|<p>Fabriquée en Corée du Sud. 100 ml. Peau normale.</p>||Pays d'origine=Corée du Sud;Contenance=100 ml;Type de peau=Peau normale
creme|Baume de nuit|<table><tr><td>Contenance</td><td>50 ml</td></tr><tr><td>Type de peau</td><td>sèche</td></tr><tr><td>Origine</td><td>Italie</td></tr></table>|Vegan=Non|Contenance=50 ml;Type de peau=Peau sèche;Pays d'origine=Italie;Vegan=Non
creme|Lait corps vanille|<p>Sent la vanille comme un gâteau.</p>|Contenance=250 ml|Parfum=Vanille;Contenance=250 ml
creme|Crème pieds agrumes|<p>Convient à tous types de peaux.</p>|Pays d'origine=Belgique|Parfum=Agrumes;Type de peau=Tous types de peau;Pays d'origine=Belgique
bougie|Bougie lavande à la cire de soja|<p>Coulée à la main. Durée de combustion : 40 heures.</p>||Matière=Cire de soja;Parfum=Lavande;Durée de combustion=40 heures
bougie|Lot de 6 bougies flambeaux|<p>Pure cire d'abeille, sans parfum.</p>|Forme=cylindrique|Matière=Cire d'abeille;Quantité=6;Parfum=Sans parfum;Forme=Cylindrique
bougie|Bougies cœur pour mariage|<p>10 pièces.</p>|Matière=Paraffine|Forme=Cœur;Quantité=10;Matière=Paraffine;Occasion=Mariage
bougie|Bougie de Noël à la cannelle|<p>Senteur cannelle.</p>|Cire=Soja|Parfum=Cannelle;Occasion=Noël
bougie|Vanille & bois de santal|<p>Un parfum chaud de vanille et de bois de santal, pot rond.</p>|Matière=Cire de coco|Parfum=Vanille,Bois de santal;Matière=Cire de coco
bougie|Bougies d'anniversaire, 12 pièces|<p>Sans parfum.</p>|Matière=Paraffine|Occasion=Anniversaire;Quantité=12;Parfum=Sans parfum;Matière=Paraffine
bougie|Bougie figue|<p>Soja, sans paraffine.</p>|Parfum=Figue;Durée de combustion=50 h|Parfum=Figue;Durée de combustion=50 h;Matière=Cire de soja
bougie|Bougies chauffe-plat agrumes (lot de 4)|<p>Dans des coupelles recyclables.</p>|Matière=Cire de soja|Parfum=Agrumes;Quantité=4;Matière=Cire de soja
bougie|Bougie pilier carrée|<p>Pour tous les jours, non parfumée.</p>|Matière=Paraffine|Forme=Carrée;Matière=Paraffine;Occasion=Quotidien;Parfum=Sans parfum
bougie|Bougie de jardin aux agrumes|<p>Éloigne les moustiques. Lot de deux.</p>|Durée de combustion=30 heures|Parfum=Agrumes;Durée de combustion=30 heures;Quantité=2
linge|Housse de couette en lin|<p>Lin lavé du Portugal, boutons, uni.</p>||Matière=Lin;Pays d'origine=Portugal;Fermeture=Boutons;Motif=Uni
linge|Parure en flanelle 3 pièces|<p>Douillette en hiver.</p>|Motif=à carreaux|Matière=Flanelle;Saison=Hiver;Nombre de pièces=3;Motif=À carreaux
linge|Taie en soie|<p>Soie de mûrier, fermeture éclair. Plus lisse que le coton.</p>|Nombre de pièces=1|Matière=Soie;Fermeture=Fermeture éclair;Nombre de pièces=1
linge|Parure rayée en coton|<p>Tissée en Turquie, 100 % coton, pressions.</p>||Matière=Coton;Motif=Rayé;Pays d'origine=Turquie;Fermeture=Pressions
linge|Couette 4 saisons en duvet|<p>Garnie de duvet.</p>|Saison=Toutes saisons|Saison=Toutes saisons;Matière=Duvet
linge|Drap-housse microfibre|<p>Facile d'entretien.</p>|Motif=Uni;Pays d'origine=Chine|Matière=Microfibre;Motif=Uni;Pays d'origine=Chine
linge|Couette d'été en bambou|<p>Fraîche.</p>|Matière=Viscose de bambou|Matière=Bambou;Saison=Été
linge|Couvre-lit fleuri|<p>Couvre-lit et deux taies : ensemble de 3 pièces, extérieur coton, garnissage polyester.</p>|Fermeture=Portefeuille|Motif=Fleuri;Nombre de pièces=3;Fermeture=Portefeuille
linge|Plaid en laine|<p>Tissé en France, pure laine vierge.</p>|Motif=uni|Matière=Laine;Pays d'origine=France;Motif=Uni
linge|Parure géométrique|<p>50 % coton, 50 % polyester, fermeture éclair.</p>|Nombre de pièces=2|Matière=Coton,Polyester;Motif=Géométrique;Nombre de pièces=2;Fermeture=Fermeture éclair
bijou|Collier cœur en argent 925|<p>Fermoir mousqueton. Sans nickel.</p>||Matière=Argent 925;Forme=Cœur;Fermoir=Mousqueton;Sans nickel=Oui
bijou|Boucles d'oreilles perles|<p>Perles d'eau douce, plaqué or. Pour votre mariage.</p>||Pierre=Perle;Matière=Plaqué or;Occasion=Mariage
bijou|Bague en titane|<p>Sobre.</p>|Sans nickel=Oui|Matière=Titane;Sans nickel=Oui
bijou|Bracelet pierre de lune|<p>Fermoir magnétique, acier inoxydable.</p>|Pierre=Pierre de lune|Pierre=Pierre de lune;Fermoir=Magnétique;Matière=Acier inoxydable
bijou|Bracelet cuir|<p>Fermoir bâtonnet en laiton.</p>|Matière=Cuir;Occasion=Quotidien|Matière=Cuir;Fermoir=Bâtonnet;Occasion=Quotidien
bijou|Puces étoile|<p>Argent 925.</p>|Pierre=Zircon|Forme=Étoile;Matière=Argent 925;Pierre=Oxyde de zirconium
bijou|Pendentif améthyste|<p>Améthyste ovale, une belle idée pour un anniversaire.</p>|Métal=Plaqué or|Pierre=Améthyste;Forme=Ovale;Occasion=Anniversaire
bijou|Bague quartz rose|<p>Brille comme un diamant.</p>|Matière=Argent;Sans nickel=Oui|Pierre=Quartz rose;Matière=Argent;Sans nickel=Oui
bijou|Jonc en acier inoxydable|<p>Poli.</p>|Forme=rond|Matière=Acier inoxydable;Forme=Ronde
bijou|Boucles turquoise de soirée|<p>Laiton, pas d'or.</p>|Pierre=Turquoise|Pierre=Turquoise;Matière=Laiton;Occasion=Soirée
animal|Corde à mâcher|<p>Coton solide. Lavable en machine.</p>||Matière=Coton;Lavable en machine=Oui
animal|Collier chien en nylon|<p>Boucle en métal, rayé.</p>|Lavable en machine=Oui|Matière=Nylon;Fermeture=Boucle;Motif=Rayé;Lavable en machine=Oui
animal|Friandises au poulet|<p>Au vrai poulet, sans bœuf.</p>||Goût=Poulet
animal|Gamelle 1 L|<p>Acier inoxydable, pieds en caoutchouc.</p>||Matière=Acier inoxydable;Contenance=1 L
animal|Panier en peluche|<p>Peluche toute douce, housse à fermeture éclair. Non lavable en machine.</p>|Motif=uni|Matière=Peluche;Fermeture=Fermeture éclair;Lavable en machine=Non;Motif=Uni
animal|Bâtonnets au saumon|<p>Les chats en raffolent.</p>|Goût=Saumon|Goût=Saumon
animal|Manteau polaire pour chien|<p>À carreaux, à scratch.</p>|Lavable en machine=Oui|Matière=Polaire;Fermeture=Scratch;Motif=À carreaux;Lavable en machine=Oui
animal|Os en caoutchouc à la menthe|<p>Caoutchouc naturel.</p>|Goût=Menthe|Matière=Caoutchouc;Goût=Menthe
animal|Laisse en cuir|<p>Faite main.</p>|Matière=Cuir;Motif=Uni|Matière=Cuir;Motif=Uni
animal|Bandana à pattes|<p>Polyester, pressions.</p>|Lavable en machine=Non|Matière=Polyester;Motif=Pattes;Fermeture=Pression;Lavable en machine=Non
`;
