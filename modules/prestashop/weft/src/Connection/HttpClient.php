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

namespace PrestaShop\Module\Weft\Connection;

if (!defined('_PS_VERSION_')) {
    exit;
}

/**
 * Posts JSON. Redirects are not followed, certificates are checked.
 */
class HttpClient
{
    private const CONNECT_MS = 1500;
    /** No honest answer is longer. */
    private const LONGEST_ANSWER = 262144;

    /**
     * @param string[] $headers each a whole line
     */
    public function post(string $url, string $body, array $headers, int $timeoutMs): HttpResponse
    {
        if (!function_exists('curl_init')) {
            return new HttpResponse(0, 'PHP has no curl extension', '');
        }
        if (!SettingsValidator::isAllowedUrl($url)) {
            return new HttpResponse(0, 'the webhook URL is not an https address', '');
        }
        $curl = curl_init($url);
        curl_setopt_array($curl, [
            CURLOPT_POST => true,
            CURLOPT_POSTFIELDS => $body,
            CURLOPT_HTTPHEADER => $headers,
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_FOLLOWLOCATION => false,
            CURLOPT_PROTOCOLS => CURLPROTO_HTTP | CURLPROTO_HTTPS,
            CURLOPT_NOSIGNAL => true,
            CURLOPT_CONNECTTIMEOUT_MS => min(self::CONNECT_MS, $timeoutMs),
            CURLOPT_TIMEOUT_MS => $timeoutMs,
            CURLOPT_NOPROGRESS => false,
            CURLOPT_PROGRESSFUNCTION => function ($curl, $expected, $got): int {
                return max($expected, $got) > self::LONGEST_ANSWER ? 1 : 0;
            },
        ]);
        $answer = curl_exec($curl);
        if (!is_string($answer)) {
            return new HttpResponse(0, curl_error($curl), '');
        }

        return new HttpResponse((int) curl_getinfo($curl, CURLINFO_HTTP_CODE), '', $answer);
    }
}
