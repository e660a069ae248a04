use super::Sent::Nothing;
use super::Who::Anybody;
use super::{Case, Sent, Who};

const fn case(route: &'static str, who: Who, path: &'static str, sent: Sent) -> Case {
    Case { route, who, path, sent }
}

/// What is the same for everybody at a host, and mostly at every host.
pub(super) const CASES: &[Case] = &[
    case("GET /assets/{file}", Anybody, "/assets/manifest.json", Nothing),
    case("GET /assets/community/{file}", Anybody, "{community_style}", Nothing),
    case("GET /favicon.ico", Anybody, "/favicon.ico", Nothing),
    case("GET /apple-touch-icon.png", Anybody, "/apple-touch-icon.png", Nothing),
    case("GET /manifest.webmanifest", Anybody, "/manifest.webmanifest", Nothing),
    case("GET /healthz", Anybody, "/healthz", Nothing),
    case("GET /readyz", Anybody, "/readyz", Nothing),
    case("GET /api/openapi.json", Anybody, "/api/openapi.json", Nothing),
];
