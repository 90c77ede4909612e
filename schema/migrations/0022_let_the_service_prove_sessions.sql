grant update (token_hash, proven_at) on sessions to pastikan_service;
