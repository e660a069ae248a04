use super::Sent::{Form, Nothing};
use super::Who::{Anybody, Holders, Members};
use super::{Case, Sent, Who};

const fn case(route: &'static str, who: Who, path: &'static str, sent: Sent) -> Case {
    Case { route, who, path, sent }
}

const CONFIRM: Sent = Form("password={password}");
const PASSWORD: Sent = Form("password=a+new+password+of+A");
const SIGN_UP: Sent = Form("name=Somebody&address={address}&password=a+new+password+of+A");

/// The pages of the site.
pub(super) const CASES: &[Case] = &[
    case("GET /", Anybody, "/", Nothing),
    case("GET /sign-in", Anybody, "/sign-in", Nothing),
    case("POST /sign-in", Holders, "/sign-in", Form("address={address}&password={password}")),
    case("POST /sign-in/link", Holders, "/sign-in/link", Form("address={address}")),
    case("GET /sign-in/link/{token}", Holders, "/sign-in/link/{sign_in_link}", Nothing),
    case("POST /sign-in/link/{token}", Holders, "/sign-in/link/{sign_in_link}", Nothing),
    case("GET /sign-up", Anybody, "/sign-up", Nothing),
    case("POST /sign-up", Holders, "/sign-up", SIGN_UP),
    case("GET /sign-up/confirm/{token}", Holders, "/sign-up/confirm/{sign_up_link}", Nothing),
    case("POST /sign-up/confirm/{token}", Holders, "/sign-up/confirm/{sign_up_link}", CONFIRM),
    case("GET /password/forgot", Anybody, "/password/forgot", Nothing),
    case("POST /password/forgot", Holders, "/password/forgot", Form("address={address}")),
    case("GET /password/reset/{token}", Holders, "/password/reset/{reset_link}", Nothing),
    case("POST /password/reset/{token}", Holders, "/password/reset/{reset_link}", PASSWORD),
    case("POST /sign-out", Members, "/sign-out", Nothing),
    case("GET /people", Members, "/people?q=ana", Nothing),
    case("GET /people/{handle}", Members, "/people/{handle}", Nothing),
    case("GET /conversations", Members, "/conversations?after=9999999999999.{conversation}", Nothing),
    case("POST /conversations", Members, "/conversations", Form("to={handle}&text=Hello&client_id=isolation-1")),
    case("GET /conversations/new", Members, "/conversations/new?to={handle}", Nothing),
    case("GET /conversations/{id}", Members, "/conversations/{conversation}", Nothing),
    case(
        "POST /conversations/{id}/messages",
        Members,
        "/conversations/{conversation}/messages",
        Form("text=Hello&client_id=isolation-2"),
    ),
    case(
        "POST /conversations/{id}/messages/{message}/edit",
        Members,
        "/conversations/{conversation}/messages/{message}/edit",
        Form("text=Changed"),
    ),
    case(
        "POST /conversations/{id}/messages/{message}/delete",
        Members,
        "/conversations/{conversation}/messages/{message}/delete",
        Nothing,
    ),
    case(
        "POST /conversations/{id}/messages/{message}/restore",
        Members,
        "/conversations/{conversation}/messages/{message}/restore",
        Nothing,
    ),
    case("POST /conversations/{id}/accept", Members, "/conversations/{invitation}/accept", Nothing),
    case("POST /conversations/{id}/decline", Members, "/conversations/{invitation}/decline", Nothing),
    case("POST /conversations/{id}/decline/undo", Members, "/conversations/{invitation}/decline/undo", Nothing),
    case("POST /conversations/{id}/withdraw", Members, "/conversations/{invitation}/withdraw", Nothing),
    case("POST /conversations/{id}/withdraw/undo", Members, "/conversations/{invitation}/withdraw/undo", Nothing),
    case("POST /conversations/{id}/read", Members, "/conversations/{conversation}/read", Form("sequence=1")),
    case("POST /conversations/{id}/unread", Members, "/conversations/{conversation}/unread", Nothing),
    case("POST /conversations/{id}/archive", Members, "/conversations/{conversation}/archive", Nothing),
    case("POST /conversations/{id}/unarchive", Members, "/conversations/{conversation}/unarchive", Nothing),
    case("POST /conversations/{id}/put-back/{stood}", Members, "/conversations/{conversation}/put-back/read", Nothing),
    case("POST /preview", Members, "/preview", Form("text=Hello")),
    case("GET /bell", Members, "/bell", Nothing),
    case("POST /bell/read-all", Members, "/bell/read-all", Nothing),
    case("GET /presence", Members, "/presence?of={handle}", Nothing),
    case("POST /presence", Members, "/presence", Nothing),
    case("GET /preferences", Members, "/preferences", Nothing),
    case("POST /preferences/profile", Members, "/preferences/profile", Form("name=Somebody&handle=somebody&about=")),
    case("POST /preferences/notifications", Members, "/preferences/notifications", Form("mail=off")),
    case("POST /preferences/address/retry", Members, "/preferences/address/retry", Nothing),
    case("POST /preferences/privacy", Members, "/preferences/privacy", Form("presence=on")),
    case("POST /preferences/appearance", Members, "/preferences/appearance", Form("language=ar&theme=dark")),
    case(
        "POST /preferences/password",
        Members,
        "/preferences/password",
        Form("current_password={password}&password=a+new+password+of+A"),
    ),
    case("POST /preferences/password/link", Members, "/preferences/password/link", Nothing),
    case("POST /preferences/sessions/end-others", Members, "/preferences/sessions/end-others", Form("keep_tokens=on")),
    case("POST /preferences/sessions/{id}/end", Members, "/preferences/sessions/{session}/end", Nothing),
    case("POST /preferences/tokens", Members, "/preferences/tokens", Form("name=A+program")),
    case("POST /preferences/tokens/{id}/revoke", Members, "/preferences/tokens/{api_token}/revoke", Nothing),
    case("GET /m/{token}", Holders, "/m/{invitation_link}", Nothing),
    case("POST /m/{token}/accept", Holders, "/m/{invitation_link}/accept", Nothing),
    case("POST /m/{token}/decline", Holders, "/m/{invitation_link}/decline", Nothing),
    case("POST /m/{token}/undo", Holders, "/m/{invitation_link}/undo", Form("undo=nothing")),
    case("GET /u/{token}", Holders, "/u/{stop_link}", Nothing),
    case("POST /u/{token}", Holders, "/u/{stop_link}", Form("List-Unsubscribe=One-Click")),
    case("POST /u/{token}/resume", Holders, "/u/{stop_link}/resume", Nothing),
    case("GET /demo/mails", Anybody, "/demo/mails", Nothing),
    case("GET /demo/mails/{name}", Anybody, "/demo/mails/{mail_file}", Nothing),
    case("GET /demo/mails/{name}/html", Anybody, "/demo/mails/{mail_file}/html", Nothing),
    case("POST /demo/become/{handle}", Anybody, "/demo/become/{handle}", Nothing),
    case("GET /live", Members, "/live?since=0", Nothing),
];
