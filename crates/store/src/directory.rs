//! The words people are found by, and the searches for them.
//!
//! No search costs more than the rows it may look at, whatever matches: words that few have are gathered, words that
//! very many have are met on the way through the members with such a beginning, in the order of handles.

use crate::people::{may_sign_in, person_columns, read};
use crate::preferences::join_preferences;
use crate::{Error, Part, Tx};
use snug_domain::people::{Handle, Person};
use snug_domain::{CommunityId, PersonId};

/// Letters of a beginning by which members are kept in order.
const LONGEST_BEGINNING: usize = 2;

/// Behind every word that begins so: no word has a letter after this one.
fn end(beginning: &str) -> String {
    format!("{beginning}\u{10ffff}")
}

/// How a search walks: by the members with a word that begins like this one.
fn walked(beginning: &str) -> String {
    beginning.chars().take(LONGEST_BEGINNING).collect()
}

/// How many words begin with each of the three, counted no further than `most`.
pub fn count_words(
    tx: &mut Tx<'_>,
    community: CommunityId,
    beginnings: [&str; 3],
    most: i64,
) -> Result<[i64; 3], Error> {
    let [first, second, third] = beginnings;
    tx.query_one(
        "SELECT
             (SELECT count(*) FROM (SELECT 1 AS one FROM person_words
                 WHERE community_id = $1 AND word >= $2 AND word < $3 LIMIT $8) AS first),
             (SELECT count(*) FROM (SELECT 1 AS one FROM person_words
                 WHERE community_id = $1 AND word >= $4 AND word < $5 LIMIT $8) AS second),
             (SELECT count(*) FROM (SELECT 1 AS one FROM person_words
                 WHERE community_id = $1 AND word >= $6 AND word < $7 LIMIT $8) AS third)",
        &[&community, &first, &end(first), &second, &end(second), &third, &end(third), &most],
        |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?]),
    )
}

/// Active members with a word that begins with each of the three, whose handle comes after this
/// one, in the order of handles. Gathers everybody who fits the first, so few should.
pub fn gather(
    tx: &mut Tx<'_>,
    community: CommunityId,
    beginnings: [&str; 3],
    after: &str,
    limit: i64,
) -> Result<Part<Person, Handle>, Error> {
    let [first, second, third] = beginnings;
    // SQLite takes the sides of a CROSS JOIN in this order: the words first, then their people.
    tx.part(
        concat!(
            "SELECT ",
            person_columns!(),
            " FROM (
             SELECT DISTINCT person_id FROM person_words WHERE community_id = $1 AND word >= $3 AND word < $4
         ) AS found
         CROSS JOIN people person ",
            join_preferences!(),
            " WHERE person.community_id = $1 AND person.id = found.person_id
             AND person.handle > $2 AND ",
            may_sign_in!(),
            " AND EXISTS (SELECT 1 FROM person_words second WHERE second.community_id = $1
                 AND second.person_id = person.id AND second.word >= $5 AND second.word < $6)
             AND EXISTS (SELECT 1 FROM person_words third WHERE third.community_id = $1
                 AND third.person_id = person.id AND third.word >= $7 AND third.word < $8)
         ORDER BY person.handle LIMIT $9"
        ),
        &[&community, &after, &first, &end(first), &second, &end(second), &third, &end(third), &limit],
        ("person_handle", limit),
        read,
    )
}

/// The handle up to which a walk goes that begins after this one and looks at so many members;
/// `None` where there are not so many.
pub fn find_end_of_walk(
    tx: &mut Tx<'_>,
    community: CommunityId,
    beginning: &str,
    after: &str,
    looked_at: i64,
) -> Result<Option<Handle>, Error> {
    tx.query_optional(
        "SELECT handle FROM person_beginnings WHERE community_id = $1 AND beginning = $2 AND handle > $3
         ORDER BY handle LIMIT 1 OFFSET $4",
        &[&community, &walked(beginning), &after, &(looked_at - 1)],
        |row| row.get(0),
    )
}

/// Active members with a word that begins with each of the three, in the order of handles, met on
/// the way from one handle to another through those with a word that begins like the first.
pub fn walk(
    tx: &mut Tx<'_>,
    community: CommunityId,
    beginnings: [&str; 3],
    (after, up_to): (&str, Option<&Handle>),
    limit: i64,
) -> Result<Part<Person, Handle>, Error> {
    let [first, second, third] = beginnings;
    let up_to = up_to.map_or_else(|| end(""), ToString::to_string);
    let begin = walked(first);
    // SQLite takes the sides of a CROSS JOIN in this order, and stops when the page is full.
    tx.part(
        concat!(
            "SELECT ",
            person_columns!(),
            " FROM person_beginnings way
         CROSS JOIN people person ",
            join_preferences!(),
            " WHERE way.community_id = $1 AND way.beginning = $2 AND way.handle > $3 AND way.handle <= $4
             AND person.community_id = $1 AND person.id = way.person_id AND ",
            may_sign_in!(),
            " AND EXISTS (SELECT 1 FROM person_words first WHERE first.community_id = $1
                 AND first.person_id = person.id AND first.word >= $5 AND first.word < $6)
             AND EXISTS (SELECT 1 FROM person_words second WHERE second.community_id = $1
                 AND second.person_id = person.id AND second.word >= $7 AND second.word < $8)
             AND EXISTS (SELECT 1 FROM person_words third WHERE third.community_id = $1
                 AND third.person_id = person.id AND third.word >= $9 AND third.word < $10)
         ORDER BY way.handle LIMIT $11"
        ),
        &[&community, &begin, &after, &up_to, &first, &end(first), &second, &end(second), &third, &end(third), &limit],
        ("person_handle", limit),
        read,
    )
}

/// Replaces the words a person is found by.
pub fn set_words(
    tx: &mut Tx<'_>,
    community: CommunityId,
    person: PersonId,
    handle: &Handle,
    words: &[String],
) -> Result<(), Error> {
    tx.run("DELETE FROM person_words WHERE community_id = $1 AND person_id = $2", &[&community, &person])?;
    tx.run("DELETE FROM person_beginnings WHERE community_id = $1 AND person_id = $2", &[&community, &person])?;
    for word in words {
        tx.run(
            "INSERT INTO person_words (community_id, word, person_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
            &[&community, word, &person],
        )?;
        for letters in 1..=LONGEST_BEGINNING.min(word.chars().count()) {
            let beginning: String = word.chars().take(letters).collect();
            tx.run(
                "INSERT INTO person_beginnings (community_id, beginning, handle, person_id) VALUES ($1, $2, $3, $4)
                 ON CONFLICT DO NOTHING",
                &[&community, &beginning, &handle, &person],
            )?;
        }
    }
    Ok(())
}
