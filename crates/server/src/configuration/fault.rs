use std::fmt::Display;
use std::path::Path;

/// What is wrong with the configuration, in the words of an operator.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {problem}")]
pub struct Fault {
    /// The key, the variable, or the file and line.
    place: String,
    /// What is wrong there.
    problem: String,
}

impl Fault {
    /// Something is wrong with this key, variable or file.
    pub(super) fn new(place: impl Display, problem: impl Display) -> Self {
        Self { place: place.to_string(), problem: problem.to_string() }
    }

    /// Something is wrong in a file. Names the line and its key; the line itself may be a password.
    pub(super) fn in_file(path: &Path, text: &str, fault: &toml::de::Error) -> Self {
        let file = path.display();
        let before = fault.span().and_then(|span| text.get(..span.start));
        let Some(before) = before else { return Self::new(file, fault.message()) };
        let number = before.matches('\n').count();
        let key = text.lines().nth(number).and_then(|line| line.split_once('=')).map(|(key, _)| key.trim());
        let line = number + 1;
        match key {
            Some(key) => Self::new(format!("{file}, line {line}, {key}"), fault.message()),
            None => Self::new(format!("{file}, line {line}"), fault.message()),
        }
    }
}
