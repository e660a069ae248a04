use std::hash::{Hash, Hasher};

/// The text of a statement, a literal of the program, as a key: looked up by where it stands, for hashing its whole text
/// would cost as much as many a statement. A text that stands twice is prepared twice.
#[derive(Debug, Clone, Copy)]
pub(super) struct Literal(pub(super) &'static str);

impl PartialEq for Literal {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl Eq for Literal {}

impl Hash for Literal {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.as_ptr().hash(state);
    }
}
