//! Colours, and how well one is read on another.

use std::fmt;

/// A colour of sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Colour {
    /// Red.
    pub red: u8,
    /// Green.
    pub green: u8,
    /// Blue.
    pub blue: u8,
}

/// The contrast that text needs (WCAG 2.2, 1.4.3).
pub const READABLE: f64 = 4.5;
/// Shares are counted in this many parts.
pub const WHOLE: u16 = 64;

impl Colour {
    /// Black.
    pub const BLACK: Self = Self::new(0x00_0000);
    /// White.
    pub const WHITE: Self = Self::new(0xff_ffff);

    /// The colour of `0xrrggbb`.
    #[must_use]
    pub const fn new(rgb: u32) -> Self {
        let [_, red, green, blue] = rgb.to_be_bytes();
        Self { red, green, blue }
    }

    /// The colour of `#rrggbb`, and of nothing else that CSS would take.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        // The parser of numbers takes a sign too.
        let is_plain = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        is_plain.then(|| u32::from_str_radix(digits, 16).ok().map(Self::new))?
    }

    /// This colour with so many of [`WHOLE`] parts of another in it.
    #[must_use]
    pub fn mixed(self, other: Self, parts: u16) -> Self {
        let parts = parts.min(WHOLE);
        let mix = |one: u8, other: u8| {
            let sum = u16::from(one) * (WHOLE - parts) + u16::from(other) * parts;
            u8::try_from((sum + WHOLE / 2) / WHOLE).unwrap_or(u8::MAX)
        };
        Self { red: mix(self.red, other.red), green: mix(self.green, other.green), blue: mix(self.blue, other.blue) }
    }

    /// The contrast between two colours, from 1 to 21 (WCAG 2.2, contrast ratio).
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    fn luminance(self) -> f64 {
        let linear = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }
}

/// As CSS writes it.
impl fmt::Display for Colour {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

#[cfg(test)]
mod tests {
    use super::Colour;

    #[test]
    fn only_six_digits_behind_a_number_sign_are_a_colour() {
        assert_eq!(Colour::parse("#1F5d4c"), Some(Colour::new(0x1f_5d4c)));
        for text in ["", "#", "1f5d4c", "#1f5d4", "#1f5d4cc", "#1f5d4g", "#+f5d4c", "green", "#1f5d4c;}", "#é1234"] {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
        assert_eq!(Colour::new(0x0a_0b0c).to_string(), "#0a0b0c");
    }

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        assert!((Colour::BLACK.contrast(Colour::WHITE) - 21.0).abs() < 0.001);
        assert!((Colour::WHITE.contrast(Colour::WHITE) - 1.0).abs() < 0.001);
        // The grey that just passes on white.
        assert!(Colour::new(0x76_7676).contrast(Colour::WHITE) >= 4.5);
        assert!(Colour::new(0x77_7777).contrast(Colour::WHITE) < 4.5);
    }
}
