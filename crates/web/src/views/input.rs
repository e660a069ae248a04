//! A field of a form as shown again: what was typed, and what is wrong with it.

/// A field of a form.
#[derive(Debug, Clone, Default)]
pub struct Input {
    /// What is in it. Never a password: those are typed again.
    pub value: String,
    /// What is wrong with it, as a sentence.
    pub error: Option<String>,
}

impl Input {
    /// A field with this in it.
    #[must_use]
    pub fn of(value: impl Into<String>) -> Self {
        Self { value: value.into(), error: None }
    }

    /// The same field with this wrong.
    #[must_use]
    pub fn wrong(self, error: impl Into<String>) -> Self {
        Self { error: Some(error.into()), ..self }
    }
}
