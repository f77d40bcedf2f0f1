{**
 * Weft for PrestaShop
 *
 * Licensed under the Apache License, Version 2.0. The file LICENSE of this module holds its text.
 *
 * @author    Weft contributors
 * @copyright Weft contributors
 * @license   https://www.apache.org/licenses/LICENSE-2.0 Apache-2.0
 *}
<form action="{$weft_action|escape:'html':'UTF-8'}" method="post" class="form-horizontal" autocomplete="off">
  <div class="panel" id="weft_connection">
    <div class="panel-heading">
      <i class="icon-link"></i> {l s='Connection to Weft' d='Modules.Weft.Admin'}
    </div>
    <p id="weft_state">
      {if !$weft_is_complete}
        <span class="label label-warning">{l s='Not connected' d='Modules.Weft.Admin'}</span>
        {l s='Copy the address from Weft (the connection\'s set-up, or Settings → Module and webhook), paste it here and save.' d='Modules.Weft.Admin'}
      {elseif $weft_key.isMade && (!$weft_key.isActive || $weft_key.missing || !$weft_is_webservice_on)}
        <span class="label label-danger">{l s='Interrupted' d='Modules.Weft.Admin'}</span>
        {if !$weft_is_webservice_on}{l s='The shop\'s webservice is switched off.' d='Modules.Weft.Admin'}{/if}
        {if !$weft_key.isActive}{l s='Weft\'s key is switched off.' d='Modules.Weft.Admin'}{/if}
        {if $weft_key.missing}
          {assign var='weft_missing' value=', '|implode:$weft_key.missing|escape:'html':'UTF-8'}
          {l s='Weft\'s key lacks %permissions%.' sprintf=['%permissions%' => $weft_missing] d='Modules.Weft.Admin'}
        {/if}
        {l s='The button below puts this right.' d='Modules.Weft.Admin'}
      {elseif $weft_connected_at && !$weft_key.isMade}
        <span class="label label-danger">{l s='Interrupted' d='Modules.Weft.Admin'}</span>
        {l s='Weft\'s key was deleted. The button below makes a new one and hands it over.' d='Modules.Weft.Admin'}
      {elseif $weft_connected_at}
        <span class="label label-success">{l s='Connected' d='Modules.Weft.Admin'}</span>
        {l s='to %host%, with the key handed over on %date%.' sprintf=['%host%' => $weft_host|escape:'html':'UTF-8', '%date%' => $weft_connected_at|escape:'html':'UTF-8'] d='Modules.Weft.Admin'}
      {elseif $weft_can_connect}
        <span class="label label-info">{l s='Paired' d='Modules.Weft.Admin'}</span>
        {l s='with %host%. One step is left: create the key and connect.' sprintf=['%host%' => $weft_host|escape:'html':'UTF-8'] d='Modules.Weft.Admin'}
      {else}
        <span class="label label-info">{l s='Events only' d='Modules.Weft.Admin'}</span>
        {l s='This shop tells %host% what changes. Weft reads it with a key that was made by hand.' sprintf=['%host%' => $weft_host|escape:'html':'UTF-8'] d='Modules.Weft.Admin'}
      {/if}
    </p>
    <div class="form-group">
      <label class="control-label col-lg-3" for="weft_url">{l s='Address from Weft' d='Modules.Weft.Admin'}</label>
      <div class="col-lg-7">
        <input type="url" id="weft_url" name="weft_url" class="form-control" required
          placeholder="https://" value="{$weft_url|escape:'html':'UTF-8'}">
      </div>
    </div>
    <div class="form-group">
      <details class="col-lg-offset-3 col-lg-7">
        <summary class="weft-secret-summary">{l s='Enter the secret by hand' d='Modules.Weft.Admin'}</summary>
        <input type="password" id="weft_secret" name="weft_secret" class="form-control"
          aria-label="{l s='Webhook secret' d='Modules.Weft.Admin'}" autocomplete="new-password">
        <p class="help-block">
          {if $weft_has_secret}
            {l s='A secret is stored. Leave this empty to keep it.' d='Modules.Weft.Admin'}
          {else}
            {l s='Only for an address without %code%: the others bring their secret along.' sprintf=['%code%' => '<code>?pair=</code>'] html=true d='Modules.Weft.Admin'}
          {/if}
        </p>
      </details>
    </div>
    <div class="panel-footer">
      <button type="submit" name="weftSave" value="1" class="btn btn-default pull-right">
        <i class="process-icon-save"></i> {l s='Save' d='Modules.Weft.Admin'}
      </button>
      {if $weft_can_connect}
        <button type="submit" name="weftConnect" value="1" class="btn btn-primary" formnovalidate>
          {if $weft_connected_at}
            {l s='Connect again' d='Modules.Weft.Admin'}
          {else}
            {l s='Create the key and connect' d='Modules.Weft.Admin'}
          {/if}
        </button>
        {if $weft_connected_at && $weft_key.isMade}
          <button type="submit" name="weftReplaceKey" value="1" class="btn btn-default" formnovalidate>
            {l s='Replace the key' d='Modules.Weft.Admin'}
          </button>
        {/if}
      {/if}
    </div>
  </div>
