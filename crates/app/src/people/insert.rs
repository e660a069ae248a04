use crate::{App, Error, News, new_id};
use ring::rand::{SecureRandom, SystemRandom};
use snug_domain::people::{
    EmailAddress, Handle, Person, PersonKind, PersonName, PersonState, Preferences, RELEASED_FOR, is_word_of_the_site,
    looks_of_person, words,
};
use snug_domain::{CLOCKS_AGREE_WITHIN, CommunityId, PersonId, Timestamp};
use snug_mail::mail_name;
use snug_store::{Tx, Unique, addresses, directory, looks, people};
use unicode_normalization::UnicodeNormalization;

/// Handles tried before giving up: `ana.ruiz`, `ana.ruiz-2`, … then by random numbers.
const IN_TURN: u32 = 20;
const AT_RANDOM: u32 = 20;
/// How often a member is tried to be added.
const TRIES: usize = 4;

/// Adds a member with a verified address, under the first free handle that suits the name.
pub(crate) fn insert_member(
    tx: &mut Tx<'_>,
    community: CommunityId,
    name: &PersonName,
    address: &EmailAddress,
    password_hash: Option<&str>,
    preferences: Preferences,
    now: Timestamp,
) -> Result<Person, Error> {
    let id: PersonId = new_id(now);
    let handle = free_handle(tx, community, name, now)?;
    let person = Person {
        id,
        kind: PersonKind::Member,
        state: PersonState::Active,
        name: name.as_str().to_owned(),
        mail_name: free_mail_name(tx, community, &handle)?,
        handle,
        about: String::new(),
        preferences,
        change_number: 0,
        created_at: now,
    };
    people::insert(tx, community, &person, password_hash)?;
    addresses::insert_primary(tx, community, new_id(now), id, address, now)?;
    directory::set_words(tx, community, id, &person.handle, &search_words(&person.name, &person.handle))?;
    looks::set(tx, community, id, &looks_of_person(&person.name, &person.handle))?;
    Ok(person)
}

impl App {
    /// Writes, and again where somebody took the same handle or address at the same time.
    pub(crate) async fn write_member<T, F>(&self, work: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: Fn(&mut Tx<'_>, &mut News) -> Result<T, Error> + Clone + Send + 'static,
    {
        for _ in 0..TRIES {
            let again = work.clone();
            match self.write(move |tx, news| again(tx, news)).await {
                Err(Error::Internal(fault))
                    if matches!(taken(&fault), Some(Unique::Handle | Unique::MailName | Unique::Address)) => {}
                written => return written,
            }
        }
        Err(Error::Busy)
    }
}

/// What somebody else has taken, if that is the fault.
pub(super) fn taken(fault: &anyhow::Error) -> Option<Unique> {
    fault.downcast_ref::<snug_store::Error>()?.doubled()
}

/// The words a person is found by: of their name and handle, without case and accents.
pub(super) fn search_words(name: &str, handle: &Handle) -> Vec<String> {
    let (name, handle) = (plain(name), plain(handle.as_str()));
    let mut all: Vec<String> = words(&name).chain(words(&handle)).map(str::to_owned).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// A text as it is searched: in lower case, without accents, its Latin letters as a keyboard
/// without them types them.
pub(super) fn plain(text: &str) -> String {
    let without_accents = |character: &char| !unicode_normalization::char::is_combining_mark(*character);
    let lower = text.nfkd().filter(without_accents).collect::<String>().to_lowercase();
    let mut plain = String::with_capacity(lower.len());
    for character in lower.chars() {
        match LETTERS.iter().find(|(letter, _)| *letter == character) {
            Some((_, typed)) => plain.push_str(typed),
            None => plain.push(character),
        }
    }
    plain
}

/// Letters that Unicode does not take apart, and what people type for them.
const LETTERS: [(char, &str); 10] = [
    ('ı', "i"),
    ('ł', "l"),
    ('ø', "o"),
    ('đ', "d"),
    ('ð', "d"),
    ('ħ', "h"),
    ('ß', "ss"),
    ('æ', "ae"),
    ('œ', "oe"),
    ('þ', "th"),
];

fn free_handle(tx: &mut Tx<'_>, community: CommunityId, name: &PersonName, now: Timestamp) -> Result<Handle, Error> {
    let name = plain(name.as_str());
    for attempt in 1..=IN_TURN + AT_RANDOM {
        let number = if attempt <= IN_TURN { attempt } else { u32::try_from(random_number()? % 100_000).unwrap_or(0) };
        let handle = Handle::suggest(&name, number);
        if !is_word_of_the_site(&handle) && list_alike(tx, community, &handle, now)?.is_empty() {
            return Ok(handle);
        }
    }
    Err(Error::Busy)
}

/// Whose handle is this one, or looks like it: those who have one, and those for whom one is kept.
pub(super) fn list_alike(
    tx: &mut Tx<'_>,
    community: CommunityId,
    handle: &Handle,
    now: Timestamp,
) -> Result<Vec<PersonId>, Error> {
    let released = (now - RELEASED_FOR, now + CLOCKS_AGREE_WITHIN);
    let found = looks::list_handles(tx, community, handle, released)?;
    Ok(found.into_iter().filter(|(other, _)| handle.looks_like(other)).map(|(_, owner)| owner).collect())
}

fn free_mail_name(tx: &mut Tx<'_>, community: CommunityId, handle: &Handle) -> Result<String, Error> {
    for attempt in 0..8 {
        let name = mail_name(handle.as_str(), random_number()?, attempt);
        if !people::is_mail_name_taken(tx, community, &name)? {
            return Ok(name);
        }
    }
    Err(Error::Busy)
}

fn random_number() -> Result<u64, Error> {
    let mut bytes = [0; 8];
    let drawn = SystemRandom::new().fill(&mut bytes);
    drawn.map_err(|_| Error::Internal(anyhow::anyhow!("the system gives no random bytes")))?;
    Ok(u64::from_le_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn a_search_is_without_case_and_accents() {
        assert_eq!(plain("Ana María ÅNGSTRÖM"), "ana maria angstrom");
        assert_eq!(plain("Deniz Aydın Łukasz Weiß"), "deniz aydin lukasz weiss");
    }
}
