use super::group::Group;
use super::people::{COMMUNITIES, Member, PASSWORD, SampleCommunity};
use super::talk::Talk;
use super::talks;
use snug_app::communities::{Change, FaceChange, NewCommunity};
use snug_app::people::NewPerson;
use snug_app::{Actor, App, Clock, Error};
use snug_domain::communities::{Community, Conversations};
use snug_domain::people::{Language, Preferences};
use snug_domain::{PersonId, Span, Timestamp};
use snug_smtp::{Outlet, courier};
use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::Arc;

/// When the communities began, and when their members came.
const FOUNDED: Span = Span::days(90);
const JOINED: Span = Span::days(60);
/// When the last digest went out: after everything that was said.
const LAST_DIGEST: Span = Span::minutes(2);

/// Writes the sample, as if it had all happened until `now`, and puts its mails into the outlet.
pub(crate) async fn write(app: &App, outlet: &Outlet, now: Timestamp) -> Result<(), Error> {
    for sample in &COMMUNITIES {
        let place = found(app, sample, now).await?;
        if sample.has_conversations {
            for part in in_order() {
                match part {
                    Part::Talk(talk) => place.hold(outlet, talk).await?,
                    Part::Group(group) => place.gather(outlet, group).await?,
                }
            }
        }
        for member in sample.members {
            place.choose(member).await?;
        }
    }
    let then = now - LAST_DIGEST;
    app.run_due_jobs(then).await?;
    courier::run_once(app, outlet, &Clock::new(move || then)).await;
    Ok(())
}

/// A conversation of the sample.
enum Part {
    Talk(&'static Talk),
    Group(&'static Group),
}

impl Part {
    const fn began(&self) -> Span {
        match self {
            Self::Talk(talk) => talk.began,
            Self::Group(group) => group.began,
        }
    }
}

/// As they began, so that the mails are numbered as they were sent.
fn in_order() -> Vec<Part> {
    let mut parts: Vec<Part> = talks::all().map(Part::Talk).chain(talks::groups().map(Part::Group)).collect();
    parts.sort_by_key(|part| Reverse(part.began()));
    parts
}

/// A community of the sample with its members, as seen from now.
pub(super) struct Place<'a> {
    pub app: &'a App,
    community: Arc<Community>,
    people: HashMap<&'static str, PersonId>,
    now: Timestamp,
}

async fn found<'a>(app: &'a App, sample: &SampleCommunity, now: Timestamp) -> Result<Place<'a>, Error> {
    let new = NewCommunity {
        slug: sample.slug.to_owned(),
        name: sample.name.to_owned(),
        host: format!("{}.localhost", sample.slug),
        mail_domain: format!("mail.{}.example", sample.slug),
        language: Language::English,
    };
    app.create_community(new, now - FOUNDED).await?;
    let face = FaceChange {
        name: None,
        accent: Change::Set(sample.accent.to_owned()),
        logo: Change::Set(sample.logo.to_vec()),
        sentence: Change::Set(sample.sentence.to_owned()),
    };
    let mut community = app.set_face(sample.slug, face).await?;
    if sample.has_conversations {
        community = app.set_conversations(sample.slug, Conversations::On).await?;
    }
    let mut place = Place { app, community: Arc::new(community), people: HashMap::new(), now };
    for member in sample.members {
        place.admit(member).await?;
    }
    Ok(place)
}

impl Place<'_> {
    async fn admit(&mut self, member: &Member) -> Result<(), Error> {
        let new = NewPerson {
            name: member.name.to_owned(),
            about: member.about.to_owned(),
            address: member.address(),
            password: Some(PASSWORD.to_owned()),
            language: member.language,
        };
        let person = self.app.create_person(&self.community, new, self.now - JOINED).await?;
        self.people.insert(member.handle, person.id);
        // Shorter than the one that is made from a name, and the same as in the address.
        let actor = self.actor(member.handle, JOINED)?;
        self.app.edit_profile(&actor, member.name, member.handle, member.about).await?;
        Ok(())
    }

    /// Lets a member choose who may write to them, after what was said until now.
    async fn choose(&self, member: &Member) -> Result<(), Error> {
        let usual = Preferences::new(member.language);
        if member.writers == usual.writers {
            return Ok(());
        }
        let chosen = Preferences { writers: member.writers, ..usual };
        self.app.set_preferences(&self.actor(member.handle, LAST_DIGEST)?, chosen).await
    }

    /// Somebody, so long ago.
    pub(super) fn actor(&self, handle: &str, ago: Span) -> Result<Actor, Error> {
        let person = *self.people.get(handle).ok_or(Error::NotFound)?;
        Ok(Actor { community: Arc::clone(&self.community), person, now: self.now - ago })
    }
}
