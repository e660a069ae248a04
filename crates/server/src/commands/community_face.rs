//! What a community looks like: set, taken back and shown.

use super::community::option;
use super::place::{Opened, Place};
use super::words::in_words;
use anyhow::{Context, anyhow, bail};
use clap::Args;
use snug_app::Error;
use snug_app::communities::{Change, FaceChange};
use snug_domain::communities::{Community, Conversations};
use snug_domain::face::LOGO_BYTES;
use std::io::Read;
use std::path::{Path, PathBuf};

/// What to change; what is not named stays.
#[derive(Args)]
pub(super) struct Set {
    #[command(flatten)]
    place: Place,
    /// The word of the community on the command line
    slug: String,
    #[command(flatten)]
    face: FaceOptions,
}

/// At least one of them.
#[derive(Args)]
#[group(required = true, multiple = true)]
struct FaceOptions {
    /// The name people read
    #[arg(long)]
    name: Option<String>,
    /// A picture of PNG, JPEG or WebP, as wide as it is high, or nearly
    #[arg(long, value_name = "FILE", conflicts_with = "no_logo")]
    logo: Option<PathBuf>,
    /// No logo: the initial of the name stands for it
    #[arg(long)]
    no_logo: bool,
    /// The colour of links and buttons, dark enough to be read on paper
    #[arg(long, value_name = "#RRGGBB", conflicts_with = "no_accent")]
    accent: Option<String>,
    /// Snug's own green
    #[arg(long)]
    no_accent: bool,
    /// A sentence for the home page, up to 200 characters
    #[arg(long, conflicts_with = "no_sentence")]
    sentence: Option<String>,
    /// No sentence
    #[arg(long)]
    no_sentence: bool,
}

/// One community.
#[derive(Args)]
pub(super) struct Show {
    #[command(flatten)]
    place: Place,
    /// The word of the community on the command line
    slug: String,
}

impl Set {
    pub(super) fn run(self) -> anyhow::Result<()> {
        let Self { place, slug, face } = self;
        let change = face.change()?;
        place.with(async |opened| {
            match opened.app.set_face(&slug, change).await {
                Ok(community) => print(&community),
                Err(Error::NotFound) => bail!("there is no community \"{slug}\""),
                Err(fault) => return Err(in_words(fault, option)),
            }
            Ok(())
        })
    }
}

impl FaceOptions {
    fn change(self) -> anyhow::Result<FaceChange> {
        let logo = self.logo.map(|path| read(&path)).transpose()?;
        Ok(FaceChange {
            name: self.name,
            accent: chosen(self.accent, self.no_accent),
            logo: chosen(logo, self.no_logo),
            sentence: chosen(self.sentence, self.no_sentence),
        })
    }
}

impl Show {
    pub(super) fn run(self) -> anyhow::Result<()> {
        let Self { place, slug } = self;
        place.with(async |opened: Opened| {
            print(&opened.community(&slug).await?);
            Ok(())
        })
    }
}

fn chosen<T>(value: Option<T>, is_removed: bool) -> Change<T> {
    match value {
        Some(value) => Change::Set(value),
        None if is_removed => Change::Remove,
        None => Change::Keep,
    }
}

/// A file, as far as it can be a logo: one byte more tells that it is too large.
fn read(path: &Path) -> anyhow::Result<Vec<u8>> {
    let mut file = Vec::new();
    let most = u64::try_from(LOGO_BYTES)? + 1;
    let opened = std::fs::File::open(path).map_err(|fault| anyhow!(fault));
    opened
        .and_then(|opened| Ok(opened.take(most).read_to_end(&mut file)?))
        .with_context(|| format!("{} could not be read", path.display()))?;
    Ok(file)
}

fn print(community: &Community) {
    let face = &community.face;
    let conversations = match community.conversations {
        Conversations::On => "on",
        Conversations::Off => "off",
    };
    let accent = face.accent.map_or_else(
        || String::from("none (Snug's green)"),
        |accent| format!("{} (links in the dark {})", accent.colour(), accent.dark().text),
    );
    let logo = face.logo.as_ref().map_or("none (its initial)", |_| "yes");
    let sentence = if face.sentence.is_empty() { "none" } else { &face.sentence };
    println!("community\t{}", community.slug);
    println!("name\t{}", community.name);
    println!("host\t{}", community.host);
    println!("mail domain\t{}", community.mail_domain);
    println!("conversations\t{conversations}");
    println!("most people\t{}", community.most_people);
    println!("logo\t{logo}");
    println!("accent\t{accent}");
    println!("sentence\t{sentence}");
}
