//! A community's face: its accent, its logo, its sentence.

use crate::colour::{Colour, READABLE, WHOLE};
use crate::invalid::{Field, Invalid, Problem, line};
use unicode_normalization::UnicodeNormalization;

/// What a community looks like.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Face {
    /// Its accent; Snug's own where there is none.
    pub accent: Option<Accent>,
    /// The name of its logo, made from what is in it; none where its initial stands for it.
    pub logo: Option<String>,
    /// The sentence on its home page; may be empty.
    pub sentence: String,
}

/// The largest file that a logo is read from, in bytes.
pub const LOGO_BYTES: usize = 2 * 1_024 * 1_024;
/// The shortest edge a logo may have, in pixels.
pub const LOGO_LEAST: u32 = 128;
/// The longest edge a logo may have, in pixels.
pub const LOGO_MOST: u32 = 4_096;

/// Whether a logo of this width and height is square enough to be told at the size of a letter: 2 to 3 at most.
#[must_use]
pub fn is_square_enough(width: u32, height: u32) -> bool {
    u64::from(width.max(height)) * 2 <= u64::from(width.min(height)) * 3
}

/// The sentence on a home page, up to 200 characters; may be empty.
pub fn parse_sentence(text: &str) -> Result<String, Invalid> {
    line(Field::Sentence, text, 0, 200)
}

/// The letter that stands for a community without a logo, if its name begins with one that is in the Latin alphabet.
#[must_use]
pub fn initial(name: &str) -> Option<char> {
    let first = name.nfd().find(|character| character.is_alphanumeric())?;
    first.is_ascii_alphabetic().then(|| first.to_ascii_uppercase())
}

/// A picture of a community, by what it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Icon {
    /// Beside the title of a tab.
    Small,
    /// On the home screen of an iPhone, which shows no transparency.
    Touch,
    /// In the bar, and on the home screen of others.
    Medium,
    /// On the home page, and where an installed site starts.
    Large,
    /// On a home screen that cuts icons into a shape of its own.
    Maskable,
}

impl Icon {
    /// Each of them.
    pub const ALL: [Self; 5] = [Self::Small, Self::Touch, Self::Medium, Self::Large, Self::Maskable];

    /// The word in its address.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Touch => "touch",
            Self::Medium => "medium",
            Self::Large => "large",
            Self::Maskable => "maskable",
        }
    }

    /// Its width and height, in pixels.
    #[must_use]
    pub const fn edge(self) -> u32 {
        match self {
            Self::Small => 48,
            Self::Touch => 180,
            Self::Medium => 192,
            Self::Large | Self::Maskable => 512,
        }
    }

    /// Whether it fills its square to the corners.
    #[must_use]
    pub const fn is_filled(self) -> bool {
        matches!(self, Self::Touch | Self::Maskable)
    }
}

/// The surfaces that text in the accent stands on, as `frontend/src/style/tokens.css` has them: paper, card, sunk.
pub const LIGHT_SURFACES: [Colour; 3] = [Colour::new(0xf6_f1e7), Colour::new(0xff_fdf8), Colour::new(0xec_e4d5)];
/// The same where it is dark.
pub const DARK_SURFACES: [Colour; 3] = [Colour::new(0x19_1614), Colour::new(0x22_1e1b), Colour::new(0x12_100e)];
/// What is written on a surface in the accent.
pub const ON_ACCENT: Colour = Colour::new(0xff_fdf8);
/// Text in the accent is lightened for the dark until it is read this well.
const READ_IN_THE_DARK: f64 = 7.0;

/// The accent of a community: a colour that is read as text and carries white text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Accent(Colour);

/// What the accent becomes on light pages, or on dark ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shades {
    /// Text and links.
    pub text: Colour,
    /// What carries [`ON_ACCENT`].
    pub fill: Colour,
    /// The same under the pointer.
    pub fill_hover: Colour,
    /// A tint behind text, that of [`Shades::text`] too.
    pub soft: Colour,
}

impl Accent {
    /// Snug's own, of communities that chose none.
    pub const SNUG: Self = Self(Colour::new(0x1b_6450));

