use super::{initial, logo};
use crate::{App, Error};
use snug_domain::Invalid;
use snug_domain::communities::{Community, parse_name};
use snug_domain::face::{Accent, Face, Icon, initial, parse_sentence};
use snug_store::{communities, community_icons};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// A change to one part of a face.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Change<T> {
    /// It stays as it is.
    #[default]
    Keep,
    /// It goes.
    Remove,
    /// It becomes this.
    Set(T),
}

/// A change to a community's name and face.
#[derive(Debug, Clone, Default)]
pub struct FaceChange {
    /// The new name, if it gets one.
    pub name: Option<String>,
    /// The accent, as `#rrggbb`.
    pub accent: Change<String>,
    /// The logo: a file of PNG, JPEG or WebP.
    pub logo: Change<Vec<u8>>,
    /// The sentence on the home page.
    pub sentence: Change<String>,
}

/// Pictures of communities without a logo, as they were drawn. As many as a node holds: each can be drawn again.
#[derive(Clone, Default)]
pub(crate) struct DrawnIcons(Arc<Mutex<Drawn>>);

/// PNG files, by what they show.
type Drawn = HashMap<(String, Icon), Arc<[u8]>>;

/// The most pictures held: those of a hundred communities.
const MOST_HELD: usize = 5 * 100;

impl App {
    /// Changes the name and the face of a community. Everything that is wrong is said at once, and then nothing changes.
    pub async fn set_face(&self, slug: &str, change: FaceChange) -> Result<Community, Error> {
        let mut faults = Vec::new();
        let name = checked(change.name.as_deref().map(parse_name).transpose(), &mut faults).flatten();
        let accent = checked(change.accent.parsed(|text| Accent::parse(&text)), &mut faults).unwrap_or_default();
        let sentence = checked(change.sentence.parsed(|text| parse_sentence(&text)), &mut faults).unwrap_or_default();
        let logo = match change.logo {
            // Before the transaction: reading a picture takes its time.
            Change::Set(file) => {
                let read = tokio::task::spawn_blocking(move || logo::read(&file)).await;
                let read = read.map_err(|fault| Error::Internal(fault.into()))?;
                checked(read, &mut faults).map_or(Change::Keep, Change::Set)
            }
            Change::Remove => Change::Remove,
            Change::Keep => Change::Keep,
        };
        if !faults.is_empty() {
            return Err(Error::Invalid(faults));
        }
        let slug = slug.to_owned();
        self.write(move |tx, _| {
            let mut community = communities::find_by_slug(tx, &slug)?.ok_or(Error::NotFound)?;
            let face = &mut community.face;
            accent.clone().apply(&mut face.accent);
            let mut written = Some(std::mem::take(&mut face.sentence));
            sentence.clone().apply(&mut written);
            face.sentence = written.unwrap_or_default();
            match &logo {
                Change::Keep => {}
                Change::Remove => {
                    face.logo = None;
                    community_icons::delete(tx, community.id)?;
                }
                Change::Set(logo) => {
                    face.logo = Some(logo.name.clone());
                    for (icon, png) in &logo.icons {
                        community_icons::put(tx, community.id, *icon, &logo.name, png)?;
                    }
                }
            }
            community.name = name.clone().unwrap_or(community.name);
            communities::set_face(tx, community.id, &community.name, &community.face)?;
            Ok(community)
        })
        .await
    }

    /// A picture of a community, as PNG: from its logo, or its initial on its accent.
    pub async fn community_icon(&self, community: &Community, icon: Icon) -> Result<Arc<[u8]>, Error> {
        if let Some(logo) = community.face.logo.clone() {
            let community = community.id;
            let png = self.read(move |tx| Ok(community_icons::find(tx, community, icon, &logo)?)).await?;
            return png.map(Arc::from).ok_or(Error::NotFound);
        }
        let held = (icon_name(community), icon);
        if let Some(png) = self.drawn_icons.held().get(&held) {
            return Ok(Arc::clone(png));
        }
        let (letter, colour) = (initial(&community.name), accent(&community.face).colour());
        let drawn = tokio::task::spawn_blocking(move || initial::draw(letter, colour, icon)).await;
        let png: Arc<[u8]> = drawn.map_err(|fault| Error::Internal(fault.into()))?.map_err(Error::Internal)?.into();
        let mut icons = self.drawn_icons.held();
        if icons.len() >= MOST_HELD {
            icons.clear();
        }
        icons.insert(held, Arc::clone(&png));
        Ok(png)
    }
}

/// The name of a community's pictures in their addresses: another picture has another name.
#[must_use]
pub fn icon_name(community: &Community) -> String {
    let drawn = || {
        let letter = initial(&community.name).map_or_else(|| String::from("0"), |letter| letter.to_string());
        let colour = accent(&community.face).colour().to_string();
        format!("{}{}{}", initial::DRAWING, letter.to_lowercase(), colour.trim_start_matches('#'))
    };
    community.face.logo.clone().unwrap_or_else(drawn)
}

fn accent(face: &Face) -> Accent {
    face.accent.unwrap_or(Accent::SNUG)
}

impl DrawnIcons {
    fn held(&self) -> std::sync::MutexGuard<'_, Drawn> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<T> Change<T> {
    fn parsed<U>(self, parse: impl FnOnce(T) -> Result<U, Invalid>) -> Result<Change<U>, Invalid> {
        Ok(match self {
            Self::Keep => Change::Keep,
            Self::Remove => Change::Remove,
            Self::Set(value) => Change::Set(parse(value)?),
        })
    }

    fn apply(self, to: &mut Option<T>) {
        match self {
            Self::Keep => {}
            Self::Remove => *to = None,
            Self::Set(value) => *to = Some(value),
        }
    }
}

/// The value, or nothing and one more fault.
fn checked<T>(outcome: Result<T, Invalid>, faults: &mut Vec<Invalid>) -> Option<T> {
    outcome.map_err(|fault| faults.push(fault)).ok()
}
