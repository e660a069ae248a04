//! E-mail addresses of people.

use crate::{Error, Row, Tx};
use snug_domain::people::{EmailAddress, MailState, OwnedAddress};
use snug_domain::{AddressId, CommunityId, PersonId, Timestamp};

macro_rules! address_columns {
    () => {
        "person_id, address, verified_at, mail_state"
    };
}

/// Adds a person's verified primary address. [`Error::Conflict`] if somebody has it.
pub fn insert_primary(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: AddressId,
    person: PersonId,
    address: &EmailAddress,
    verified_at: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "INSERT INTO addresses (community_id, id, person_id, address, address_key, is_primary, verified_at, mail_state)
         VALUES ($1, $2, $3, $4, $5, TRUE, $6, 'good')",
        &[&community, &id, &person, &address, &address.key(), &verified_at],
    )
}

/// Whose address this is, in whatever case it is written.
pub fn find_by_key(
    tx: &mut Tx<'_>,
    community: CommunityId,
    address: &EmailAddress,
) -> Result<Option<OwnedAddress>, Error> {
    tx.query_optional(
        concat!(
            "SELECT ",
            address_columns!(),
            " FROM addresses
         WHERE community_id = $1 AND address_key = $2"
        ),
        &[&community, &address.key()],
        read,
    )
}

/// The address a person's mail goes to.
pub fn find_primary(tx: &mut Tx<'_>, community: CommunityId, person: PersonId) -> Result<Option<OwnedAddress>, Error> {
    tx.query_optional(
        concat!(
            "SELECT ",
            address_columns!(),
            " FROM addresses
         WHERE community_id = $1 AND person_id = $2 AND is_primary = TRUE"
        ),
        &[&community, &person],
        read,
    )
}

/// Notes whether mail to an address makes sense, where it was thought to be otherwise; whether it was.
pub fn change_mail_state(
    tx: &mut Tx<'_>,
    community: CommunityId,
    address: &EmailAddress,
    (from, to): (MailState, MailState),
) -> Result<bool, Error> {
    let changed = tx.execute(
        "UPDATE addresses SET mail_state = $4 WHERE community_id = $1 AND address_key = $2 AND mail_state = $3",
        &[&community, &address.key(), &from, &to],
    )?;
    Ok(changed > 0)
}

fn read(row: &Row<'_>) -> Result<OwnedAddress, Error> {
    Ok(OwnedAddress {
        person: row.get("person_id")?,
        address: row.get("address")?,
        is_verified: row.get::<Option<i64>>("verified_at")?.is_some(),
        mail_state: row.get("mail_state")?,
    })
}
