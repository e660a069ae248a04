//! The whole site: every path, and what answers it.

use crate::headers::protect;
use crate::pages::{
    account, bell, community, conversations, demo, explained, files, health, home, mail, people, preferences, presence,
};
use crate::pages::{keep_form, redirect, write_bare_faults, write_faults};
use crate::site::Site;
use crate::{api, live};
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::http::{Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodFilter, on};
use axum::{Router, middleware};
use std::any::Any;
use std::sync::Arc;
use std::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;
use tower_http::timeout::TimeoutLayer;

/// The largest body anybody may send: a message of 20,000 characters, encoded at its longest.
const LARGEST_BODY: usize = 512 * 1_024;
/// The longest a page may take.
const LONGEST: Duration = Duration::from_secs(30);

/// A path of the site and its method.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// The method.
    pub method: Method,
    /// The path, as `/conversations/{id}`.
    pub path: String,
}

/// The site, ready to be served.
pub fn router(site: Site) -> Router {
    let site = Arc::new(site);
    let pages = pages()
        .router
        .fallback(|| async { StatusCode::NOT_FOUND })
        .layer(middleware::from_fn(keep_form))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, LONGEST))
        .layer(CatchPanicLayer::custom(broken))
        // Posts from other sites are refused by what browsers say of where they come from.
        .layer(CsrfLayer::new())
        .layer(middleware::from_fn_with_state(Arc::clone(&site), write_faults));
    let streams = streams().router;
    let machines = machines().router;
    let files = files().router.layer(CompressionLayer::new());
    let faces = faces().router;
    Router::new()
        .merge(pages)
        .merge(streams)
        .merge(machines)
        .merge(files)
        .merge(faces)
        .merge(api::router(&site))
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .layer(CatchPanicLayer::custom(broken))
        .layer(middleware::from_fn_with_state(Arc::clone(&site), write_bare_faults))
        .layer(middleware::from_fn_with_state(Arc::clone(&site), protect))
        .layer(middleware::from_fn(crate::access_log::note))
        .with_state(site)
}

/// A fault of ours that no type foresaw. What a panic says may be private, so it is not repeated.
pub(crate) fn broken(_panic: Box<dyn Any + Send>) -> Response {
    tracing::error!("a handler panicked");
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}

/// Every path of the site, as the router has them: for the test that tries each with the ids of
/// another community.
#[must_use]
pub fn routes() -> Vec<Route> {
    [pages().listed, streams().listed, machines().listed, files().listed, faces().listed, api::routes()].concat()
}

fn pages() -> Table {
    Table::default()
        .get("/", home::show)
        .get("/help", explained::help)
        .get("/about", explained::about)
        .get("/privacy", explained::privacy)
        .get("/sign-in", account::sign_in::show)
        .post("/sign-in", account::sign_in::sign_in)
        .post("/sign-in/link", account::sign_in_by_link::request)
        .get("/sign-in/link/{token}", account::sign_in_by_link::show)
        .post("/sign-in/link/{token}", account::sign_in_by_link::sign_in)
        .get("/sign-up", account::sign_up::show)
        .post("/sign-up", account::sign_up::sign_up)
        .get("/sign-up/confirm/{token}", account::confirm_sign_up::show)
        .post("/sign-up/confirm/{token}", account::confirm_sign_up::confirm)
        .get("/password/forgot", account::forgot_password::show)
        .post("/password/forgot", account::forgot_password::request)
        .get("/password/reset/{token}", account::reset_password::show)
        .post("/password/reset/{token}", account::reset_password::reset)
        .post("/sign-out", account::sign_out::sign_out)
        .get("/people", people::directory::show)
        .get("/people/{handle}", people::profile::show)
        .post("/people/{handle}/block", people::block::block)
        .post("/people/{handle}/unblock", people::block::unblock)
        .get("/conversations", conversations::index::show)
        .post("/conversations", conversations::start::start)
        .get("/conversations/new", conversations::new::show)
        .get("/conversations/{id}", conversations::show::show)
        .post("/conversations/{id}/messages", conversations::reply::reply)
        .post("/conversations/{id}/messages/{message}/edit", conversations::edit_message::edit_message)
        .post("/conversations/{id}/messages/{message}/delete", conversations::delete_message::delete_message)
        .post("/conversations/{id}/messages/{message}/restore", conversations::restore_message::restore_message)
        .post("/conversations/{id}/accept", conversations::accept::accept)
        .post("/conversations/{id}/decline", conversations::decline::decline)
        .post("/conversations/{id}/decline/undo", conversations::decline::undo)
        .post("/conversations/decline-all", conversations::decline_all::decline_all)
        .post("/conversations/decline-all/undo/{at}", conversations::decline_all::undo)
        .post("/conversations/{id}/remind", conversations::remind::remind)
        .post("/conversations/{id}/withdraw", conversations::withdraw::withdraw)
        .post("/conversations/{id}/withdraw/undo", conversations::withdraw::undo)
        .post("/conversations/{id}/read", conversations::read::read)
        .post("/conversations/{id}/unread", conversations::archive::unread)
        .post("/conversations/{id}/archive", conversations::archive::archive)
        .post("/conversations/{id}/unarchive", conversations::archive::unarchive)
        .post("/conversations/{id}/put-back/{stood}", conversations::archive::put_back)
        .post("/conversations/{id}/mute", conversations::level::mute)
        .post("/conversations/{id}/unmute", conversations::level::unmute)
        .post("/conversations/{id}/star", conversations::level::star)
        .post("/conversations/{id}/unstar", conversations::level::unstar)
        .get("/conversations/{id}/people", conversations::participants::show)
        .post("/conversations/{id}/people", conversations::add_people::add)
        .get("/conversations/{id}/people/add", conversations::add_people::show)
        .post("/conversations/{id}/people/{handle}/remove", conversations::participants::remove)
        .post("/conversations/{id}/people/{handle}/make-host", conversations::participants::make_host)
        .post("/conversations/{id}/people/{handle}/unmake-host", conversations::participants::unmake_host)
        .post("/conversations/{id}/title", conversations::participants::rename)
        .post("/conversations/{id}/adding", conversations::participants::set_adding)
        .post("/conversations/{id}/leave", conversations::participants::leave)
        .post("/conversations/{id}/leave/undo", conversations::participants::undo_leave)
        .get("/conversations/{id}/messages/{message}/readers", conversations::readers::show)
        .post("/preview", conversations::preview::show)
        .get("/bell", bell::show)
        .post("/bell/read-all", bell::read_all)
        .get("/presence", presence::list)
        .post("/presence", presence::note)
        .get("/preferences", preferences::show::show)
        .post("/preferences/profile", preferences::profile::save)
        .post("/preferences/notifications", preferences::notifications::save)
        .post("/preferences/address/retry", preferences::notifications::retry_address)
        .post("/preferences/privacy", preferences::privacy::save)
        .get("/preferences/blocked", preferences::blocked::show)
        .post("/preferences/appearance", preferences::appearance::save)
        .post("/preferences/password", preferences::password::save)
        .post("/preferences/password/link", preferences::password::mail_link)
        .post("/preferences/sessions/end-others", preferences::sessions::end_others)
        .post("/preferences/sessions/{id}/end", preferences::sessions::end)
        .post("/preferences/tokens", preferences::tokens::create)
        .post("/preferences/tokens/{id}/revoke", preferences::tokens::revoke)
        .get("/m/{token}", mail::invitation::show)
        .post("/m/{token}/accept", mail::invitation::accept)
        .post("/m/{token}/decline", mail::invitation::decline)
        .post("/m/{token}/undo", mail::invitation::undo)
        .get("/mute/{token}", mail::mute::show)
        .post("/mute/{token}", mail::mute::mute)
        .post("/mute/{token}/undo", mail::mute::undo)
        .get("/u/{token}", mail::unsubscribe::show)
        .post("/u/{token}", mail::unsubscribe::stop)
        .post("/u/{token}/resume", mail::unsubscribe::resume)
        .get("/demo/mails", demo::mails::list)
        .get("/demo/mails/{name}", demo::mails::show)
        .get("/demo/mails/{name}/html", demo::mails::html)
        .post("/demo/become/{handle}", demo::become_somebody::become_somebody)
        .lead_onwards()
}

