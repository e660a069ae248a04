-- The time zone of a person, by its IANA name: the one they chose, and that of the browser they used last.
ALTER TABLE preferences ADD COLUMN time_zone TEXT;
ALTER TABLE preferences ADD COLUMN browser_time_zone TEXT;

-- The browser a link was asked for with, as it calls itself: its mail says so.
ALTER TABLE links ADD COLUMN client TEXT;
