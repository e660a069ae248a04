//! Where one is after something was done to a conversation from the list: where one was.

use super::list::Listing;
use super::takes_stream;
use crate::pages::{Answer, redirect, row, say_with_undo, stream};
use crate::views::streams::{NoticeStream, RowStream};
use crate::views::{Notice, Show};
use crate::visit::Member;
use axum::extract::{FromRequestParts, Query};
use axum::http::header::REFERER;
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, Uri};
use snug_domain::ConversationId;
use std::convert::Infallible;

/// The page of conversations a form was sent from, as browsers say it.
pub(crate) struct CameFrom {
    /// The list that is beside it.
    show: Show,
    /// The conversation that is open there.
    open: Option<ConversationId>,
    /// Whether the answer can be put into that page.
    takes_stream: bool,
}

impl CameFrom {
    fn read(headers: &HeaderMap) -> Self {
        let page: Option<Uri> = headers.get(REFERER).and_then(|page| page.to_str().ok()?.parse().ok());
        let path = page.as_ref().map(Uri::path).and_then(|path| path.strip_prefix("/conversations"));
        let listing = page.as_ref().and_then(|page| Query::<Listing>::try_from_uri(page).ok());
        Self {
            show: listing.filter(|_| path.is_some()).map_or(Show::All, |Query(listing)| listing.show()),
            open: path.and_then(|path| path.strip_prefix('/')?.parse().ok()),
            takes_stream: path.is_some() && takes_stream(headers),
        }
    }

    /// The address of a conversation beside the same list.
    pub(super) fn path_of(&self, conversation: ConversationId) -> String {
        format!("/conversations/{conversation}{}", self.show.query())
    }

    /// The address of the same list with nothing open beside it.
    pub(super) fn list(&self) -> String {
        format!("/conversations{}", self.show.query())
    }
}

impl<S: Send + Sync> FromRequestParts<S> for CameFrom {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::read(&parts.headers))
    }
}

/// What becomes of the conversation itself, where it is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Open {
    /// It stays open.
    Stays,
    /// It is closed: else it would be read again at once, or be beside a list it is not in.
    Closes,
}

/// The page stays as it is, with the row as it stands now, and says what was done and how it is
/// undone.
pub(super) async fn stay(
    member: &Member,
    from: &CameFrom,
    (conversation, becomes): (ConversationId, Open),
    said: Option<(&'static str, String)>,
) -> Answer {
    if !from.takes_stream || from.open == Some(conversation) {
        let path = match from.open.filter(|open| *open != conversation || becomes == Open::Stays) {
            Some(open) => from.path_of(open),
            None => from.list(),
        };
        return Ok(match said {
            Some((notice, undo)) => say_with_undo(&member.visit.site, &path, notice, &undo),
            None => redirect(&path),
        });
    }
    let (t, times, actor) = (member.visit.texts(), member.visit.times(), member.actor());
    let listed = member.app().find_listed(&actor, conversation).await?;
    let row = RowStream { t, row: row(&times, actor.person, &listed), at_once: true };
    let whose = member.signed_in.person.id.to_string();
    let notice = said.map(|(key, undo)| Notice { whose, text: t.get(key).into_owned(), undo: Some(undo) });
    stream(StatusCode::OK, &[&row, &NoticeStream { t, notice }])
}

#[cfg(test)]
mod tests {
    use super::{CameFrom, Show};
    use axum::http::header::REFERER;
    use axum::http::{HeaderMap, HeaderValue};

    fn from(page: &str) -> (String, bool) {
        let headers = HeaderMap::from_iter([(REFERER, HeaderValue::from_str(page).expect("a header"))]);
        let from = CameFrom::read(&headers);
        (from.list(), from.open.is_some())
    }

    #[test]
    fn one_comes_back_to_the_list_one_was_in_and_to_no_other_page() {
        let open = "https://riverside.example/conversations/0198c2f0-0000-7000-8000-000000000001";
        assert_eq!(from(&format!("{open}?show=archived")), (String::from("/conversations?show=archived"), true));
        assert_eq!(from(open), (String::from("/conversations"), true));
        assert_eq!(from("https://riverside.example/conversations?show=unread").0, "/conversations?show=unread");
        for page in ["https://riverside.example/people?show=unread", "https://evil.example/?show=evil", "", "\\"] {
            assert_eq!(from(page), (String::from("/conversations"), false), "{page}");
        }
        assert_eq!(CameFrom::read(&HeaderMap::new()).show, Show::All);
    }
}
