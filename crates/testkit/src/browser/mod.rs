//! The site as its visitors see it: served on a port of this machine, and a browser that runs no
//! script.
//!
//! ```no_run
//! # async fn example() {
//! use snug_testkit::browser::TestSite;
//!
//! let site = TestSite::new().await;
//! let ana = site.sign_in(&site.member("ana").await).await;
//! site.member("ben").await;
//! let profile = ana.open("/people/ben.okafor").await;
//! let form = ana.open(profile.link("Start conversation")).await;
//! let waiting = ana.press(&form, "/conversations", &[("text", "Hello Ben")]).await;
//! assert!(waiting.says("Waiting for Ben to answer"));
//! # }
//! ```
//!
//! A browser presses only buttons that are on the page it is given, with the hidden fields of
//! their form. It never looks into the app.

mod answer;
mod events;
mod form;
mod site;
mod visitor;

pub use answer::Answer;
pub use events::{Events, LiveEvent};
pub use reqwest::{Method, Request, RequestBuilder, StatusCode};
pub use site::TestSite;
pub use visitor::Browser;
