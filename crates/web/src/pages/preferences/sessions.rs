use crate::cookies::Kept;
use crate::pages::{Answer, Form, redirect, say};
use crate::visit::Member;
use axum::extract::Path;
use serde::Deserialize;
use snug_app::Error;
use snug_app::accounts::Tokens;
use snug_domain::SessionId;

/// `POST /preferences/sessions/{id}/end`
pub(crate) async fn end(member: Member, Path(session): Path<String>) -> Answer {
    let session: SessionId = session.parse().map_err(|_| Error::NotFound)?;
    let site = &member.visit.site;
    if session == member.signed_in.session {
        member.app().sign_out(&member.actor(), session).await?;
        // In the address, as where one signs out: another tab would take what a cookie says.
        let mut response = redirect("/sign-in?why=signed-out");
        Kept::Session.forget(site, response.headers_mut());
        return Ok(response);
    }
    member.app().end_session(&member.actor(), session).await?;
    Ok(say(site, "/preferences#sessions", "page-notice-session-ended"))
}

/// What goes on when all else ends.
#[derive(Deserialize)]
pub(crate) struct Chosen {
    keep_tokens: Option<String>,
}

impl Chosen {
    fn tokens(&self) -> Tokens {
        if self.keep_tokens.is_some() { Tokens::Keep } else { Tokens::End }
    }
}

/// `POST /preferences/sessions/end-others`
pub(crate) async fn end_others(member: Member, Form(chosen): Form<Chosen>) -> Answer {
    let (actor, session) = (member.actor(), Some(member.signed_in.session));
    let had_tokens = !member.app().list_api_tokens(&actor).await?.is_empty();
    let tokens = chosen.tokens();
    member.app().end_other_sessions(&actor, session, tokens).await?;
    let all = had_tokens && tokens == Tokens::End;
    let notice = if all { "page-notice-all-ended" } else { "page-notice-sessions-ended" };
    Ok(say(&member.visit.site, "/preferences#sessions", notice))
}
