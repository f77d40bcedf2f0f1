<form action="{$weft_action|escape:'html':'UTF-8'}" method="post" class="form-horizontal" autocomplete="off">
  <div class="panel" id="weft_connection">
    <div class="panel-heading"><i class="icon-link"></i> Connection to Weft</div>
    <p id="weft_state" style="margin-bottom: 1.5em">
      {if !$weft_is_complete}
        <span class="label label-warning">Not connected</span>
        Copy the address from Weft (the connection's set-up, or Settings &rarr; Module and webhook), paste it here and save.
      {elseif $weft_key.isMade && (!$weft_key.isActive || $weft_key.missing || !$weft_is_webservice_on)}
        <span class="label label-danger">Interrupted</span>
        {if !$weft_is_webservice_on}The shop's webservice is switched off.{/if}
        {if !$weft_key.isActive}Weft's key is switched off.{/if}
        {if $weft_key.missing}Weft's key lacks {', '|implode:$weft_key.missing|escape:'html':'UTF-8'}.{/if}
        The button below puts this right.
      {elseif $weft_connected_at && !$weft_key.isMade}
        <span class="label label-danger">Interrupted</span>
        Weft's key was deleted. The button below makes a new one and hands it over.
      {elseif $weft_connected_at}
        <span class="label label-success">Connected</span>
        to {$weft_host|escape:'html':'UTF-8'}, with the key handed over on {$weft_connected_at|escape:'html':'UTF-8'}.
      {elseif $weft_can_connect}
        <span class="label label-info">Paired</span>
        with {$weft_host|escape:'html':'UTF-8'}. One step is left: create the key and connect.
      {else}
        <span class="label label-info">Events only</span>
        This shop tells {$weft_host|escape:'html':'UTF-8'} what changes. Weft reads it with a key that was made by hand.
      {/if}
    </p>
    <div class="form-group">
      <label class="control-label col-lg-3" for="weft_url">Address from Weft</label>
      <div class="col-lg-7">
        <input type="url" id="weft_url" name="weft_url" class="form-control" required
          placeholder="https://" value="{$weft_url|escape:'html':'UTF-8'}">
      </div>
    </div>
    <div class="form-group">
      <details class="col-lg-offset-3 col-lg-7">
        <summary style="display: list-item; cursor: pointer">Enter the secret by hand</summary>
        <input type="password" id="weft_secret" name="weft_secret" class="form-control"
          aria-label="Webhook secret" autocomplete="new-password">
        <p class="help-block">
          {if $weft_has_secret}A secret is stored. Leave this empty to keep it.{else}Only for an address
          without <code>?pair=</code>: the others bring their secret along.{/if}
        </p>
      </details>
    </div>
    <div class="panel-footer">
      <button type="submit" name="weftSave" value="1" class="btn btn-default pull-right">
        <i class="process-icon-save"></i> Save
      </button>
      {if $weft_can_connect}
        <button type="submit" name="weftConnect" value="1" class="btn btn-primary" formnovalidate>
          {if $weft_connected_at}Connect again{else}Create the key and connect{/if}
        </button>
      {/if}
    </div>
  </div>
</form>

<div class="panel">
  <div class="panel-heading"><i class="icon-exchange"></i> Deliveries</div>
  <form action="{$weft_action|escape:'html':'UTF-8'}" method="post">
    <p>Waiting to be sent: <strong id="weft_waiting">{$weft_waiting|intval}</strong></p>
    <button type="submit" name="weftTest" value="1" class="btn btn-default"
      {if !$weft_is_complete}disabled{/if}>Send test event</button>
    <button type="submit" name="weftSendNow" value="1" class="btn btn-default"
      {if !$weft_is_complete || !$weft_waiting}disabled{/if}>Send waiting events now</button>
  </form>
  {if $weft_deliveries}
    <table class="table" style="margin-top: 1em">
      <thead>
        <tr><th>When</th><th>Event</th><th>Ids</th><th>Attempts</th><th>Status</th></tr>
      </thead>
      <tbody>
        {foreach from=$weft_deliveries item=row}
          <tr>
            <td>{$row.created|escape:'html':'UTF-8'}</td>
            <td>{$row.type|escape:'html':'UTF-8'}</td>
            <td>{$row.ids|escape:'html':'UTF-8'}</td>
            <td>{$row.attempts|intval}</td>
            <td>
              {if $row.delivered_at > 0}Delivered
              {elseif $row.attempts > 0}{$row.last_error|escape:'html':'UTF-8'}; again from {$row.next|escape:'html':'UTF-8'}
              {else}Waiting{/if}
            </td>
          </tr>
        {/foreach}
      </tbody>
    </table>
  {else}
    <p style="margin-top: 1em">No event yet. Change a product's stock, or send a test event.</p>
  {/if}
</div>

<div class="panel">
  <div class="panel-heading"><i class="icon-time"></i> Cron</div>
  <p>Let your host's cron open this address every minute. It sends what could not be sent at once.
    Keep the address to yourself: it carries a token.</p>
  <input type="text" readonly class="form-control" aria-label="Cron address"
    value="{$weft_cron_url|escape:'html':'UTF-8'}">
</div>
