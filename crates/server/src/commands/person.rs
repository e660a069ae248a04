use super::community::parse_language;
use super::place::Place;
use super::words::in_words;
use anyhow::{Context, anyhow};
use clap::{Args, Subcommand};
use snug_app::Error;
use snug_app::people::NewPerson;
use snug_domain::Field;
use snug_domain::people::{Handle, Language};
use std::io::stdin;

/// What can be done with people.
#[derive(Subcommand)]
pub(super) enum Person {
    /// Add a member, without asking the address.
    Create(Create),
    /// Suspend a member: they are signed out everywhere at once, their tokens end, and they cannot come in.
    Suspend(Named),
    /// Let a suspended member in again.
    Resume(Named),
}

/// A member there is.
#[derive(Args)]
pub(super) struct Named {
    #[command(flatten)]
    place: Place,
    /// Their community, by its word
    #[arg(long)]
    community: String,
    /// Their handle
    #[arg(long)]
    person: String,
}

/// A member to add.
#[derive(Args)]
pub(super) struct Create {
    #[command(flatten)]
    place: Place,
    /// Their community, by its word
    #[arg(long)]
    community: String,
    /// What they are called
    #[arg(long)]
    name: String,
    /// Their e-mail address, taken as theirs
    #[arg(long)]
    address: String,
    /// A line about them
    #[arg(long, default_value = "")]
    about: String,
    /// Their language; that of the community, if left out
    #[arg(long, value_parser = parse_language)]
    language: Option<Language>,
    /// Read a password from standard input; without one they come in by a link, sent by mail
    // Never an argument: the whole machine can read those.
    #[arg(long)]
    password_stdin: bool,
}

impl Person {
    pub(super) fn run(self) -> anyhow::Result<()> {
        match self {
            Self::Create(create) => create.run(),
            Self::Suspend(named) => named.place.with(async |opened| {
                let (community, handle) = (opened.community(&named.community).await?, named.handle()?);
                named.told(opened.app.suspend_member(&community, &handle, opened.now).await)
            }),
            Self::Resume(named) => named.place.with(async |opened| {
                let (community, handle) = (opened.community(&named.community).await?, named.handle()?);
                named.told(opened.app.resume_member(&community, &handle).await)
            }),
        }
    }
}

impl Named {
    fn handle(&self) -> anyhow::Result<Handle> {
        Handle::parse(&self.person).map_err(|_| self.nobody())
    }

    fn told(&self, done: Result<(), Error>) -> anyhow::Result<()> {
        match done {
            Err(Error::NotFound) => Err(self.nobody()),
            other => other.map_err(|fault| in_words(fault, option)),
        }
    }

    fn nobody(&self) -> anyhow::Error {
        anyhow!("there is no such member \"{}\" in {}", self.person, self.community)
    }
}

impl Create {
    fn run(self) -> anyhow::Result<()> {
        let password = if self.password_stdin { Some(read_password()?) } else { None };
        self.place.with(async |opened| {
            let community = opened.community(&self.community).await?;
            let new = NewPerson {
                name: self.name.clone(),
                about: self.about.clone(),
                address: self.address.clone(),
                password,
                language: self.language.unwrap_or(community.language),
            };
            let made = opened.app.create_person(&community, new, opened.now).await;
            let person = made.map_err(|fault| in_words(fault, option))?;
            println!("{}", person.handle);
            Ok(())
        })
    }
}

fn read_password() -> anyhow::Result<String> {
    let mut line = String::new();
    stdin().read_line(&mut line).context("could not read a password from standard input")?;
    Ok(line.trim_end_matches(['\n', '\r']).to_owned())
}

fn option(field: Field) -> &'static str {
    match field {
        Field::Name => "--name",
        Field::About => "--about",
        Field::Password => "the password",
        _ => "--address",
    }
}
