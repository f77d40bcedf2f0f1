<?php
/**
 * One POST of JSON. Redirects are not followed, certificates are checked.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftHttp
{
    const CONNECT_MS = 1500;

    /**
     * ['status' => int, 0 when nobody answered; 'error' => why nobody did; 'body' => what was answered]
     *
     * @param string[] $headers each a whole line
     */
    public static function post(string $url, string $body, array $headers, int $timeoutMs): array
    {
        if (!function_exists('curl_init')) {
            return self::unsent('PHP has no curl extension');
        }
        if (!WeftSettings::isAllowedUrl($url)) {
            return self::unsent('the webhook URL is not an https address');
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
        ]);
        $answer = curl_exec($curl);
        if ($answer === false) {
            return self::unsent(curl_error($curl));
        }

        return ['status' => (int) curl_getinfo($curl, CURLINFO_HTTP_CODE), 'error' => '', 'body' => $answer];
    }

    private static function unsent(string $why): array
    {
        return ['status' => 0, 'error' => $why, 'body' => ''];
    }
}
