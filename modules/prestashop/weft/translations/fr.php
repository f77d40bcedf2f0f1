<?php

/**
 * Weft for PrestaShop
 *
 * Licensed under the Apache License, Version 2.0. The file LICENSE of this module holds its text.
 *
 * @author    Weft contributors
 * @copyright Weft contributors
 * @license   https://www.apache.org/licenses/LICENSE-2.0 Apache-2.0
 */

if (!defined('_PS_VERSION_')) {
    exit;
}

/*
 * PrestaShop 1.7.6 and 1.7.7 read a module's translations here, later versions from the XLF file of the same language.
 * A key has the MD5 of the English text.
 */
global $_MODULE;
$_MODULE = [];
$_MODULE['<{weft}prestashop>admin_ce56a3948f066ea0c79dea7b7160da1b'] = 'Weft';
$_MODULE['<{weft}prestashop>admin_e60a75a7a31e4d282ba4bebe04b65160'] = 'Signale aussitôt à Weft les produits, les stocks, les commandes et les numéros de suivi qui changent.';
$_MODULE['<{weft}prestashop>admin_048626292def57ca4566fabf4cd18836'] = 'Weft n’aura plus accès à cette boutique : sa clé est supprimée et les changements non encore envoyés sont oubliés. Désinstaller ?';
$_MODULE['<{weft}prestashop>admin_285e9288976743233f14802a235b008c'] = 'Copiez l’URL du webhook depuis Weft : une adresse qui commence par https://.';
$_MODULE['<{weft}prestashop>admin_aa07f10065f50f9518f11dd9c0399c5a'] = 'Copiez le secret du webhook depuis Weft.';
$_MODULE['<{weft}prestashop>admin_bbe28221406e470e5c2d82697da26506'] = 'Le secret du webhook est incomplet. Copiez-le en entier depuis Weft.';
$_MODULE['<{weft}prestashop>admin_60b90279698c7656c8e7a7eacf61a7ca'] = 'Copiez l’adresse depuis Weft : elle commence par https://.';
$_MODULE['<{weft}prestashop>admin_33f1cb6cb0e82da3cbd466faef836fb3'] = 'Weft ne connaît plus cette adresse. Elle est valable une heure et pour une seule boutique : copiez-en une nouvelle depuis Weft.';
$_MODULE['<{weft}prestashop>admin_a6b32b63cb91b79e9a67360bbbe4953f'] = 'Collez d’abord l’adresse de Weft et enregistrez-la.';
$_MODULE['<{weft}prestashop>admin_8eb827e899177ba6e678c312cc1d053e'] = 'Weft a refusé la signature : associez de nouveau cette boutique avec une nouvelle adresse de Weft et vérifiez l’horloge de ce serveur.';
$_MODULE['<{weft}prestashop>admin_97c1b1093434d44c7aa632368f702092'] = 'Connecté.';
$_MODULE['<{weft}prestashop>admin_8488a5313c2caab740aa8f9ae1144c88'] = 'Connecté : Weft lit %shop%.';
$_MODULE['<{weft}prestashop>admin_edb9a0474dcf1a049a1f2c0a2ce0e0ec'] = 'Weft n’a pas pu être joint (%reason%). Réessayez dans une minute.';
$_MODULE['<{weft}prestashop>admin_1017d6d78c7e7406a8e8d68cfb3471a1'] = 'Weft a donné une réponse incompréhensible (statut %status%). Vérifiez l’adresse, puis réessayez dans une minute.';
$_MODULE['<{weft}prestashop>admin_7700ef31a586d3ebf27b8a54cceee8b3'] = 'Associé à Weft. Il reste une étape : créer la clé et connecter.';
$_MODULE['<{weft}prestashop>admin_c2f4d632b7b6c7588954ac21db37bf91'] = 'Enregistré. Envoyez un événement de test pour voir si Weft reçoit cette boutique.';
$_MODULE['<{weft}prestashop>admin_67db0de227c747068ccf6216de737a26'] = 'Enregistrez d’abord l’adresse.';
$_MODULE['<{weft}prestashop>admin_557ede7a601e93688b70ba6f6b87cfd3'] = 'Cette connexion a été supprimée dans Weft. Reconnectez-y la boutique, puis copiez son adresse ici.';
$_MODULE['<{weft}prestashop>admin_95224139e2c9c5aa366b27ccac0a7ba5'] = 'Weft a reçu l’événement de test.';
$_MODULE['<{weft}prestashop>admin_85e646f6218df3785989f68f35aa55e0'] = 'L’événement de test n’a pas été accepté : %reason%';
$_MODULE['<{weft}prestashop>admin_ba4002f4cf9a93882d3382f2d6e56de0'] = 'Envoyés : %sent%. Encore en attente : %waiting%.';
$_MODULE['<{weft}prestashop>admin_ff6a585a8ec9be7cddb1f55b25166901'] = 'Expédié depuis l’entrepôt du canal ; le stock de la boutique n’est pas modifié.';
$_MODULE['<{weft}prestashop>admin_be17d86693f9b8f632b519c86cb05a1a'] = 'Connexion à Weft';
$_MODULE['<{weft}prestashop>admin_7b277018e43d41bc445731092b91547d'] = 'Non connecté';
$_MODULE['<{weft}prestashop>admin_9e4075464eab14dcc5ae13354d679486'] = 'Copiez l’adresse depuis Weft (la mise en place de la connexion, ou Settings → Module and webhook), collez-la ici et enregistrez.';
$_MODULE['<{weft}prestashop>admin_12c37c4278b8c0db6c2f65052569cd80'] = 'Interrompu';
$_MODULE['<{weft}prestashop>admin_f04f50b65f707b4bf143ccfb368dbf0e'] = 'Le webservice de la boutique est désactivé.';
$_MODULE['<{weft}prestashop>admin_8c735d7ecc1de29a9940b59420c0491b'] = 'La clé de Weft est désactivée.';
$_MODULE['<{weft}prestashop>admin_3e876cfe9d99cef3ba978a2df774dbc6'] = 'Il manque à la clé de Weft : %permissions%.';
$_MODULE['<{weft}prestashop>admin_bb3645b4ef79d004179cd127be6c1411'] = 'Le bouton ci-dessous y remédie.';
$_MODULE['<{weft}prestashop>admin_9af02c323530fe734357b62312ab4e7f'] = 'La clé de Weft a été supprimée. Le bouton ci-dessous en crée une nouvelle et la transmet.';
$_MODULE['<{weft}prestashop>admin_2ec0d16e4ca169baedb9b2d50ec5c6d7'] = 'Connecté';
$_MODULE['<{weft}prestashop>admin_60f561a542afa28010be2e7a667aefcb'] = 'à %host%, clé transmise le %date%.';
$_MODULE['<{weft}prestashop>admin_cac92ac2e78fc9171b82e8686e1c7e1f'] = 'Associé';
$_MODULE['<{weft}prestashop>admin_b58ff8ef250180ed17061e5e55e72797'] = 'à %host%. Il reste une étape : créer la clé et connecter.';
$_MODULE['<{weft}prestashop>admin_c6c010cdd5a2306c2c2af2bb6acd44b9'] = 'Événements seulement';
$_MODULE['<{weft}prestashop>admin_e7c6c16adc7088ee1cbd808bb8780610'] = 'Cette boutique signale à %host% ce qui change. Weft la lit avec une clé créée à la main.';
$_MODULE['<{weft}prestashop>admin_e4c9050af1bdc000056ebc8bc9aa879c'] = 'Adresse de Weft';
$_MODULE['<{weft}prestashop>admin_2c82ffae8128c1f1131769344e7ff3e2'] = 'Saisir le secret à la main';
$_MODULE['<{weft}prestashop>admin_fa538cc4be3ae6dc7deb0eebe354db1e'] = 'Secret du webhook';
$_MODULE['<{weft}prestashop>admin_16458da8246b329efcb949ff5482a895'] = 'Un secret est enregistré. Laissez ce champ vide pour le garder.';
$_MODULE['<{weft}prestashop>admin_0978458720dd506b8775a8ba9dd0d05f'] = 'Seulement pour une adresse sans %code% : les autres apportent leur secret.';
$_MODULE['<{weft}prestashop>admin_c9cc8cce247e49bae79f15173ce97354'] = 'Enregistrer';
$_MODULE['<{weft}prestashop>admin_cf0b674d4474a3a5ee3c74b39f1b8dd9'] = 'Connecter de nouveau';
$_MODULE['<{weft}prestashop>admin_dbd289bf17741a5e237149d4628eeff5'] = 'Créer la clé et connecter';
$_MODULE['<{weft}prestashop>admin_0c82fa8a0fea546c6235255141099fa8'] = 'Envois';
$_MODULE['<{weft}prestashop>admin_16e13e8e9b9df4eead4e747ed9c6e978'] = 'En attente d’envoi :';
$_MODULE['<{weft}prestashop>admin_5cb24e1b15f7faaae6f9f859a169bb6c'] = 'Envoyer un événement de test';
$_MODULE['<{weft}prestashop>admin_bf3dc71e49600de0fafe77f12707c3f4'] = 'Envoyer maintenant les événements en attente';
$_MODULE['<{weft}prestashop>admin_4e97aeeaa8b15ca1180fcd1f3ac478d1'] = 'Quand';
$_MODULE['<{weft}prestashop>admin_a4ecfc70574394990cf17bd83df499f7'] = 'Événement';
$_MODULE['<{weft}prestashop>admin_fbec588d53da0b45c4f22c033dc12db1'] = 'Identifiants';
$_MODULE['<{weft}prestashop>admin_7ba3b8236d48d4f4c5ec03c3fe6b75a9'] = 'Tentatives';
$_MODULE['<{weft}prestashop>admin_ec53a8c4f07baed5d8825072c89799be'] = 'Statut';
$_MODULE['<{weft}prestashop>admin_67edd3b99247c9eb5884a02802a20fa7'] = 'Remis';
$_MODULE['<{weft}prestashop>admin_5706de961fb376d701be6e7762d8b09c'] = 'En attente';
$_MODULE['<{weft}prestashop>admin_3797a23c4af9ac511db115c0144ae91a'] = 'refusé (401) : vérifiez l’URL et le secret du webhook, ainsi que l’horloge de ce serveur';
$_MODULE['<{weft}prestashop>admin_d8f1fc34fdcc5870b742a033086cdf53'] = 'réponse avec le statut %status%';
$_MODULE['<{weft}prestashop>admin_fe2dd59d2027f9faff8e4ab7b986c915'] = 'nouvel essai à partir de %time%';
$_MODULE['<{weft}prestashop>admin_d97a08a25a12a7d5062a9792be76492f'] = 'Aucun événement pour l’instant. Modifiez le stock d’un produit ou envoyez un événement de test.';
$_MODULE['<{weft}prestashop>admin_1b793db6c00482d633b29701c7bcb08c'] = 'Cron';
$_MODULE['<{weft}prestashop>admin_602acf18520af2a50b298ae345ccce5c'] = 'Faites ouvrir cette adresse chaque minute par le cron de votre hébergeur. Elle envoie ce qui n’a pas pu l’être aussitôt. Gardez l’adresse pour vous : elle contient un jeton.';
$_MODULE['<{weft}prestashop>admin_909d1f548546645b04219f2805f28371'] = 'Adresse cron';
$_MODULE['<{weft}prestashop>admin_d45582d494c92f10a69fd02ec97c88e3'] = 'Choisissez d’abord une boutique en haut de cette page : Weft connecte une seule boutique, pas toutes à la fois.';
$_MODULE['<{weft}prestashop>admin_4e25b829b6df2f3fbfa711fa8f7f8e3e'] = 'Le module sert la boutique %shop% et aucune autre. Connectez celle-ci avec une clé de webservice, ou réinitialisez d’abord le module.';
$_MODULE['<{weft}prestashop>admin_c9aff2fb8ea36c9d498f6cdb4e115782'] = 'Votre profil ne peut pas créer de clé de webservice. Demandez à un administrateur de la boutique d’appuyer sur ce bouton.';
$_MODULE['<{weft}prestashop>admin_ffba95eb4ea1f8935345407123a034dc'] = 'Remplacer la clé';
$_MODULE['<{weft}prestashop>admin_c4d5443a87e350833707f5af3349599d'] = 'Weft a une nouvelle clé. La précédente expire dans une heure.';
