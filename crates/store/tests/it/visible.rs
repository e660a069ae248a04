//! Nobody is shown an entry outside the spans they may see.

use crate::statements::statements;

/// Statements that read `messages` itself, and why they may.
const EXCUSED: [(&str, &str); 10] = [
    ("author_id = $2 AND entry.client_id = $3", "an author finds what they sent, whatever they may see now"),
    ("renderer < 2", "the renderer's own work, shown to nobody"),
    ("FROM changes change\n         LEFT JOIN seats seat", "asks the spans itself: SQLite would make the whole view"),
    ("octet_length(entry.source)", "tells a size only"),
    ("SELECT author_id FROM messages", "tells who is to be told, not what"),
    ("UNION SELECT html FROM messages", "the test kit looks for private texts"),
    ("INSERT INTO earlier_texts", "keeps what the view shows to those who have gone"),
    ("UPDATE messages", "writes"),
    ("INSERT INTO messages", "writes"),
    ("DELETE FROM", "writes"),
];

#[test]
fn entries_are_read_for_people_through_the_view_that_asks_their_spans() {
    let texts: Vec<String> = statements().into_iter().map(|(_, text)| text).collect();
    let reads_messages =
        |text: &&String| text.split_whitespace().any(|word| word.trim_matches(['(', ')', ',']) == "messages");
    let (excused, rest): (Vec<_>, Vec<_>) =
        texts.iter().filter(reads_messages).partition(|text| EXCUSED.iter().any(|(part, _)| text.contains(part)));
    assert!(excused.len() >= EXCUSED.len() - 1, "guard: they are found");
    assert!(rest.is_empty(), "{rest:#?}");
    let through = texts.iter().filter(|text| text.contains("visible_entries")).count();
    assert!(through >= 8, "guard: the view is used");
}
