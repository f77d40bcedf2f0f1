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
    /** End of the address => what is answered there. */
    public $answers = [];
    /** Address and body of what was posted there. */
    public $posted = [];

    public function renew()
    {
        $this->statuses = [];
        $this->asked = [];
        $this->takesMs = 0;
        $this->answers = [];
        $this->posted = [];
    }

    public function post(string $url, string $body, array $headers, int $timeoutMs): HttpResponse
    {
        usleep($this->takesMs * 1000);
        foreach ($this->answers as $end => $answer) {
            if (substr($url, -strlen($end)) === $end) {
                $this->posted[] = [$url, json_decode($body, true)];

                $status = isset($answer['status']) ? $answer['status'] : 200;

                return new HttpResponse($status, '', json_encode($answer));
            }
        }
        $ids = json_decode($body, true)['ids'];
        $this->asked[] = ['id' => (int) $ids[0], 'timeoutMs' => $timeoutMs];

        return new HttpResponse(isset($this->statuses[$ids[0]]) ? $this->statuses[$ids[0]] : 200, '', '');
    }
}
