//! What may go to a log: our own words at the level the operator chose, and from the crates we
//! use only what goes wrong.
//!
//! Those crates log addresses, statements and bytes when they are asked for more, so they are not
//! asked, whatever level is chosen. Our own words name ids and never what people wrote or who
//! they are: the test kit reads along at the finest level with this same rule.

use tracing::level_filters::LevelFilter;
use tracing::{Level, Metadata};

/// Whether an event or span goes to a log of this level.
#[must_use]
pub fn is_logged(metadata: &Metadata<'_>, level: LevelFilter) -> bool {
    let is_ours = metadata.target().split("::").next().is_some_and(|name| name == "snug" || name.starts_with("snug_"));
    *metadata.level() <= level && (is_ours || *metadata.level() <= Level::WARN)
}
