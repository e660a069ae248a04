//! Words in disguise: in capitals, with accents, with look-alikes, with digits and signs for letters.

use crate::people::looks;
use crate::visible::is_mark;

/// Words to be known again, as they look.
pub(super) struct Known(Vec<String>);

impl Known {
    /// These words.
    pub(super) fn of<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        // Capitals have look-alikes of their own.
        let looks = words.into_iter().flat_map(|word| [looks(&word.to_lowercase()), looks(&word.to_uppercase())]);
        let mut all: Vec<String> = looks.flatten().filter(|look| !look.is_empty()).collect();
        all.sort_unstable();
        all.dedup();
        Self(all)
    }
}

/// What a text can be read as.
pub(super) struct Seen(Vec<String>);

impl Seen {
    /// A text, with and without the signs around it and the number behind it.
    pub(super) fn of(text: &str) -> Self {
        let is_around = |character: char| !character.is_alphabetic() && !is_mark(character);
        Self::read(&[text, text.trim_end_matches(is_around), text.trim_matches(is_around)])
    }

    /// A text with the number behind it: `new-2` is not "new".
    pub(super) fn with_number(text: &str) -> Self {
        Self::read(&[text])
    }

    fn read(texts: &[&str]) -> Self {
        let texts = texts.iter().filter(|text| !text.is_empty());
        let mut all: Vec<String> = texts.flat_map(|text| [looks(text), looks(&spelt(text))].concat()).collect();
        all.sort_unstable();
        all.dedup();
        Self(all)
    }

    /// Whether it is one of these words.
    pub(super) fn is_any(&self, known: &Known) -> bool {
        self.pairs(known).any(|(seen, known)| behind(seen, known) == Some(""))
    }

    /// Whether it begins with one of them.
    pub(super) fn begins_with_any(&self, known: &Known) -> bool {
        self.pairs(known).any(|(seen, known)| behind(seen, known).is_some())
    }

    /// What is behind one of these words or before it.
    pub(super) fn beside_any(&self, known: &Known) -> Vec<String> {
        let beside = self.pairs(known).flat_map(|(seen, known)| [behind(seen, known), before(seen, known)]);
        beside.flatten().map(str::to_owned).collect()
    }

    fn pairs<'a>(&'a self, known: &'a Known) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.0.iter().flat_map(|seen| known.0.iter().map(move |known| (seen.as_str(), known.as_str())))
    }
}

fn behind<'a>(seen: &'a str, known: &str) -> Option<&'a str> {
    let mut rest = seen.chars();
    known.chars().all(|letter| rest.next().is_some_and(|seen| stands_for(seen, letter))).then_some(rest.as_str())
}

fn before<'a>(seen: &'a str, known: &str) -> Option<&'a str> {
    let mut rest = seen.chars();
    known
        .chars()
        .rev()
        .all(|letter| rest.next_back().is_some_and(|seen| stands_for(seen, letter)))
        .then_some(rest.as_str())
}

/// Whether a letter of a look is this one. A capital I and a 1 look like an l.
fn stands_for(seen: char, letter: char) -> bool {
    seen == letter || (seen == 'l' && letter == 'i')
}

/// With letters for the digits and signs that stand for them.
fn spelt(text: &str) -> String {
    let letter = |character| match character {
        '0' | '°' | '○' | '●' | '◯' | '⚪' | '⚫' | '⭕' => 'o',
        '1' | '!' | '|' | '¡' | '£' => 'l',
        '2' => 'z',
        '3' | '€' | '∑' | 'Σ' => 'e',
        '4' | '@' | '∆' | '△' | '▲' | '∀' | 'Λ' | 'ʌ' => 'a',
        '5' | '$' | '§' => 's',
        '6' | '9' => 'g',
        '7' | '+' | '†' | '‡' => 't',
        '8' => 'b',
        '¢' | '©' => 'c',
        '®' => 'r',
        '¥' => 'y',
        '∂' => 'd',
        'µ' | 'μ' => 'u',
        '∏' | '∩' => 'n',
        '×' => 'x',
        other => other,
    };
    text.chars().map(letter).collect()
}
