-- The complete subtrees of the registry log (RFC 6962), kept so that a proof is one indexed query.
-- Level 0 is registry_log.leaf; node (level, index) covers the entries from index * 2^level to
-- before (index + 1) * 2^level. A log of n entries has floor(n / 2^level) nodes of each level.
create table registry_log_node (
  level smallint not null check (level between 1 and 52),
  index bigint not null check (index >= 0),
  hash bytea not null check (octet_length(hash) = 32),
  primary key (level, index)
);
--> statement-breakpoint
-- Stores every subtree that the entries from from_size to before to_size complete. One statement a
-- level, so 100,000 entries at once cost 17 statements. Pairs by grouping, not by a join with itself:
-- on tables whose size the planner does not know yet, that compared every entry with every other. Raises when anything below is missing:
-- then the appending statement fails as a whole.
create function registry_log_add_nodes(from_size bigint, to_size bigint) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  depth smallint := 1;
  first_index bigint := from_size >> 1;
  past_index bigint := to_size >> 1;
  added bigint;
begin
  while past_index > 0 loop
    if past_index > first_index then
      if depth = 1 then
        insert into registry_log_node (level, index, hash)
        select 1, l.idx >> 1, sha256('\x01'::bytea || string_agg(l.leaf, ''::bytea order by l.idx))
        from registry_log l
        where l.idx >= first_index * 2 and l.idx < past_index * 2
        group by l.idx >> 1 having count(*) = 2;
      else
        insert into registry_log_node (level, index, hash)
        select depth, l.index >> 1, sha256('\x01'::bytea || string_agg(l.hash, ''::bytea order by l.index))
        from registry_log_node l
        where l.level = depth - 1 and l.index >= first_index * 2 and l.index < past_index * 2
        group by l.index >> 1 having count(*) = 2;
      end if;
      get diagnostics added = row_count;
      if added <> past_index - first_index then
        raise exception 'registry log: level % has % new nodes where % are due',
          depth, added, past_index - first_index using errcode = 'data_corrupted';
      end if;
    end if;
    depth := depth + 1;
    first_index := first_index >> 1;
    past_index := past_index >> 1;
  end loop;
end
$$;
--> statement-breakpoint
-- Once a statement, however many entries it appends; it sees all of them.
create function registry_log_appended() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  first_idx bigint;
  last_idx bigint;
  appended bigint;
begin
  select min(idx), max(idx), count(*) into first_idx, last_idx, appended from added;
  if appended = 0 then
    return null;
  end if;
  if last_idx - first_idx + 1 <> appended
    or (first_idx > 0 and not exists (select from registry_log where idx = first_idx - 1)) then
    raise exception 'registry log: entries % to % leave a gap', first_idx, last_idx
      using errcode = 'data_corrupted';
  end if;
  perform registry_log_add_nodes(first_idx, last_idx + 1);
  return null;
end
$$;
--> statement-breakpoint
create trigger registry_log_appended after insert on registry_log
referencing new table as added
for each statement execute function registry_log_appended();
--> statement-breakpoint
-- Triggers and their owner run them; nobody else may call them.
revoke execute on function registry_log_add_nodes(bigint, bigint) from public;
--> statement-breakpoint
revoke execute on function registry_log_appended() from public;
--> statement-breakpoint
grant select on registry_log_node to pastikan_service;
