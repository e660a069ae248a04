//! A community's face as pages show it.

/// Where the pictures and the style of a community are, and its sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommunityFace {
    /// The style that sets its accent; none where it is Snug's own.
    pub style: Option<String>,
    /// Beside the title of a tab.
    pub small: String,
    /// In the bar.
    pub medium: String,
    /// On the home page.
    pub large: String,
    /// Whether the pictures are its own, and not its initial.
    pub has_logo: bool,
    /// Its sentence; may be empty.
    pub sentence: String,
}