/// What stays open: no time limit.
fn streams() -> Table {
    Table::default().get("/live", live::page_stream)
}

/// What is the same for everybody, so that its length tells nothing: it may be compressed.
fn files() -> Table {
    Table::default().get("/assets/{file}", files::show)
}

/// What is asked by machines, of every host.
fn machines() -> Table {
    Table::default().get("/healthz", health::alive).get("/readyz", health::ready)
}

/// What a community looks like: the same for everybody who comes to its host.
fn faces() -> Table {
    Table::default()
        .get("/assets/community/{file}", community::file::show)
        .get("/favicon.ico", community::icon::favicon)
        .get("/apple-touch-icon.png", community::icon::touch)
        .get("/manifest.webmanifest", community::manifest::show)
}

/// A router that remembers what was put into it.
#[derive(Default)]
struct Table {
    router: Router<Arc<Site>>,
    listed: Vec<Route>,
}

impl Table {
    fn get<H: Handler<T, Arc<Site>>, T: 'static>(self, path: &str, handler: H) -> Self {
        self.on(Method::GET, MethodFilter::GET, path, handler)
    }

    fn post<H: Handler<T, Arc<Site>>, T: 'static>(self, path: &str, handler: H) -> Self {
        self.on(Method::POST, MethodFilter::POST, path, handler)
    }

    /// Has everything that is only posted to lead on whoever opens it, by the address bar, a reload or going back: to
    /// the nearest page above it.
    fn lead_onwards(mut self) -> Self {
        let has = |method: &Method, path: &str| self.listed.iter().any(|it| it.method == *method && it.path == path);
        let only_posted = self.listed.iter().filter(|it| it.method == Method::POST && !has(&Method::GET, &it.path));
        for route in only_posted {
            let above = std::iter::successors(route.path.rsplit_once('/'), |(path, _)| path.rsplit_once('/'));
            let page = above.map(|(path, _)| path).find(|path| has(&Method::GET, path)).unwrap_or_default();
            let segments = page.matches('/').count();
            let lead = move |uri: Uri| async move {
                let path: String = uri.path().split_inclusive('/').take(segments + 1).collect();
                redirect(if segments == 0 { "/" } else { path.trim_end_matches('/') })
            };
            self.router = self.router.route(&route.path, on(MethodFilter::GET, lead));
        }
        self
    }

    fn on<H, T>(mut self, method: Method, filter: MethodFilter, path: &str, handler: H) -> Self
    where
        H: Handler<T, Arc<Site>>,
        T: 'static,
    {
        self.router = self.router.route(path, on(filter, handler));
        self.listed.push(Route { method, path: path.to_owned() });
        self
    }
}
