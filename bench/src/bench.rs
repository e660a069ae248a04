//! What every workload needs.

use crate::figures::{Figures, Variant};
use crate::progress::Progress;
use crate::snug::Database;
use std::path::PathBuf;

/// One run of the bench: what is measured, how often, and what was found until now.
pub(crate) struct Bench {
    /// The program that is measured.
    pub(crate) program: PathBuf,
    /// Where the figures are left, and where peers are installed.
    pub(crate) output: PathBuf,
    /// How often each thing is measured.
    pub(crate) runs: usize,
    /// Whether Snug is measured with nothing beside it.
    pub(crate) is_alone: bool,
    /// The databases under it.
    pub(crate) databases: Vec<(Variant, Database)>,
    pub(crate) figures: Figures,
    /// How each is set up, and what is on disk when it says that it has a message.
    pub(crate) settings: Vec<(Variant, String)>,
    /// What could not be measured, and why.
    pub(crate) missing: Vec<String>,
    pub(crate) progress: Progress,
}

impl Bench {
    /// Notes the settings of a peer, once.
    pub(crate) fn set(&mut self, variant: Variant, settings: String) {
        if !self.settings.iter().any(|(known, _)| *known == variant) {
            self.settings.push((variant, settings));
        }
    }

    /// Says that something cannot be measured, and notes it, once.
    pub(crate) fn miss(&mut self, what: String) {
        if !self.missing.contains(&what) {
            self.progress.say(&format!("missing: {what}"));
            self.missing.push(what);
        }
    }
}
