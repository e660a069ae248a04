//! A lot of data at once: rows as Snug would have written them itself, in a database that it made.
//!
//! All of it is long ago, so that what Snug forgets after days or months is gone: the changes that live pages follow,
//! and the mails that told of it. It is the same whenever it is made.

mod load;

use crate::snug::Stored;
use anyhow::Result;
use load::{Cell, Loader};
use snug_domain::people::{Handle, LookOf, looks_of_person};
use snug_store::messages::RENDERER;
use uuid::{Builder, Uuid};

/// The first member joined then, and each of the others a second after the one before: 2022-01-01, in milliseconds.
const FIRST_JOINED: i64 = 1_640_995_200_000;
const SECOND: i64 = 1_000;
const MINUTE: i64 = 60 * SECOND;
/// When the newest conversation had its last message: 2025-01-01.
const LAST_ACTIVE: i64 = 1_735_689_600_000;
/// How long before that the next one had its last message, and so on.
const STEP: i64 = 10 * MINUTE;
/// Characters of a message.
const LENGTH: usize = 120;

/// Fills a database that no Snug has open at the moment.
pub(crate) fn fill(stored: &Stored, work: impl FnOnce(&mut Filling<'_, '_>) -> Result<()> + Send) -> Result<()> {
    load::load(stored, |loader| {
        let community = loader.find_id("SELECT id FROM communities")?;
        work(&mut Filling { community, loader })
    })
}

/// A database that is being filled.
pub(crate) struct Filling<'a, 'c> {
    community: Uuid,
    loader: &'a mut Loader<'c>,
}

/// How far somebody is with a conversation in which the other one had the last word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reading {
    /// Everything is read.
    Done,
    /// The last message is unread; a mail told of it.
    Told,
    /// The last message is unread, and no mail told of it.
    Untold,
}

/// A direct conversation. The two of them take turns, and the other one had the last word.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Conversation {
    /// Whose list it is seen in.
    pub(crate) owner: Uuid,
    pub(crate) other: Uuid,
    /// Its number, which no other one has.
    pub(crate) number: i64,
    /// How many conversations are newer.
    pub(crate) place: i64,
    /// How many messages it has, with the line that says that the invitation was accepted: 2 or more.
    pub(crate) entries: i64,
    /// How far the owner is with it.
    pub(crate) reading: Reading,
}

impl Conversation {
    pub(crate) fn id(&self) -> Uuid {
        id(Kind::Conversation, self.at(1), self.number)
    }

    /// When an entry was written: a minute after the one before.
    const fn at(&self, sequence: i64) -> i64 {
        LAST_ACTIVE - self.place * STEP - (self.entries - sequence) * MINUTE
    }

    /// Who invited whom: the one who takes the odd turns, so that the other one has the last.
    const fn pair(&self) -> [Uuid; 2] {
        if self.entries % 2 == 0 { [self.owner, self.other] } else { [self.other, self.owner] }
    }

    const fn author(&self, sequence: i64) -> Uuid {
        let [starter, invited] = self.pair();
        if sequence % 2 == 0 { invited } else { starter }
    }

    fn participant(&self, person: Uuid) -> Uuid {
        let kind = if person == self.owner { Kind::Owner } else { Kind::Other };
        id(kind, self.at(1), self.number)
    }
}

/// A member that was made here, by their number.
pub(crate) fn member(number: i64) -> Uuid {
    id(Kind::Person, joined_at(number), number)
}

/// The text of a message, by its number in its conversation.
pub(crate) fn text(sequence: i64) -> String {
    format!("{:.<LENGTH$}", format!("A message of an ordinary length, number={sequence} "))
}

const fn joined_at(number: i64) -> i64 {
    FIRST_JOINED + number * SECOND
}

/// What an id is of; ids of two kinds are never the same.
#[derive(Debug, Clone, Copy)]
enum Kind {
    Person = 1,
    Address,
    Conversation,
    Owner,
    Other,
    Invitation,
    Message,
}

/// A UUIDv7 of this time, with a number in place of random bits.
fn id(kind: Kind, at: i64, number: i64) -> Uuid {
    let [_, a, b, c, d, e, f, g] = number.to_be_bytes();
    let random = [0, kind as u8, 0, a, b, c, d, e, f, g];
    Builder::from_unix_timestamp_millis(at.unsigned_abs(), &random).into_uuid()
}

