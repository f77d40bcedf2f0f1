<form action="{$weft_action|escape:'html':'UTF-8'}" method="post" class="form-horizontal" autocomplete="off">
  <div class="panel">
    <div class="panel-heading"><i class="icon-link"></i> Weft</div>
    <p>Copy both values from Weft: the connection's set-up, or Settings &rarr; Webhook.</p>
    <div class="form-group">
      <label class="control-label col-lg-3" for="weft_url">Webhook URL</label>
      <div class="col-lg-7">
        <input type="url" id="weft_url" name="weft_url" class="form-control" required
          value="{$weft_url|escape:'html':'UTF-8'}">
      </div>
    </div>
    <div class="form-group">
      <label class="control-label col-lg-3" for="weft_secret">Webhook secret</label>
      <div class="col-lg-7">
        <input type="password" id="weft_secret" name="weft_secret" class="form-control"
          autocomplete="new-password" {if !$weft_has_secret}required{/if}>
        {if $weft_has_secret}<p class="help-block">A secret is stored. Leave this empty to keep it.</p>{/if}
      </div>
    </div>
    <div class="panel-footer">
      <button type="submit" name="weftSave" value="1" class="btn btn-primary pull-right">Save</button>
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
    <table class="table">
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
    <p>No event yet. Change a product's stock, or send a test event.</p>
  {/if}
</div>

<div class="panel">
  <div class="panel-heading"><i class="icon-time"></i> Cron</div>
  <p>Let your host's cron open this address every minute. It sends what could not be sent at once.
    Keep the address to yourself: it carries a token.</p>
  <input type="text" readonly class="form-control" aria-label="Cron address"
    value="{$weft_cron_url|escape:'html':'UTF-8'}">
</div>
