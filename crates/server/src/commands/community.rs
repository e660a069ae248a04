use super::community_face::{Set, Show};
use super::place::{Opened, Place, refuse_in_the_clear};
use super::words::in_words;
use anyhow::anyhow;
use clap::{Args, Subcommand};
use snug_app::Error;
use snug_app::communities::NewCommunity;
use snug_domain::Field;
use snug_domain::communities::{Conversations, MOST_PEOPLE_ANYWHERE};
use snug_domain::people::Language;

/// What can be done with communities.
#[derive(Subcommand)]
pub(super) enum Community {
    /// Add a community; its conversations are off.
    Create(Create),
    /// List the communities.
    List(Place),
    /// Show a community with everything that is set.
    Show(Show),
    /// Set its name, logo, colour and sentence, or take them back.
    Set(Set),
    /// Turn conversations on.
    EnableConversations(Named),
    /// Turn conversations off: no button, link or API for them.
    DisableConversations(Named),
    /// Say how many people can be in one conversation: 2 to 100; 50 to begin with.
    MostPeople(MostPeople),
}

/// A community to add.
#[derive(Args)]
pub(super) struct Create {
    #[command(flatten)]
    place: Place,
    /// Its word on the command line: small letters, digits, hyphens
    #[arg(long)]
    slug: String,
    /// The name people read
    #[arg(long)]
    name: String,
    /// The host name it is found by, without a port
    #[arg(long)]
    host: String,
    /// The domain its mails come from; the host, if left out
    #[arg(long)]
    mail_domain: Option<String>,
    /// The language of those who have not chosen one
    #[arg(long, default_value = "en", value_parser = parse_language)]
    language: Language,
}

/// One community.
#[derive(Args)]
pub(super) struct Named {
    #[command(flatten)]
    place: Place,
    /// Its word on the command line
    slug: String,
}

/// How many people can be in one conversation.
#[derive(Args)]
pub(super) struct MostPeople {
    #[command(flatten)]
    place: Place,
    /// The word of the community on the command line
    slug: String,
    /// How many
    #[arg(value_parser = clap::value_parser!(i64).range(2..=MOST_PEOPLE_ANYWHERE))]
    most: i64,
}

impl Community {
    pub(super) fn run(self) -> anyhow::Result<()> {
        match self {
            Self::Create(create) => create.run(),
            Self::List(place) => place.with(list),
            Self::Show(show) => show.run(),
            Self::Set(set) => set.run(),
            Self::EnableConversations(named) => named.set(Conversations::On),
            Self::DisableConversations(named) => named.set(Conversations::Off),
            Self::MostPeople(most) => most.set(),
        }
    }
}

impl Create {
    fn run(self) -> anyhow::Result<()> {
        let mail_domain = self.mail_domain.unwrap_or_else(|| self.host.clone());
        let Self { slug, name, host, language, .. } = self;
        let new = NewCommunity { slug, name, host, mail_domain, language };
        self.place.with(async |opened| {
            refuse_in_the_clear(opened.app.settings(), &new.host)?;
            let made = opened.app.create_community(new, opened.now).await;
            let community = made.map_err(|fault| in_words(fault, option))?;
            println!("{} is at {}; its conversations are off.", community.slug, community.host);
            Ok(())
        })
    }
}

impl Named {
    fn set(&self, conversations: Conversations) -> anyhow::Result<()> {
        self.place.with(async |opened| {
            match opened.app.set_conversations(&self.slug, conversations).await {
                Ok(community) => println!("{}: conversations are {}.", community.slug, word(conversations)),
                Err(Error::NotFound) => return Err(anyhow!("there is no community \"{}\"", self.slug)),
                Err(fault) => return Err(in_words(fault, option)),
            }
            Ok(())
        })
    }
}

impl MostPeople {
    fn set(self) -> anyhow::Result<()> {
        let Self { place, slug, most } = self;
        place.with(async |opened| {
            match opened.app.set_most_people(&slug, most).await {
                Ok(community) => {
                    println!("{}: up to {} people in a conversation.", community.slug, community.most_people);
                }
                Err(Error::NotFound) => return Err(anyhow!("there is no community \"{slug}\"")),
                Err(fault) => return Err(in_words(fault, option)),
            }
            Ok(())
        })
    }
}

async fn list(opened: Opened) -> anyhow::Result<()> {
    for community in opened.app.list_communities().await.map_err(|fault| in_words(fault, option))? {
        let conversations = word(community.conversations);
        println!("{}\t{}\tconversations {conversations}\t{}", community.slug, community.host, community.name);
    }
    Ok(())
}

const fn word(conversations: Conversations) -> &'static str {
    match conversations {
        Conversations::On => "on",
        Conversations::Off => "off",
    }
}

pub(super) fn option(field: Field) -> &'static str {
    match field {
        Field::Handle => "--slug",
        Field::Name => "--name",
        Field::Logo => "--logo",
        Field::Accent => "--accent",
        Field::Sentence => "--sentence",
        _ => "--host or --mail-domain",
    }
}

/// A language by its tag: `en`.
pub(super) fn parse_language(tag: &str) -> Result<Language, String> {
    Language::parse(tag).map_err(|_| {
        let known: Vec<&str> = Language::ALL.iter().map(|language| language.tag()).collect();
        format!("one of: {}", known.join(", "))
    })
}