    /// The accent of `#rrggbb`. One that is too faint is refused with the nearest that is not.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let colour = Colour::parse(text.trim()).ok_or(Invalid::new(Field::Accent, Problem::Malformed))?;
        let passes = (0..=WHOLE).map(|parts| colour.mixed(Colour::BLACK, parts)).find(|darker| is_read(*darker));
        match passes {
            Some(passes) if passes == colour => Ok(Self(colour)),
            passes => Err(Invalid::new(Field::Accent, Problem::TooFaint { passes: passes.unwrap_or(Colour::BLACK) })),
        }
    }

    /// The colour itself.
    #[must_use]
    pub const fn colour(self) -> Colour {
        self.0
    }

    /// On light pages.
    #[must_use]
    pub fn light(self) -> Shades {
        let [_, card, _] = LIGHT_SURFACES;
        let fill_hover = self.0.mixed(Colour::BLACK, 16);
        Shades { text: self.0, fill: self.0, fill_hover, soft: tint(card, self.0, self.0) }
    }

    /// On dark pages.
    #[must_use]
    pub fn dark(self) -> Shades {
        let lighter = |parts| self.0.mixed(Colour::WHITE, parts);
        let is_read = |text: &Colour| DARK_SURFACES.iter().all(|it| it.contrast(*text) >= READ_IN_THE_DARK);
        let text = (0..=WHOLE).map(lighter).find(is_read).unwrap_or(Colour::WHITE);
        // As light as white text on it allows: the lighter, the clearer it stands out from the dark.
        let carries = |fill: &Colour| fill.contrast(ON_ACCENT) >= READABLE;
        let fill = (0..=WHOLE).map(lighter).take_while(carries).last().unwrap_or(self.0);
        let [_, card, _] = DARK_SURFACES;
        Shades { text, fill, fill_hover: fill.mixed(Colour::BLACK, 8), soft: tint(card, fill, text) }
    }
}

/// Whether a colour is read on every light surface, and white on it.
fn is_read(colour: Colour) -> bool {
    let surfaces = LIGHT_SURFACES.iter().chain([&ON_ACCENT]);
    surfaces.into_iter().all(|surface| surface.contrast(colour) >= READABLE)
}

/// A surface with as much of a colour in it as lets this text be read on it, a fifth at most.
fn tint(surface: Colour, colour: Colour, text: Colour) -> Colour {
    let tints = (0..=WHOLE / 5).rev().map(|parts| surface.mixed(colour, parts));
    tints.into_iter().find(|tint| tint.contrast(text) >= READABLE).unwrap_or(surface)
}

#[cfg(test)]
mod tests {
    use super::{Accent, DARK_SURFACES, LIGHT_SURFACES, ON_ACCENT, initial, is_read, is_square_enough};
    use crate::colour::{Colour, READABLE};
    use crate::invalid::{Field, Invalid, Problem};
    use proptest::prelude::*;

    fn nearest(text: &str) -> Colour {
        match Accent::parse(text) {
            Err(Invalid { field: Field::Accent, problem: Problem::TooFaint { passes } }) => passes,
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn an_accent_that_is_too_faint_is_refused_with_the_nearest_that_is_not() {
        let passes = nearest("#e0a030");
        assert!(passes.red > passes.green && passes.green > passes.blue, "{passes} is a darker one of the same kind");
        assert!(Accent::parse(&passes.to_string()).is_ok());
        assert!(Accent::parse("#ffffff").is_err());
        assert!(Accent::parse("#1f5d4c").is_ok());
        assert_eq!(Accent::parse("blue"), Err(Invalid::new(Field::Accent, Problem::Malformed)));
    }

    proptest! {
        #[test]
        fn what_is_offered_instead_always_passes(rgb in 0_u32..0x100_0000) {
            let colour = Colour::new(rgb);
            if !is_read(colour) {
                let passes = nearest(&colour.to_string());
                prop_assert_eq!(Accent::parse(&passes.to_string()).map(Accent::colour), Ok(passes));
            }
        }

        #[test]
        fn every_shade_of_an_accent_is_read_in_the_light_and_in_the_dark(rgb in 0_u32..0x100_0000) {
            let text = Colour::new(rgb).to_string();
            let accent = Accent::parse(&text).unwrap_or_else(|_| Accent::parse(&nearest(&text).to_string()).unwrap());
            for (shades, surfaces) in [(accent.light(), LIGHT_SURFACES), (accent.dark(), DARK_SURFACES)] {
                for surface in surfaces.into_iter().chain([shades.soft]) {
                    prop_assert!(shades.text.contrast(surface) >= READABLE, "{} on {}", shades.text, surface);
                }
                for fill in [shades.fill, shades.fill_hover] {
                    prop_assert!(fill.contrast(ON_ACCENT) >= READABLE, "white on {}", fill);
                }
            }
        }
    }

    #[test]
    fn the_initial_is_a_plain_letter_or_none() {
        assert_eq!(initial("Riverside"), Some('R'));
        assert_eq!(initial("  « élan »"), Some('E'));
        assert_eq!(initial("ضفة النهر"), None);
        assert_eq!(initial("42 doors"), None);
        assert_eq!(initial(""), None);
    }

    #[test]
    fn a_logo_is_at_most_half_as_long_again_as_it_is_high() {
        assert!(is_square_enough(512, 512) && is_square_enough(300, 200) && is_square_enough(200, 300));
        assert!(!is_square_enough(301, 200) && !is_square_enough(0, 10));
        assert!(!is_square_enough(u32::MAX, 1));
    }
}
