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
$_MODULE['<{weft}prestashop>admin_e60a75a7a31e4d282ba4bebe04b65160'] = 'Avisa a Weft al instante de los productos, las existencias, los pedidos y los números de seguimiento que cambian.';
$_MODULE['<{weft}prestashop>admin_048626292def57ca4566fabf4cd18836'] = 'Weft ya no tendrá acceso a esta tienda: se elimina su clave y se olvidan los cambios que aún no se han enviado. ¿Desinstalar?';
$_MODULE['<{weft}prestashop>admin_285e9288976743233f14802a235b008c'] = 'Copie la URL del webhook desde Weft: una dirección que empieza por https://.';
$_MODULE['<{weft}prestashop>admin_aa07f10065f50f9518f11dd9c0399c5a'] = 'Copie el secreto del webhook desde Weft.';
$_MODULE['<{weft}prestashop>admin_bbe28221406e470e5c2d82697da26506'] = 'El secreto del webhook está incompleto. Cópielo entero desde Weft.';
$_MODULE['<{weft}prestashop>admin_60b90279698c7656c8e7a7eacf61a7ca'] = 'Copie la dirección desde Weft: empieza por https://.';
$_MODULE['<{weft}prestashop>admin_33f1cb6cb0e82da3cbd466faef836fb3'] = 'Weft ya no conoce esta dirección. Es válida durante una hora y para una sola tienda: copie una nueva desde Weft.';
$_MODULE['<{weft}prestashop>admin_a6b32b63cb91b79e9a67360bbbe4953f'] = 'Pegue primero la dirección de Weft y guárdela.';
$_MODULE['<{weft}prestashop>admin_8eb827e899177ba6e678c312cc1d053e'] = 'Weft ha rechazado la firma: vuelva a vincular esta tienda con una nueva dirección de Weft y compruebe el reloj de este servidor.';
$_MODULE['<{weft}prestashop>admin_97c1b1093434d44c7aa632368f702092'] = 'Conectado.';
$_MODULE['<{weft}prestashop>admin_8488a5313c2caab740aa8f9ae1144c88'] = 'Conectado: Weft lee %shop%.';
$_MODULE['<{weft}prestashop>admin_edb9a0474dcf1a049a1f2c0a2ce0e0ec'] = 'No se ha podido contactar con Weft (%reason%). Vuelva a intentarlo dentro de un minuto.';
$_MODULE['<{weft}prestashop>admin_1017d6d78c7e7406a8e8d68cfb3471a1'] = 'Weft ha dado una respuesta incomprensible (estado %status%). Compruebe la dirección y vuelva a intentarlo dentro de un minuto.';
$_MODULE['<{weft}prestashop>admin_7700ef31a586d3ebf27b8a54cceee8b3'] = 'Vinculado con Weft. Queda un paso: crear la clave y conectar.';
$_MODULE['<{weft}prestashop>admin_c2f4d632b7b6c7588954ac21db37bf91'] = 'Guardado. Envíe un evento de prueba para ver si Weft recibe esta tienda.';
$_MODULE['<{weft}prestashop>admin_67db0de227c747068ccf6216de737a26'] = 'Guarde primero la dirección.';
$_MODULE['<{weft}prestashop>admin_557ede7a601e93688b70ba6f6b87cfd3'] = 'Esta conexión se ha eliminado en Weft. Conecte allí la tienda de nuevo y copie aquí su dirección.';
$_MODULE['<{weft}prestashop>admin_95224139e2c9c5aa366b27ccac0a7ba5'] = 'Weft ha recibido el evento de prueba.';
$_MODULE['<{weft}prestashop>admin_85e646f6218df3785989f68f35aa55e0'] = 'El evento de prueba no se ha aceptado: %reason%';
$_MODULE['<{weft}prestashop>admin_ba4002f4cf9a93882d3382f2d6e56de0'] = 'Enviados: %sent%. Aún en espera: %waiting%.';
$_MODULE['<{weft}prestashop>admin_ff6a585a8ec9be7cddb1f55b25166901'] = 'Enviado desde el almacén del canal; las existencias de la tienda no se modifican.';
$_MODULE['<{weft}prestashop>admin_be17d86693f9b8f632b519c86cb05a1a'] = 'Conexión con Weft';
$_MODULE['<{weft}prestashop>admin_7b277018e43d41bc445731092b91547d'] = 'No conectado';
$_MODULE['<{weft}prestashop>admin_9e4075464eab14dcc5ae13354d679486'] = 'Copie la dirección desde Weft (la puesta en marcha de la conexión, o Settings → Module and webhook), péguela aquí y guarde.';
$_MODULE['<{weft}prestashop>admin_12c37c4278b8c0db6c2f65052569cd80'] = 'Interrumpido';
$_MODULE['<{weft}prestashop>admin_f04f50b65f707b4bf143ccfb368dbf0e'] = 'El webservice de la tienda está desactivado.';
$_MODULE['<{weft}prestashop>admin_8c735d7ecc1de29a9940b59420c0491b'] = 'La clave de Weft está desactivada.';
$_MODULE['<{weft}prestashop>admin_3e876cfe9d99cef3ba978a2df774dbc6'] = 'A la clave de Weft le falta: %permissions%.';
$_MODULE['<{weft}prestashop>admin_bb3645b4ef79d004179cd127be6c1411'] = 'El botón de abajo lo soluciona.';
$_MODULE['<{weft}prestashop>admin_9af02c323530fe734357b62312ab4e7f'] = 'Se ha eliminado la clave de Weft. El botón de abajo crea una nueva y la entrega.';
$_MODULE['<{weft}prestashop>admin_2ec0d16e4ca169baedb9b2d50ec5c6d7'] = 'Conectado';
$_MODULE['<{weft}prestashop>admin_60f561a542afa28010be2e7a667aefcb'] = 'a %host%, con la clave entregada el %date%.';
$_MODULE['<{weft}prestashop>admin_cac92ac2e78fc9171b82e8686e1c7e1f'] = 'Vinculado';
$_MODULE['<{weft}prestashop>admin_b58ff8ef250180ed17061e5e55e72797'] = 'con %host%. Queda un paso: crear la clave y conectar.';
$_MODULE['<{weft}prestashop>admin_c6c010cdd5a2306c2c2af2bb6acd44b9'] = 'Solo eventos';
$_MODULE['<{weft}prestashop>admin_e7c6c16adc7088ee1cbd808bb8780610'] = 'Esta tienda avisa a %host% de lo que cambia. Weft la lee con una clave creada a mano.';
$_MODULE['<{weft}prestashop>admin_e4c9050af1bdc000056ebc8bc9aa879c'] = 'Dirección de Weft';
$_MODULE['<{weft}prestashop>admin_2c82ffae8128c1f1131769344e7ff3e2'] = 'Introducir el secreto a mano';
$_MODULE['<{weft}prestashop>admin_fa538cc4be3ae6dc7deb0eebe354db1e'] = 'Secreto del webhook';
$_MODULE['<{weft}prestashop>admin_16458da8246b329efcb949ff5482a895'] = 'Hay un secreto guardado. Deje este campo vacío para conservarlo.';
$_MODULE['<{weft}prestashop>admin_0978458720dd506b8775a8ba9dd0d05f'] = 'Solo para una dirección sin %code%: las demás traen su secreto.';
$_MODULE['<{weft}prestashop>admin_c9cc8cce247e49bae79f15173ce97354'] = 'Guardar';
$_MODULE['<{weft}prestashop>admin_cf0b674d4474a3a5ee3c74b39f1b8dd9'] = 'Conectar de nuevo';
$_MODULE['<{weft}prestashop>admin_dbd289bf17741a5e237149d4628eeff5'] = 'Crear la clave y conectar';
$_MODULE['<{weft}prestashop>admin_0c82fa8a0fea546c6235255141099fa8'] = 'Envíos';
$_MODULE['<{weft}prestashop>admin_16e13e8e9b9df4eead4e747ed9c6e978'] = 'En espera de envío:';
$_MODULE['<{weft}prestashop>admin_5cb24e1b15f7faaae6f9f859a169bb6c'] = 'Enviar un evento de prueba';
$_MODULE['<{weft}prestashop>admin_bf3dc71e49600de0fafe77f12707c3f4'] = 'Enviar ahora los eventos en espera';
$_MODULE['<{weft}prestashop>admin_4e97aeeaa8b15ca1180fcd1f3ac478d1'] = 'Cuándo';
$_MODULE['<{weft}prestashop>admin_a4ecfc70574394990cf17bd83df499f7'] = 'Evento';
$_MODULE['<{weft}prestashop>admin_fbec588d53da0b45c4f22c033dc12db1'] = 'Identificadores';
$_MODULE['<{weft}prestashop>admin_7ba3b8236d48d4f4c5ec03c3fe6b75a9'] = 'Intentos';
$_MODULE['<{weft}prestashop>admin_ec53a8c4f07baed5d8825072c89799be'] = 'Estado';
$_MODULE['<{weft}prestashop>admin_67edd3b99247c9eb5884a02802a20fa7'] = 'Entregado';
$_MODULE['<{weft}prestashop>admin_5706de961fb376d701be6e7762d8b09c'] = 'En espera';
$_MODULE['<{weft}prestashop>admin_3797a23c4af9ac511db115c0144ae91a'] = 'rechazado (401): compruebe la URL y el secreto del webhook, así como el reloj de este servidor';
$_MODULE['<{weft}prestashop>admin_d8f1fc34fdcc5870b742a033086cdf53'] = 'respuesta con el estado %status%';
$_MODULE['<{weft}prestashop>admin_fe2dd59d2027f9faff8e4ab7b986c915'] = 'nuevo intento a partir de %time%';
$_MODULE['<{weft}prestashop>admin_d97a08a25a12a7d5062a9792be76492f'] = 'Aún no hay eventos. Cambie las existencias de un producto o envíe un evento de prueba.';
$_MODULE['<{weft}prestashop>admin_1b793db6c00482d633b29701c7bcb08c'] = 'Cron';
$_MODULE['<{weft}prestashop>admin_602acf18520af2a50b298ae345ccce5c'] = 'Haga que el cron de su alojamiento abra esta dirección cada minuto. Envía lo que no se pudo enviar al instante. No comparta la dirección: contiene un token.';
$_MODULE['<{weft}prestashop>admin_909d1f548546645b04219f2805f28371'] = 'Dirección del cron';
$_MODULE['<{weft}prestashop>admin_d45582d494c92f10a69fd02ec97c88e3'] = 'Elija primero una tienda en la parte superior de esta página: Weft conecta una sola tienda, no todas a la vez.';
$_MODULE['<{weft}prestashop>admin_4e25b829b6df2f3fbfa711fa8f7f8e3e'] = 'El módulo sirve a la tienda %shop% y a ninguna otra. Conecte esta con una clave del webservice, o restablezca antes el módulo.';
$_MODULE['<{weft}prestashop>admin_c9aff2fb8ea36c9d498f6cdb4e115782'] = 'Su perfil no puede crear claves de webservice. Pida a un administrador de la tienda que pulse este botón.';
$_MODULE['<{weft}prestashop>admin_ffba95eb4ea1f8935345407123a034dc'] = 'Sustituir la clave';
$_MODULE['<{weft}prestashop>admin_c4d5443a87e350833707f5af3349599d'] = 'Weft tiene una clave nueva. La anterior termina dentro de una hora.';
