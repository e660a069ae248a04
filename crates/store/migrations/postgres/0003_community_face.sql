-- What a community looks like.
ALTER TABLE communities ADD COLUMN accent TEXT;
-- The name of its logo, made from what is in it.
ALTER TABLE communities ADD COLUMN logo TEXT;
ALTER TABLE communities ADD COLUMN sentence TEXT NOT NULL DEFAULT '';

CREATE TABLE community_icons (
    community_id UUID NOT NULL REFERENCES communities (id),
    icon TEXT NOT NULL,
    -- The logo that it was made from.
    logo TEXT NOT NULL,
    png BYTEA NOT NULL,
    PRIMARY KEY (community_id, icon)
);
