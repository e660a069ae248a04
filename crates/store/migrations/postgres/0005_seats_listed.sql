-- An index of lists, and of nothing else: it has an entry for each time its conversation was active, so that a seat which
-- is looked up in it, instead of by its key, costs all of them until PostgreSQL cleans the table. Lists name a shelf.
DROP INDEX seats_listed;
CREATE INDEX seats_listed ON seats (community_id, person_id, shelf, active_at, conversation_id) WHERE shelf IS NOT NULL;
