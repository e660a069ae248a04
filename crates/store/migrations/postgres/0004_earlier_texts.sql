-- What a message said before it was edited, for those who had gone by then: they go on reading what they knew.
CREATE TABLE earlier_texts (
    community_id UUID NOT NULL,
    message_id UUID NOT NULL,
    -- The number of the conversation's last entry when it was edited: whoever went with that entry or an earlier one
    -- reads this text.
    up_to_sequence BIGINT NOT NULL,
    source TEXT NOT NULL,
    html TEXT NOT NULL,
    excerpt TEXT NOT NULL,
    renderer BIGINT NOT NULL,
    edited_at BIGINT,
    PRIMARY KEY (community_id, message_id, up_to_sequence),
    FOREIGN KEY (community_id, message_id) REFERENCES messages (community_id, id)
);

-- What each person may read, with who wrote it. Whatever reads entries for somebody reads them here. What is news to
-- them counts as unread: messages of others, and lines about themself.
DROP VIEW visible_entries;
CREATE VIEW visible_entries AS
SELECT seat.community_id, seat.person_id AS reader_id, seat.conversation_id, entry.id, entry.sequence, entry.kind,
    entry.origin,
    CASE WHEN earlier.message_id IS NULL THEN entry.source ELSE earlier.source END AS source,
    CASE WHEN earlier.message_id IS NULL THEN entry.html ELSE earlier.html END AS html,
    CASE WHEN earlier.message_id IS NULL THEN entry.excerpt ELSE earlier.excerpt END AS excerpt,
    CASE WHEN earlier.message_id IS NULL THEN entry.renderer ELSE earlier.renderer END AS renderer,
    entry.client_id, entry.created_at,
    CASE WHEN earlier.message_id IS NULL THEN entry.edited_at ELSE earlier.edited_at END AS edited_at,
    entry.deleted_at, entry.author_id, author.name AS author_name, author.handle AS author_handle,
    author.kind AS author_kind, entry.subject_id, subject.name AS subject_name, subject.handle AS subject_handle,
    subject.kind AS subject_kind,
    -- Nothing where the answered message is outside the spans.
    CASE WHEN entry.in_reply_to IS NOT NULL AND EXISTS (
        SELECT 1 FROM visible_spans answered
        WHERE answered.community_id = seat.community_id AND answered.participant_id = seat.participant_id
            AND answered.from_sequence <= entry.in_reply_to
            AND (answered.to_sequence IS NULL OR answered.to_sequence >= entry.in_reply_to))
        THEN entry.in_reply_to END AS in_reply_to,
    entry.author_id <> seat.person_id AND entry.deleted_at IS NULL
        AND (entry.kind = 'message' OR (entry.subject_id IS NOT NULL AND entry.subject_id = seat.person_id)) AS is_news
FROM seats seat
JOIN messages entry
    ON entry.community_id = seat.community_id AND entry.conversation_id = seat.conversation_id
-- The text as it stood where what they see of it ended. It has not ended while they take part, and not for the one
-- message they are asked with, which is the whole of its span.
LEFT JOIN earlier_texts earlier
    ON earlier.community_id = entry.community_id AND earlier.message_id = entry.id
    AND earlier.up_to_sequence = CASE
        WHEN entry.edited_at IS NOT NULL AND entry.deleted_at IS NULL AND entry.author_id <> seat.person_id THEN (
            SELECT min(kept.up_to_sequence) FROM earlier_texts kept
            WHERE kept.community_id = entry.community_id AND kept.message_id = entry.id
                AND kept.up_to_sequence >= (
                    SELECT max(CASE WHEN span.to_sequence > entry.sequence THEN span.to_sequence
                        ELSE 9223372036854775807 END)
                    FROM visible_spans span
                    WHERE span.community_id = seat.community_id AND span.participant_id = seat.participant_id
                        AND span.from_sequence <= entry.sequence
                        AND (span.to_sequence IS NULL OR span.to_sequence >= entry.sequence)))
        END
LEFT JOIN people author ON author.community_id = entry.community_id AND author.id = entry.author_id
LEFT JOIN people subject ON subject.community_id = entry.community_id AND subject.id = entry.subject_id
WHERE EXISTS (
    SELECT 1 FROM visible_spans span
    WHERE span.community_id = seat.community_id AND span.participant_id = seat.participant_id
        AND span.from_sequence <= entry.sequence
        AND (span.to_sequence IS NULL OR span.to_sequence >= entry.sequence));
