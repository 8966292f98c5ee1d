-- What could put it right at once: stock by item and site, and what may stand in for an item, as the firm's own system tells.
create table stock (
  id {id} not null primary key,
  item {text} not null,
  -- Item and site without case, marks and spare spaces, so that they are found however they are written.
  item_key {text} not null,
  site {text} not null,
  site_key {text} not null,
  -- Thousandths, of pieces or metres.
  on_hand {int},
  free {int},
  ready_on {text},
  lead_days {int},
  -- When a file last told of it. What a later file of the same site is silent about is not known any more.
  seen_at {int} not null,
  changed_at {int} not null,
  unique (item_key, site_key)
) {strict};
create index stock_by_site on stock (site_key, seen_at);
create table alternates (
  id {id} not null primary key,
  -- Item, alternate and who approved it, in one text.
  row_key {text} not null unique,
  item {text} not null,
  item_key {text} not null,
  alternate {text} not null,
  fits {text} not null,
  -- The customer who approved it; nobody when it is only known to fit.
  account_id {id} references accounts (id),
  data_sheet {text} not null,
  seen_at {int} not null,
  changed_at {int} not null
) {strict};
create index alternates_by_item on alternates (item_key, row_key);
