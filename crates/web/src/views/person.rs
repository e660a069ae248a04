//! A person as shown anywhere: name, page, and initials on a calm colour.

use snug_domain::people::initials;

/// A person as shown anywhere.
#[derive(Debug, Clone)]
pub struct Person {
    /// Their name.
    pub name: String,
    /// The short name in the address of their page.
    pub handle: String,
    /// The letters that stand for a picture.
    pub initials: String,
    /// The colour behind the letters: 0 to 11.
    pub colour: u8,
    /// Whether the name looks like that of somebody else, and is to be compared by the handle.
    pub lookalike: bool,
}

impl Person {
    /// A person of this name; the colour follows the handle, so it stays when the name changes.
    #[must_use]
    pub fn new(name: impl Into<String>, handle: impl Into<String>) -> Self {
        let (name, handle) = (name.into(), handle.into());
        Self { initials: initials(&name), colour: colour(&handle), lookalike: false, name, handle }
    }

    /// The same person, said to look like somebody else or not.
    #[must_use]
    pub fn lookalike(self, lookalike: bool) -> Self {
        Self { lookalike, ..self }
    }

    /// The name for use within a sentence: isolated, so that a name written the other way round
    /// does not reorder the words beside it (UAX 9, first strong isolate).
    #[must_use]
    pub fn within(&self) -> String {
        format!("\u{2068}{}\u{2069}", self.name)
    }

    /// The first word of the name, isolated as in [`Person::within`].
    #[must_use]
    pub fn first_name(&self) -> String {
        format!("\u{2068}{}\u{2069}", self.name.split_whitespace().next().unwrap_or(&self.name))
    }
}

/// One of twelve, by a hash that spreads names that are much alike (FNV-1a, its halves mixed).
fn colour(handle: &str) -> u8 {
    let hash = handle.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let mixed = (hash ^ (hash >> 15)).wrapping_mul(0x85eb_ca6b);
    u8::try_from((u64::from(mixed) * 12) >> 32).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::Person;

    #[test]
    fn a_person_keeps_their_colour_when_the_name_changes() {
        assert_eq!(Person::new("Ana Ruiz", "ana").colour, Person::new("Ana R. Soto", "ana").colour);
    }

    #[test]
    fn twelve_colours_are_all_used_and_about_as_often() {
        let mut used = [0_u32; 12];
        for number in 0..1_200 {
            let person = Person::new("Ana", format!("ana{number}"));
            used[usize::from(person.colour)] += 1;
        }
        assert!(used.iter().all(|times| (60..=140).contains(times)), "{used:?}");
    }

    #[test]
    fn a_name_within_a_sentence_is_isolated() {
        assert_eq!(Person::new("سلمى حداد", "salma").first_name(), "\u{2068}سلمى\u{2069}");
    }
}
