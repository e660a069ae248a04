//! What was there already is named by what it is, alike on both engines.

use snug_domain::communities::{Community, Conversations};
use snug_domain::face::Face;
use snug_domain::people::{EmailAddress, Handle, Language, Person, PersonKind, PersonState, Preferences};
use snug_domain::{AddressId, CommunityId, PersonId, Timestamp};
use snug_store::testing::TestDatabase;
use snug_store::{Error, Tx, Unique, addresses, communities, people};
use uuid::Uuid;

const NOW: Timestamp = Timestamp(0);
const COMMUNITY: CommunityId = CommunityId(Uuid::from_u128(1));

fn community(number: u128, slug: &str, host: &str) -> Community {
    Community {
        id: CommunityId(Uuid::from_u128(number)),
        slug: slug.to_owned(),
        name: String::from("Riverside"),
        host: host.to_owned(),
        mail_domain: String::from("riverside.example"),
        language: Language::English,
        conversations: Conversations::On,
        most_people: 50,
        face: Face::default(),
    }
}

fn person(number: u128, handle: &str, mail_name: &str) -> Person {
    Person {
        id: PersonId(Uuid::from_u128(number)),
        kind: PersonKind::Member,
        state: PersonState::Active,
        name: String::from("Ana Ruiz"),
        handle: Handle::parse(handle).unwrap(),
        about: String::new(),
        mail_name: mail_name.to_owned(),
        preferences: Preferences::new(Language::English),
        change_number: 0,
        created_at: NOW,
    }
}

fn address(tx: &mut Tx<'_>, number: u128, address: &str) -> Result<(), Error> {
    let (id, ana) = (AddressId(Uuid::from_u128(number)), PersonId(Uuid::from_u128(1)));
    addresses::insert_primary(tx, COMMUNITY, id, ana, &EmailAddress::parse(address).unwrap(), NOW)
}

/// What is chosen a second time; the rest of the row is new.
type Second = fn(&mut Tx<'_>) -> Result<(), Error>;

const SECONDS: [(Option<Unique>, Second); 6] = [
    (Some(Unique::Slug), |tx| communities::insert(tx, &community(2, "riverside", "two.example"), NOW)),
    (Some(Unique::Host), |tx| communities::insert(tx, &community(2, "two", "riverside.example"), NOW)),
    (Some(Unique::Handle), |tx| people::insert(tx, COMMUNITY, &person(2, "ana", "two"), None)),
    (Some(Unique::MailName), |tx| people::insert(tx, COMMUNITY, &person(2, "two", "ana-4k"), None)),
    (Some(Unique::Address), |tx| address(tx, 2, "ANA@example.org")),
    // Nobody chooses an id.
    (None, |tx| people::insert(tx, COMMUNITY, &person(1, "two", "two"), None)),
];

#[tokio::test]
async fn what_somebody_chose_a_second_time_is_named() {
    for database in [TestDatabase::sqlite(), TestDatabase::postgres()] {
        let first = |tx: &mut Tx<'_>| {
            communities::insert(tx, &community(1, "riverside", "riverside.example"), NOW)?;
            people::insert(tx, COMMUNITY, &person(1, "ana", "ana-4k"), None)?;
            address(tx, 1, "ana@example.org")
        };
        database.write(first).await.unwrap();
        for (unique, second) in SECONDS {
            let error = database.write(second).await.unwrap_err();
            assert!(matches!(error, Error::Conflict { .. }), "{error}");
            assert_eq!(error.doubled(), unique, "{error}");
        }
    }
}
