//! What a page says once after a redirect, with the button that undoes it. The browser carries it
//! from one page to the next in a cookie, so that it works without a script.

use super::redirect;
use crate::cookies::Kept;
use crate::site::Site;
use crate::views::Notice;
use axum::response::Response;
use snug_texts::Texts;

/// Between the key of the text and the path of *Undo*; neither has one, and a cookie may.
const BETWEEN: char = ':';

/// On to another page, which says once what happened. `notice` is the key of the text.
pub(crate) fn say(site: &Site, path: &str, notice: &str) -> Response {
    let mut response = redirect(path);
    Kept::Notice.keep(site, response.headers_mut(), notice);
    response
}

/// The same with a button *Undo*, which posts to `undo`: a path below `/conversations/` or `/people/`.
pub(crate) fn say_with_undo(site: &Site, path: &str, notice: &str, undo: &str) -> Response {
    say(site, path, &format!("{notice}{BETWEEN}{undo}"))
}

/// What the cookie says.
pub(crate) fn read(texts: Texts, kept: &str, whose: String) -> Option<Notice> {
    let (key, undo) = match kept.split_once(BETWEEN) {
        Some((key, undo)) => (key, Some(undo)),
        None => (kept, None),
    };
    // A cookie can be forged by whoever holds a neighbouring host name: it only chooses among our own.
    let undo = undo.filter(|path| {
        ["/conversations/", "/people/"].iter().any(|below| path.starts_with(below)) && !path.contains(['\\', '?', '#'])
    });
    let is_known = key.starts_with("page-notice-");
    is_known.then(|| Notice { text: texts.get(key).into_owned(), whose, undo: undo.map(ToOwned::to_owned) })
}
