-- When whoever sent an invitation reminded of it, which is done once. Also of one that was declined: declining is silent.
ALTER TABLE invitations ADD COLUMN reminded_at INTEGER;
