use crate::invalid::{Field, Invalid, line};
use crate::people::NamedPerson;

/// Names in a title where all of them are said.
const NAMED: usize = 3;

/// What its people call a conversation: one line of 1 to 80 characters.
#[derive(Clone, PartialEq, Eq)]
pub struct ConversationTitle(String);

impl ConversationTitle {
    /// The title in this text, without the white space around it; none where there is nothing but that.
    pub fn parse(text: &str) -> Result<Option<Self>, Invalid> {
        let title = line(Field::Title, text, 0, 80)?;
        Ok((!title.is_empty()).then_some(Self(title)))
    }

    /// The title as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Private text does not go to a log.
impl std::fmt::Debug for ConversationTitle {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "ConversationTitle({} bytes)", self.0.len())
    }
}

/// What a conversation is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Title {
    /// As its people call it.
    Named(String),
    /// By the others in it: one, where two talk.
    People {
        /// Those who are named.
        first: Vec<NamedPerson>,
        /// How many there are besides; never just one.
        more: usize,
    },
}

impl Title {
    /// The title of a conversation with so many others, of whom these are the first.
    #[must_use]
    pub fn of(name: Option<&str>, others: &[NamedPerson], count: usize) -> Self {
        if let Some(name) = name {
            return Self::Named(name.to_owned());
        }
        let named = if count <= NAMED { NAMED } else { NAMED - 1 };
        let first: Vec<_> = others.iter().take(named).cloned().collect();
        let more = count.saturating_sub(first.len());
        Self::People { first, more }
    }
}

#[cfg(test)]
mod tests {
    use super::Title;
    use crate::PersonId;
    use crate::people::{Handle, NamedPerson, PersonKind};
    use uuid::Uuid;

    fn said(count: usize) -> (usize, usize) {
        let person = |number: usize| NamedPerson {
            id: PersonId(Uuid::nil()),
            kind: PersonKind::Member,
            name: format!("Member {number}"),
            handle: Handle::parse(&format!("member{number}")).expect("a short name"),
        };
        let others: Vec<_> = (0..count.min(4)).map(person).collect();
        match Title::of(None, &others, count) {
            Title::People { first, more } => (first.len(), more),
            Title::Named(name) => panic!("{name}"),
        }
    }

    #[test]
    fn up_to_three_are_named_and_of_more_the_first_two() {
        assert_eq!([1, 2, 3, 4, 50].map(said), [(1, 0), (2, 0), (3, 0), (2, 2), (2, 48)]);
    }

    #[test]
    fn what_its_people_call_it_goes_before_their_names() {
        assert_eq!(Title::of(Some("Swifts"), &[], 3), Title::Named("Swifts".into()));
    }
}
