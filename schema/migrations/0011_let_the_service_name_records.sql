grant select, insert, delete on record_idempotency to pastikan_service;
