//! What a conversation is called, as shown anywhere, and the faces beside it.

use super::Person;
use snug_domain::conversations;
use snug_texts::Texts;

/// Faces shown beside a title.
pub const FACES: usize = 3;

/// What a conversation is called.
#[derive(Debug, Clone)]
pub struct Title {
    /// As it stands alone.
    pub text: String,
    /// The shortest that names its people within a sentence.
    short: String,
    /// Whether its own letters say which way it runs. Several names run as the page does, whichever comes first.
    pub own_direction: bool,
}

impl Title {
    /// As the app tells it.
    #[must_use]
    pub fn new(texts: Texts, title: &conversations::Title) -> Self {
        match title {
            conversations::Title::Named(name) => {
                Self { text: name.clone(), short: isolated(name), own_direction: true }
            }
            conversations::Title::People { first, more } => match first.as_slice() {
                [one] if *more == 0 => {
                    Self { text: one.name.clone(), short: isolated(one.first_name()), own_direction: true }
                }
                several => {
                    let names: Vec<_> = several.iter().map(|person| isolated(person.first_name())).collect();
                    let text = texts.names(&names, *more);
                    Self { short: isolated(&text), text, own_direction: false }
                }
            },
        }
    }

    /// That of a conversation with people who are yet to be named.
    #[must_use]
    pub fn general(texts: Texts) -> Self {
        let text = texts.names(&[], 0);
        Self { short: text.clone(), text, own_direction: false }
    }

    /// That of a conversation with one person.
    #[must_use]
    pub fn of(person: &Person) -> Self {
        Self { text: person.name.clone(), short: person.first_name(), own_direction: true }
    }

    /// For use within a sentence: isolated, so that a name written the other way round does not reorder the words
    /// beside it (UAX 9, first strong isolate).
    #[must_use]
    pub fn within(&self) -> String {
        isolated(&self.text)
    }

    /// The same in short: of one person, the first name.
    #[must_use]
    pub fn first_name(&self) -> &str {
        &self.short
    }
}

/// Somebody in a conversation, as a picture.
#[derive(Debug, Clone)]
pub struct Face {
    /// Who.
    pub person: Person,
    /// Whether they are on the site now.
    pub on_site: bool,
}

fn isolated(text: &str) -> String {
    format!("\u{2068}{text}\u{2069}")
}
