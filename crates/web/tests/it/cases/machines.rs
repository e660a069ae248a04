use super::Sent::Nothing;
use super::Who::Anybody;
use super::{Case, Sent, Who};

const fn case(route: &'static str, who: Who, path: &'static str, sent: Sent) -> Case {
    Case { route, who, path, sent }
}

/// What is the same at every host.
pub(super) const CASES: &[Case] = &[
    case("GET /assets/{file}", Anybody, "/assets/manifest.json", Nothing),
    case("GET /healthz", Anybody, "/healthz", Nothing),
    case("GET /readyz", Anybody, "/readyz", Nothing),
    case("GET /api/openapi.json", Anybody, "/api/openapi.json", Nothing),
];
