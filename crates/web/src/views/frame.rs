//! What surrounds every page: the top bar, the demo's strip, the notice, the language.

use super::{CommunityFace, Person};
use crate::assets::Assets;
use snug_domain::people::{Language, Theme};
use snug_texts::Texts;

/// The surroundings of a page.
pub struct Frame {
    /// The texts, and with them the language and its direction.
    pub texts: Texts,
    /// Light, dark, or as the device says.
    pub theme: Theme,
    /// The community's name; the program's own where no community is.
    pub community_name: String,
    /// The path of this page, to come back to and to mark where one is.
    pub here: String,
    /// Where the script, the style and the icon are.
    pub assets: &'static Assets,
    /// What the community looks like; nothing where no community is.
    pub face: Option<CommunityFace>,
    /// Who is signed in.
    pub signed_in: Option<SignedIn>,
    /// Whether the times are in a zone that the reader chose, whatever that of the browser is.
    pub has_chosen_zone: bool,
    /// Whether this community has conversations at all; without them nothing names them.
    pub conversations: bool,
    /// The strip of the demo.
    pub demo: Option<DemoStrip>,
    /// What just happened, said once after a redirect.
    pub notice: Option<Notice>,
}

impl Frame {
    /// The surroundings where no community is known.
    #[must_use]
    pub fn alone(texts: Texts) -> Self {
        Self {
            texts,
            theme: Theme::Auto,
            community_name: String::from("Snug"),
            here: String::from("/"),
            assets: Assets::built(),
            face: None,
            signed_in: None,
            has_chosen_zone: false,
            conversations: false,
            demo: None,
            notice: None,
        }
    }

    /// Whether this page is this path or below it.
    #[must_use]
    pub fn is_within(&self, path: &str) -> bool {
        self.here.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']))
    }

    /// The font that the page's language is written in, to be asked for before the style is there.
    #[must_use]
    pub fn font(&self) -> &str {
        match self.texts.language() {
            Language::Arabic => &self.assets.arabic,
            Language::English => &self.assets.latin,
        }
    }

    /// The word of the theme.
    #[must_use]
    pub const fn theme_word(&self) -> &'static str {
        theme_word(self.theme)
    }
}

/// What just happened, and the way back.
#[derive(Debug, Clone)]
pub struct Notice {
    /// What happened, as a sentence.
    pub text: String,
    /// Whose page it is on.
    pub whose: String,
    /// Where the button *Undo* posts to; none where there is no way back.
    pub undo: Option<String>,
}

/// The person signed in, as every page needs them.
pub struct SignedIn {
    /// Who it is.
    pub person: Person,
    /// The id of this person: whose page it is, and for the names of locks and channels in the browser.
    pub reference: String,
    /// How many conversations have something unread; 100 stands for more.
    pub unread: u32,
    /// The change number this page shows; live events go on from it.
    pub change: i64,
    /// Whether the bell makes a sound.
    pub bell_sound: bool,
    /// Whether Enter sends; otherwise Ctrl or Cmd with it.
    pub enter_sends: bool,
    /// Whether single letters do something.
    pub letter_keys: bool,
}

/// The themes, in the order one chooses from.
pub const THEMES: [Theme; 3] = [Theme::Auto, Theme::Light, Theme::Dark];

/// The word of a theme, in forms and in the page's attribute.
#[must_use]
pub const fn theme_word(theme: Theme) -> &'static str {
    match theme {
        Theme::Auto => "auto",
        Theme::Light => "light",
        Theme::Dark => "dark",
    }
}

/// The theme of this word.
#[must_use]
pub fn parse_theme(word: &str) -> Option<Theme> {
    THEMES.into_iter().find(|theme| theme_word(*theme) == word)
}

/// A number as a badge shows it: the use cases count to 100, which stands for more.
#[must_use]
pub fn badge(count: u32) -> String {
    if count < 100 { count.to_string() } else { String::from("99+") }
}

/// The strip that says this is a demo, and switches person.
pub struct DemoStrip {
    /// The people one can be.
    pub people: Vec<DemoPerson>,
}

/// Somebody one can be in the demo.
pub struct DemoPerson {
    /// Who it is.
    pub person: Person,
    /// Whether one is them now.
    pub current: bool,
}