fn handle(number: i64) -> Handle {
    Handle::suggest(&format!("Member {number}"), 1)
}

impl Filling<'_, '_> {
    /// The person with this handle.
    pub(crate) fn person(&mut self, handle: &str) -> Result<Uuid> {
        self.loader.find_id(&format!("SELECT id FROM people WHERE handle = '{handle}'"))
    }

    /// Adds the members 0, 1, 2, and so on, who can be mailed but cannot sign in.
    pub(crate) fn members(&mut self, count: i64) -> Result<()> {
        let community = Cell::Id(self.community);
        let people =
            "community_id, id, kind, state, name, handle, handle_look, about, mail_name, password_hash, language,
             change_number, created_at";
        let rows = (0..count).map(|number| {
            vec![
                community.clone(),
                Cell::Id(member(number)),
                Cell::Word("member"),
                Cell::Word("active"),
                Cell::Text(format!("Member {number}")),
                Cell::Text(handle(number).to_string()),
                Cell::Text(handle(number).look()),
                Cell::Word(""),
                Cell::Text(format!("member.{number}-4k")),
                Cell::Empty,
                Cell::Word("en"),
                Cell::Whole(0),
                Cell::Whole(joined_at(number)),
            ]
        });
        self.loader.insert("people", people, rows)?;

        let rows = (0..count).flat_map(|number| {
            let word = |word| vec![community.clone(), word, Cell::Id(member(number))];
            [word(Cell::Text(number.to_string())), word(Cell::Word("member"))]
        });
        self.loader.insert("person_words", "community_id, word, person_id", rows)?;

        let rows = (0..count).flat_map(|number| {
            let digits: Vec<char> = number.to_string().chars().collect();
            let begins = |letters: usize| Cell::Text(digits.iter().take(letters).collect());
            let numbers = (1..=digits.len().min(2)).map(begins);
            let beginnings = [Cell::Word("m"), Cell::Word("me")].into_iter().chain(numbers);
            let row = |beginning| {
                let handle = Cell::Text(format!("member.{number}"));
                vec![community.clone(), beginning, handle, Cell::Id(member(number))]
            };
            beginnings.map(row).collect::<Vec<_>>()
        });
        self.loader.insert("person_beginnings", "community_id, beginning, handle, person_id", rows)?;

        let rows = (0..count).flat_map(|number| {
            let row = |(of, look)| {
                let of = if of == LookOf::Handle { "handle" } else { "name" };
                vec![community.clone(), Cell::Text(look), Cell::Id(member(number)), Cell::Word(of)]
            };
            looks_of_person(&format!("Member {number}"), &handle(number)).into_iter().map(row).collect::<Vec<_>>()
        });
        self.loader.insert("person_looks", "community_id, look, person_id, look_of", rows)?;

        let addresses = "community_id, id, person_id, address, address_key, is_primary, verified_at, mail_state";
        let rows = (0..count).map(|number| {
            let address = Cell::Text(format!("member.{number}@example.org"));
            vec![
                community.clone(),
                Cell::Id(id(Kind::Address, joined_at(number), number)),
                Cell::Id(member(number)),
                address.clone(),
                address,
                Cell::Truth(true),
                Cell::Whole(joined_at(number)),
                Cell::Word("good"),
            ]
        });
        self.loader.insert("addresses", addresses, rows)
    }

    /// Adds conversations of people that are there.
    pub(crate) fn conversations(&mut self, all: impl Iterator<Item = Conversation> + Clone) -> Result<()> {
        self.conversation_rows(all.clone())?;
        self.participant_rows(all.clone())?;
        self.invitation_rows(all.clone())?;
        self.message_rows(all)
    }

    fn conversation_rows(&mut self, all: impl Iterator<Item = Conversation> + Clone) -> Result<()> {
        let community = Cell::Id(self.community);
        let rows = all.clone().map(|one| {
            let [starter, _] = one.pair();
            vec![
                community.clone(),
                Cell::Id(one.id()),
                Cell::Word("direct"),
                Cell::Word("hosts"),
                Cell::Id(starter),
                Cell::Whole(one.at(1)),
                Cell::Whole(one.entries),
            ]
        });
        let columns = "community_id, id, kind, adding, created_by, created_at, last_sequence";
        self.loader.insert("conversations", columns, rows)?;

        let rows = all.map(|one| {
            let (lower, higher) = (one.owner.min(one.other), one.owner.max(one.other));
            vec![community.clone(), Cell::Id(lower), Cell::Id(higher), Cell::Id(one.id())]
        });
        let columns = "community_id, lower_person_id, higher_person_id, conversation_id";
        self.loader.insert("direct_pairs", columns, rows)
    }

