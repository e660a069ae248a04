//! What every workload needs.

use crate::figures::{Figures, Variant};
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
    /// The databases under it.
    pub(crate) databases: Vec<(Variant, Database)>,
    pub(crate) figures: Figures,
}
