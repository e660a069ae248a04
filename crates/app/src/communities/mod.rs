//! Communities, as an operator sets them up.

mod face;
mod initial;
mod logo;

pub(crate) use face::DrawnIcons;
pub use face::{Change, FaceChange, icon_name};

use crate::{App, Error, new_id};
use snug_domain::communities::{Community, Conversations, parse_host, parse_most_people, parse_name, parse_slug};
use snug_domain::conversations::MOST_PEOPLE;
use snug_domain::face::Face;
use snug_domain::people::Language;
use snug_domain::{Field, Invalid, Problem, Timestamp};
use snug_store::communities;

/// A community an operator adds.
#[derive(Debug, Clone)]
pub struct NewCommunity {
    /// Its word on the command line.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// The host name it is found by.
    pub host: String,
    /// The domain its mails come from.
    pub mail_domain: String,
    /// The language of those who have not chosen one.
    pub language: Language,
}

impl App {
    /// Adds a community. Its conversations are off.
    pub async fn create_community(&self, new: NewCommunity, now: Timestamp) -> Result<Community, Error> {
        let community = Community {
            id: new_id(now),
            slug: parse_slug(&new.slug)?,
            name: parse_name(&new.name)?,
            host: parse_host(&new.host)?,
            mail_domain: parse_host(&new.mail_domain)?,
            language: new.language,
            conversations: Conversations::Off,
            most_people: MOST_PEOPLE,
            face: Face::default(),
        };
        self.write(move |tx, _| {
            if communities::find_by_slug(tx, &community.slug)?.is_some() {
                return Err(Invalid::new(Field::Handle, Problem::Taken).into());
            }
            if communities::find_by_host(tx, &community.host)?.is_some() {
                return Err(Invalid::new(Field::Host, Problem::Taken).into());
            }
            communities::insert(tx, &community, now)?;
            Ok(community.clone())
        })
        .await
    }

    /// Turns the conversations of a community on or off.
    pub async fn set_conversations(&self, slug: &str, conversations: Conversations) -> Result<Community, Error> {
        let slug = slug.to_owned();
        self.write(move |tx, _| {
            let community = communities::find_by_slug(tx, &slug)?.ok_or(Error::NotFound)?;
            communities::set_conversations(tx, community.id, conversations)?;
            Ok(Community { conversations, ..community })
        })
        .await
    }

    /// Changes how many people can be in one conversation of a community. Those that have more keep them.
    pub async fn set_most_people(&self, slug: &str, most: i64) -> Result<Community, Error> {
        let (slug, most_people) = (slug.to_owned(), parse_most_people(most)?);
        self.write(move |tx, _| {
            let community = communities::find_by_slug(tx, &slug)?.ok_or(Error::NotFound)?;
            communities::set_most_people(tx, community.id, most_people)?;
            Ok(Community { most_people, ..community })
        })
        .await
    }

    /// The community with this word on the command line.
    pub async fn find_community(&self, slug: &str) -> Result<Option<Community>, Error> {
        let slug = slug.to_owned();
        self.read(move |tx| Ok(communities::find_by_slug(tx, &slug)?)).await
    }

    /// The community found by this host name.
    pub async fn find_community_by_host(&self, host: &str) -> Result<Option<Community>, Error> {
        let host = host.to_owned();
        self.read(move |tx| Ok(communities::find_by_host(tx, &host)?)).await
    }

    /// All communities of this installation.
    pub async fn list_communities(&self) -> Result<Vec<Community>, Error> {
        self.read(|tx| Ok(communities::list(tx)?)).await
    }
}