    fn participant_rows(&mut self, all: impl Iterator<Item = Conversation> + Clone) -> Result<()> {
        let community = Cell::Id(self.community);
        let participant = |one: &Conversation, person: Uuid| {
            let [starter, _] = one.pair();
            let asked = |cell: Cell| if person == starter { Cell::Empty } else { cell };
            vec![
                community.clone(),
                Cell::Id(one.participant(person)),
                Cell::Id(one.id()),
                Cell::Id(person),
                Cell::Empty,
                Cell::Word("joined"),
                Cell::Word(if person == starter { "host" } else { "member" }),
                asked(Cell::Id(starter)),
                asked(Cell::Whole(one.at(1))),
                asked(Cell::Whole(1)),
                asked(Cell::Whole(1)),
                Cell::Whole(one.at(if person == starter { 1 } else { 2 })),
            ]
        };
        let rows = all.clone().flat_map(|one| one.pair().map(|person| participant(&one, person)));
        let columns = "community_id, id, conversation_id, person_id, group_id, state, role, asked_by_id, asked_at,
             asked_with_sequence, seen_from_sequence, joined_at";
        self.loader.insert("participants", columns, rows)?;

        let seat = |one: &Conversation, person: Uuid| {
            let reading = if person == one.owner { one.reading } else { Reading::Done };
            let unread = i64::from(reading != Reading::Done);
            vec![
                community.clone(),
                Cell::Id(person),
                Cell::Id(one.id()),
                Cell::Id(one.participant(person)),
                Cell::Word("list"),
                Cell::Word("normal"),
                Cell::Truth(false),
                Cell::Whole(one.entries - unread),
                Cell::Whole(unread),
                Cell::Truth(unread > 0),
                if reading == Reading::Untold { Cell::Whole(one.at(one.entries)) } else { Cell::Empty },
                Cell::Whole(if reading == Reading::Told { one.entries } else { 0 }),
                Cell::Whole(one.entries),
                Cell::Whole(one.at(one.entries)),
            ]
        };
        let rows = all.clone().flat_map(|one| one.pair().map(|person| seat(&one, person)));
        let columns = "community_id, person_id, conversation_id, participant_id, shelf, level, starred,
             read_sequence, unread_count, rings, untold_since, told_sequence, last_sequence, active_at";
        self.loader.insert("seats", columns, rows)?;

        let span = |participant| vec![community.clone(), Cell::Id(participant), Cell::Whole(1), Cell::Empty];
        let rows = all.flat_map(|one| one.pair().map(|person| span(one.participant(person))));
        let columns = "community_id, participant_id, from_sequence, to_sequence";
        self.loader.insert("visible_spans", columns, rows)
    }

    fn invitation_rows(&mut self, all: impl Iterator<Item = Conversation>) -> Result<()> {
        let community = Cell::Id(self.community);
        let rows = all.map(|one| {
            let [starter, invited] = one.pair();
            vec![
                community.clone(),
                Cell::Id(id(Kind::Invitation, one.at(1), one.number)),
                Cell::Id(one.id()),
                Cell::Id(one.participant(invited)),
                Cell::Id(starter),
                Cell::Id(invited),
                Cell::Word("accepted"),
                Cell::Whole(one.at(1)),
                Cell::Whole(one.at(2)),
            ]
        });
        let columns = "community_id, id, conversation_id, participant_id, inviter_id, invitee_id, state, sent_at,
             decided_at";
        self.loader.insert("invitations", columns, rows)
    }

