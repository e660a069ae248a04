//! A request for every route: what it takes to ask it in earnest, with the ids and secrets of a
//! community that really are there.
//!
//! A new route gets its line in `pages` or `api`; the tests of isolation, of headers and of
//! communities without conversations then hold it to what all routes promise.

mod api;
mod machines;
mod pages;
mod place;

pub(crate) use place::{Place, stranger};

use snug_domain::people::{Handle, is_word_of_the_site};
use snug_testkit::browser::{Browser, Method, RequestBuilder};
use std::collections::BTreeSet;

/// Who may ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Who {
    /// Anybody; it shows nothing of anybody.
    Anybody,
    /// Who is signed in.
    Members,
    /// Who holds what a mail brought, or knows a password.
    Holders,
}

/// What is sent along.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Sent {
    /// Nothing.
    Nothing,
    /// A form, as it is written in a body.
    Form(&'static str),
    /// JSON.
    Json(&'static str),
}

/// How one route is asked.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Case {
    /// The method and path, as the router has them.
    pub route: &'static str,
    /// Who may.
    pub who: Who,
    /// The path with places for what is really there: `/people/{handle}`.
    pub path: &'static str,
    /// What is sent along, with places too.
    pub sent: Sent,
}

/// Every case.
pub(crate) fn all() -> Vec<Case> {
    [pages::CASES, api::CASES, machines::CASES].concat()
}

/// Whether a route is about conversations.
pub(crate) fn is_about_conversations(case: &Case) -> bool {
    let words = ["conversations", "bell", "invitations", " /preview", " /m/"];
    words.iter().any(|word| case.route.contains(word))
}

impl Case {
    /// The method.
    pub(crate) fn method(&self) -> Method {
        self.words().0
    }

    /// Whether the route names something.
    pub(crate) fn names_something(&self) -> bool {
        self.route.contains('{')
    }

    /// Whether a program asks it.
    pub(crate) fn is_of_the_api(&self) -> bool {
        self.words().1.starts_with("/api/")
    }

    /// The request, from this browser, with what is at this place.
    pub(crate) fn request(&self, browser: &Browser, place: &Place) -> RequestBuilder {
        let request = browser.request(self.method(), &place.fill(self.path));
        match self.sent {
            Sent::Nothing => request,
            Sent::Form(form) => {
                request.header("content-type", "application/x-www-form-urlencoded").body(place.fill(form))
            }
            Sent::Json(json) => request.header("content-type", "application/json").body(place.fill(json)),
        }
    }

    fn words(&self) -> (Method, &'static str) {
        let (method, path) = self.route.split_once(' ').expect("a method and a path");
        (method.parse().expect("a method"), path)
    }
}

#[test]
fn no_address_of_the_site_begins_with_the_handle_of_a_member() {
    let routes = snug_web::routes();
    let handles = routes.iter().filter_map(|route| Handle::parse(route.path.split('/').nth(1)?).ok());
    let handles: BTreeSet<Handle> = handles.collect();
    assert!(handles.len() > 10, "guard: they are looked at");
    let free: Vec<_> = handles.iter().filter(|handle| !is_word_of_the_site(handle)).collect();
    assert!(free.is_empty(), "{free:?}");
}

#[test]
fn every_route_has_a_case_and_every_case_a_route() {
    let mut routes: Vec<_> =
        snug_web::routes().iter().map(|route| format!("{} {}", route.method, route.path)).collect();
    let mut cases: Vec<_> = all().iter().map(|case| case.route.to_owned()).collect();
    routes.sort_unstable();
    cases.sort_unstable();
    assert!(routes.len() > 80, "guard: the router lists its routes");
    assert_eq!(routes, cases, "a new route gets a line in crates/web/tests/it/cases");
}