</form>

<div class="panel">
  <div class="panel-heading"><i class="icon-exchange"></i> {l s='Deliveries' d='Modules.Weft.Admin'}</div>
  <form action="{$weft_action|escape:'html':'UTF-8'}" method="post">
    <p>
      {l s='Waiting to be sent:' d='Modules.Weft.Admin'} <strong id="weft_waiting">{$weft_waiting|intval}</strong>
    </p>
    <button type="submit" name="weftTest" value="1" class="btn btn-default"
      {if !$weft_is_complete}disabled{/if}>{l s='Send test event' d='Modules.Weft.Admin'}</button>
    <button type="submit" name="weftSendNow" value="1" class="btn btn-default"
      {if !$weft_is_complete || !$weft_waiting}disabled{/if}>{l s='Send waiting events now' d='Modules.Weft.Admin'}</button>
  </form>
  {if $weft_deliveries}
    <table class="table weft-deliveries">
      <thead>
        <tr>
          <th>{l s='When' d='Modules.Weft.Admin'}</th>
          <th>{l s='Event' d='Modules.Weft.Admin'}</th>
          <th>{l s='Ids' d='Modules.Weft.Admin'}</th>
          <th>{l s='Attempts' d='Modules.Weft.Admin'}</th>
          <th>{l s='Status' d='Modules.Weft.Admin'}</th>
        </tr>
      </thead>
      <tbody>
        {foreach from=$weft_deliveries item=row}
          <tr>
            <td>{$row.created|escape:'html':'UTF-8'}</td>
            <td>{$row.type|escape:'html':'UTF-8'}</td>
            <td>{$row.ids|escape:'html':'UTF-8'}</td>
            <td>{$row.attempts|intval}</td>
            <td>
              {if $row.delivered_at > 0}
                {l s='Delivered' d='Modules.Weft.Admin'}
              {elseif $row.attempts == 0}
                {l s='Waiting' d='Modules.Weft.Admin'}
              {else}
                {if $row.last_status == 401}
                  {l s='refused (401): check the webhook URL and secret, and the clock of this server' d='Modules.Weft.Admin'}{elseif $row.last_status > 0}
                  {l s='answered with status %status%' sprintf=['%status%' => $row.last_status|intval] d='Modules.Weft.Admin'}{else}
                  {$row.last_error|escape:'html':'UTF-8'}{/if};
                {l s='again from %time%' sprintf=['%time%' => $row.next|escape:'html':'UTF-8'] d='Modules.Weft.Admin'}
              {/if}
            </td>
          </tr>
        {/foreach}
      </tbody>
    </table>
  {else}
    <p class="weft-deliveries">
      {l s='No event yet. Change a product\'s stock, or send a test event.' d='Modules.Weft.Admin'}
    </p>
  {/if}
</div>

<div class="panel">
  <div class="panel-heading"><i class="icon-time"></i> {l s='Cron' d='Modules.Weft.Admin'}</div>
  <p>
    {l s='Let your host\'s cron open this address every minute. It sends what could not be sent at once. Keep the address to yourself: it carries a token.' d='Modules.Weft.Admin'}
  </p>
  <input type="text" readonly class="form-control" aria-label="{l s='Cron address' d='Modules.Weft.Admin'}"
    value="{$weft_cron_url|escape:'html':'UTF-8'}">
</div>