    fn message_rows(&mut self, all: impl Iterator<Item = Conversation>) -> Result<()> {
        let community = Cell::Id(self.community);
        let message = |one: &Conversation, sequence: i64| {
            let id = id(Kind::Message, one.at(sequence), one.number);
            let is_line = sequence == 2;
            let unless_line = |cell: Cell, otherwise: Cell| if is_line { otherwise } else { cell };
            let text = text(sequence);
            vec![
                community.clone(),
                Cell::Id(id),
                Cell::Id(one.id()),
                Cell::Whole(sequence),
                Cell::Word(if is_line { "joined" } else { "message" }),
                Cell::Id(one.author(sequence)),
                Cell::Word("site"),
                unless_line(Cell::Text(text.clone()), Cell::Word("")),
                unless_line(Cell::Text(format!("<p dir=\"auto\">{text}</p>\n")), Cell::Word("")),
                unless_line(Cell::Text(text.clone()), Cell::Word("")),
                Cell::Whole(RENDERER),
                unless_line(Cell::Text(id.to_string()), Cell::Empty),
                // Nobody sends these again, so any 16 bytes will do.
                unless_line(Cell::Bytes(id.into_bytes()), Cell::Empty),
                Cell::Whole(one.at(sequence)),
            ]
        };
        let rows = all.flat_map(|one| (1..=one.entries).map(move |sequence| message(&one, sequence)));
        let columns = "community_id, id, conversation_id, sequence, kind, author_id, origin, source, html, excerpt,
             renderer, client_id, fingerprint, created_at";
        self.loader.insert("messages", columns, rows)
    }
}

#[cfg(test)]
mod tests {
    use super::{Conversation, FIRST_JOINED, Reading, fill, member};
    use crate::snug::Stored;
    use rusqlite::Connection;
    use std::path::Path;
    use uuid::Uuid;

    /// A database as Snug makes it, with a community.
    fn migrated(file: &Path) {
        let connection = Connection::open(file).unwrap();
        let mut steps: Vec<_> = std::fs::read_dir("../crates/store/migrations/sqlite").unwrap().collect();
        steps.sort_by_key(|step| step.as_ref().unwrap().path());
        for step in steps {
            connection.execute_batch(&std::fs::read_to_string(step.unwrap().path()).unwrap()).unwrap();
        }
        let community = "INSERT INTO communities
             (id, slug, name, host, mail_domain, language, conversations_enabled, most_people, created_at)
             VALUES (?1, 'bench', 'Bench', 'bench.localhost', 'mail.localhost', 'en', 1, 50, 0)";
        connection.execute(community, [Uuid::nil()]).unwrap();
    }

    fn conversation(place: i64) -> Conversation {
        let reading = [Reading::Done, Reading::Told, Reading::Untold][usize::try_from(place % 3).unwrap()];
        let (owner, other) = (member(place), member(place + 1));
        Conversation { owner, other, number: place, place, entries: 2 + place % 4, reading }
    }

    #[test]
    fn what_is_made_is_as_the_database_wants_it() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("snug.db");
        migrated(&file);
        fill(&Stored::Sqlite(file.clone()), |filling| {
            filling.members(13)?;
            filling.conversations((0..12).map(conversation))
        })
        .unwrap();

        let connection = Connection::open(&file).unwrap();
        let count = |query: &str| connection.query_row(query, [], |row| row.get::<_, i64>(0)).unwrap();
        assert_eq!(count("SELECT count(*) FROM pragma_foreign_key_check"), 0);
        assert_eq!(count("SELECT count(*) FROM people"), 13);
        assert_eq!(count("SELECT count(*) FROM conversations"), 12);
        assert_eq!(count("SELECT count(*) FROM messages"), 3 * (2 + 3 + 4 + 5));
        assert_eq!(count("SELECT count(*) FROM seats WHERE unread_count = 1"), 8);
        assert_eq!(count("SELECT count(*) FROM seats WHERE rings"), 8);
        assert_eq!(count("SELECT count(*) FROM seats WHERE untold_since IS NOT NULL"), 4);
        assert_eq!(count("SELECT count(*) FROM listed_conversations"), 24, "each in the list of both");
        let others = "SELECT count(*) FROM seats JOIN messages USING (community_id, conversation_id)
             WHERE author_id <> person_id AND sequence > read_sequence";
        assert_eq!(count(others), count("SELECT sum(unread_count) FROM seats"));
        let own = "SELECT count(*) FROM seats JOIN messages USING (community_id, conversation_id)
             WHERE author_id = person_id AND sequence > read_sequence";
        assert_eq!(count(own), 0, "who writes has read");
    }

    #[test]
    fn ids_sort_by_time() {
        assert!((0..1_000).is_sorted_by_key(member));
        let made = member(0).get_timestamp().map(|time| time.to_unix().0 * 1_000);
        assert_eq!(made, Some(FIRST_JOINED.unsigned_abs()));
        assert!(conversation(1).id() < conversation(0).id());
    }
}
