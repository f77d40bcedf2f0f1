<?php

use PrestaShop\Module\Weft\Connection\HttpClient;
use PrestaShop\Module\Weft\Connection\HttpResponse;

/** Weft, as far as the module sees it: a status for each event, 200 when none is left. */
class FakeHttpClient extends HttpClient
{
    /** @var int[] product of the event => status */
    public $statuses = [];
    public $asked = [];
    public $takesMs = 0;

    public function renew()
    {
        $this->statuses = [];
        $this->asked = [];
        $this->takesMs = 0;
    }

    public function post(string $url, string $body, array $headers, int $timeoutMs): HttpResponse
    {
        usleep($this->takesMs * 1000);
        $ids = json_decode($body, true)['ids'];
        $this->asked[] = ['id' => (int) $ids[0], 'timeoutMs' => $timeoutMs];

        return new HttpResponse(isset($this->statuses[$ids[0]]) ? $this->statuses[$ids[0]] : 200, '', '');
    }
}
