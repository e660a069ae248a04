use crate::{App, markdown};
use snug_domain::conversations::MessageText;

impl App {
    /// How a message would look.
    #[must_use]
    pub fn preview(&self, text: &MessageText) -> String {
        markdown::to_html(text.as_str())
    }
}
