use super::Sent::{Json, Nothing};
use super::Who::{Holders, Members};
use super::{Case, Sent, Who};

const fn case(route: &'static str, who: Who, path: &'static str, sent: Sent) -> Case {
    Case { route, who, path, sent }
}

const ADDRESS: Sent = Json(r#"{"address":"{address}"}"#);
const CONFIRM: Sent = Json(r#"{"password":"{password}"}"#);
const PASSWORD: Sent = Json(r#"{"password":"a new password of A"}"#);
const CREDENTIALS: Sent = Json(r#"{"address":"{address}","password":"{password}"}"#);
const SIGN_UP: Sent = Json(r#"{"name":"Somebody","address":"{address}","password":"a new password of A"}"#);
const START: Sent = Json(r#"{"to":"{handle}","text":"Hello","client_id":"isolation-3"}"#);
const MESSAGE: Sent = Json(r#"{"text":"Hello","client_id":"isolation-4"}"#);
const ADD: Sent = Json(r#"{"to":"{other_handle}","history":"now","text":"Hello","client_id":"isolation-5"}"#);
const CHANGE: Sent = Json(r#"{"current_password":"{password}","password":"a new password of A"}"#);

/// The JSON API.
pub(super) const CASES: &[Case] = &[
    case("POST /api/v1/sign-ups", Holders, "/api/v1/sign-ups", SIGN_UP),
    case("POST /api/v1/sign-ups/{token}/confirm", Holders, "/api/v1/sign-ups/{sign_up_link}/confirm", CONFIRM),
    case("POST /api/v1/sign-in-links", Holders, "/api/v1/sign-in-links", ADDRESS),
    case("POST /api/v1/sign-in-links/{token}", Holders, "/api/v1/sign-in-links/{sign_in_link}", Nothing),
    case("POST /api/v1/password-resets", Holders, "/api/v1/password-resets", ADDRESS),
    case("POST /api/v1/password-resets/{token}", Holders, "/api/v1/password-resets/{reset_link}", PASSWORD),
    case("POST /api/v1/sessions", Holders, "/api/v1/sessions", CREDENTIALS),
    case("GET /api/v1/sessions", Members, "/api/v1/sessions", Nothing),
    case("DELETE /api/v1/sessions", Members, "/api/v1/sessions", Nothing),
    case("DELETE /api/v1/sessions/current", Members, "/api/v1/sessions/current", Nothing),
    case("DELETE /api/v1/sessions/{id}", Members, "/api/v1/sessions/{session}", Nothing),
    case("GET /api/v1/me", Members, "/api/v1/me", Nothing),
    case("PATCH /api/v1/me", Members, "/api/v1/me", Json(r#"{"name":"Somebody"}"#)),
    case("PUT /api/v1/me/password", Members, "/api/v1/me/password", CHANGE),
    case("GET /api/v1/people", Members, "/api/v1/people?search=ana", Nothing),
    case("GET /api/v1/people/{handle}", Members, "/api/v1/people/{handle}", Nothing),
    case("POST /api/v1/conversations/{id}/remind", Members, "/api/v1/conversations/{conversation}/remind", Nothing),
    case("GET /api/v1/blocks", Members, "/api/v1/blocks", Nothing),
    case("PUT /api/v1/blocks/{handle}", Members, "/api/v1/blocks/{handle}", Nothing),
    case("DELETE /api/v1/blocks/{handle}", Members, "/api/v1/blocks/{handle}", Nothing),
    case("POST /api/v1/presence", Members, "/api/v1/presence", Nothing),
    case("GET /api/v1/conversations", Members, "/api/v1/conversations", Nothing),
    case("POST /api/v1/conversations", Members, "/api/v1/conversations", START),
    case("GET /api/v1/conversations/{id}", Members, "/api/v1/conversations/{conversation}", Nothing),
    case("GET /api/v1/conversations/{id}/messages", Members, "/api/v1/conversations/{conversation}/messages", Nothing),
    case("POST /api/v1/conversations/{id}/messages", Members, "/api/v1/conversations/{conversation}/messages", MESSAGE),
    case(
        "PATCH /api/v1/conversations/{id}/messages/{message}",
        Members,
        "/api/v1/conversations/{conversation}/messages/{message}",
        Json(r#"{"text":"Changed"}"#),
    ),
    case(
        "DELETE /api/v1/conversations/{id}/messages/{message}",
        Members,
        "/api/v1/conversations/{conversation}/messages/{message}",
        Nothing,
    ),
    case(
        "POST /api/v1/conversations/{id}/messages/{message}/restore",
        Members,
        "/api/v1/conversations/{conversation}/messages/{message}/restore",
        Nothing,
    ),
    case("POST /api/v1/conversations/{id}/accept", Members, "/api/v1/conversations/{invitation}/accept", Nothing),
    case("POST /api/v1/conversations/{id}/decline", Members, "/api/v1/conversations/{invitation}/decline", Nothing),
    case("DELETE /api/v1/conversations/{id}/decline", Members, "/api/v1/conversations/{invitation}/decline", Nothing),
    case("DELETE /api/v1/conversations/{id}/withdraw", Members, "/api/v1/conversations/{invitation}/withdraw", Nothing),
    case("POST /api/v1/conversations/{id}/withdraw", Members, "/api/v1/conversations/{invitation}/withdraw", Nothing),
    case(
        "POST /api/v1/conversations/{id}/read",
        Members,
        "/api/v1/conversations/{conversation}/read",
        Json(r#"{"sequence":1}"#),
    ),
    case("POST /api/v1/conversations/{id}/unread", Members, "/api/v1/conversations/{conversation}/unread", Nothing),
    case(
        "PUT /api/v1/conversations/{id}/archived",
        Members,
        "/api/v1/conversations/{conversation}/archived",
        Json(r#"{"archived":true}"#),
    ),
    case(
        "GET /api/v1/conversations/{id}/messages/{message}/readers",
        Members,
        "/api/v1/conversations/{conversation}/messages/{message}/readers",
        Nothing,
    ),
    case("POST /api/v1/conversations/{id}/participants", Members, "/api/v1/conversations/{group}/participants", ADD),
    case(
        "DELETE /api/v1/conversations/{id}/participants/{handle}",
        Members,
        "/api/v1/conversations/{group}/participants/{participant_handle}",
        Nothing,
    ),
    case(
        "PUT /api/v1/conversations/{id}/participants/{handle}/role",
        Members,
        "/api/v1/conversations/{group}/participants/{participant_handle}/role",
        Json(r#"{"role":"host"}"#),
    ),
    case(
        "PUT /api/v1/conversations/{id}/title",
        Members,
        "/api/v1/conversations/{group}/title",
        Json(r#"{"title":"Changed"}"#),
    ),
    case(
        "PUT /api/v1/conversations/{id}/adding",
        Members,
        "/api/v1/conversations/{group}/adding",
        Json(r#"{"adding":"hosts"}"#),
    ),
    case("POST /api/v1/conversations/{id}/leave", Members, "/api/v1/conversations/{group}/leave", Nothing),
    case("DELETE /api/v1/conversations/{id}/leave", Members, "/api/v1/conversations/{group}/leave", Nothing),
    case(
        "PUT /api/v1/conversations/{id}/level",
        Members,
        "/api/v1/conversations/{conversation}/level",
        Json(r#"{"level":"muted"}"#),
    ),
    case(
        "PUT /api/v1/conversations/{id}/starred",
        Members,
        "/api/v1/conversations/{conversation}/starred",
        Json(r#"{"starred":true}"#),
    ),
    case("GET /api/v1/invitations", Members, "/api/v1/invitations", Nothing),
    case("GET /api/v1/bell", Members, "/api/v1/bell", Nothing),
    case("POST /api/v1/bell/read-all", Members, "/api/v1/bell/read-all", Nothing),
    case("GET /api/v1/tokens", Members, "/api/v1/tokens", Nothing),
    case("POST /api/v1/tokens", Members, "/api/v1/tokens", Json(r#"{"name":"A program"}"#)),
    case("DELETE /api/v1/tokens/{id}", Members, "/api/v1/tokens/{api_token}", Nothing),
    case("GET /api/v1/live", Members, "/api/v1/live?since=0", Nothing),
];
