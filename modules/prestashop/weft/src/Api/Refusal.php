<?php
/**
 * A call was understood and is not done, for a reason that Weft can act on. Nothing of it stays in
 * the shop.
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

class WeftRefusal extends Exception
{
    /** @var string */
    private $reason;

    /** @var array */
    private $facts;

    /**
     * @param string $reason one of the codes of the protocol, such as "country_inactive"
     * @param array $facts what the merchant has to know: name => string, number or list of strings
     */
    public function __construct(string $reason, array $facts = [])
    {
        parent::__construct($reason);
        $this->reason = $reason;
        $this->facts = $facts;
    }

    public function reason(): string
    {
        return $this->reason;
    }

    public function facts(): array
    {
        return $this->facts;
    }
}
