use super::place::Place;
use super::words::in_words;
use anyhow::anyhow;
use clap::{Args, Subcommand};
use snug_app::Actor;
use snug_app::accounts::NewApiToken;
use snug_domain::Field;
use snug_domain::api_token::Scope;
use snug_domain::people::Handle;
use std::sync::Arc;

/// What can be done with tokens of the API.
#[derive(Subcommand)]
pub(super) enum Token {
    /// Make a token for a person, and print it: the only time it is shown.
    Create(Create),
}

/// A token to make.
#[derive(Args)]
pub(super) struct Create {
    #[command(flatten)]
    place: Place,
    /// The community, by its word
    #[arg(long)]
    community: String,
    /// The person, by their handle
    #[arg(long)]
    person: String,
    /// What it is for, as the person reads it in the list of their tokens
    #[arg(long, default_value = "made on the command line")]
    name: String,
    /// What it is for: `read` or `read-write`
    #[arg(long, default_value = "read-write", value_parser = parse_scope)]
    scope: Scope,
    /// After how many days it expires; never, if left out
    #[arg(long, value_name = "DAYS")]
    expires_in_days: Option<i64>,
}

impl Token {
    pub(super) fn run(self) -> anyhow::Result<()> {
        match self {
            Self::Create(create) => create.run(),
        }
    }
}

impl Create {
    fn run(&self) -> anyhow::Result<()> {
        self.place.with(async |opened| {
            let community = opened.community(&self.community).await?;
            let nobody = || anyhow!("there is no member \"{}\" in {}", self.person, self.community);
            let handle = Handle::parse(&self.person).map_err(|_| nobody())?;
            let found = opened.app.find_member(&community, &handle).await;
            let person = found.map_err(|fault| in_words(fault, option))?.ok_or_else(nobody)?;
            let actor = Actor { community: Arc::new(community), person: person.id, now: opened.now };
            let (name, scope, expires_in_days) = (self.name.clone(), self.scope, self.expires_in_days);
            let new = NewApiToken { name, scope, expires_in_days };
            let made = opened.app.create_api_token(&actor, None, new).await;
            let (_, token) = made.map_err(|fault| in_words(fault, option))?;
            println!("{}", token.reveal());
            Ok(())
        })
    }
}

fn option(field: Field) -> &'static str {
    match field {
        Field::ExpiresInDays => "--expires-in-days",
        _ => "--name",
    }
}

fn parse_scope(word: &str) -> Result<Scope, String> {
    match word {
        "read" => Ok(Scope::Read),
        "read-write" => Ok(Scope::ReadWrite),
        _ => Err(String::from("read or read-write")),
    }
}
