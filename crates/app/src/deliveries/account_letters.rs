//! Mails about an account, of which nothing but the account is read.

use super::Delivery;
use super::compose::{Content, Prepared};
use crate::{App, Error};
use snug_domain::account::{LinkPurpose, SIGN_UP_LASTS};
use snug_domain::communities::Community;
use snug_domain::people::{Language, Person};
use snug_domain::{CommunityId, LinkId, SignUpId, Timestamp};
use snug_mail::letters::{AlreadyMember, ConfirmAddress, PasswordChanged, ResetPassword, SignInLink, Written};
use snug_mail::{Purpose, link_token};
use snug_store::{Tx, api_tokens, links, people, sign_ups};
use snug_texts::{Texts, Times};

/// Somebody signed up with the address of a member.
pub(super) fn already_member(
    app: &App,
    tx: &mut Tx<'_>,
    community: &Community,
    delivery: &Delivery,
) -> Result<Prepared, Error> {
    let Some(person) = find_recipient(tx, community.id, delivery)? else { return Ok(GONE) };
    let letter = AlreadyMember {
        to_name: person.name.clone(),
        community_name: community.name.clone(),
        sign_in_url: app.settings.url(community, "/sign-in"),
        forgot_url: app.settings.url(community, FORGOT),
    };
    Ok(to(person, |texts| letter.write(texts)))
}

/// The password was changed.
pub(super) fn password_changed(
    app: &App,
    tx: &mut Tx<'_>,
    community: &Community,
    delivery: &Delivery,
    now: Timestamp,
) -> Result<Prepared, Error> {
    let Some(person) = find_recipient(tx, community.id, delivery)? else { return Ok(GONE) };
    let tokens = api_tokens::list(tx, community.id, person.id)?;
    let works = |token: &&api_tokens::ApiToken| token.expires_at.is_none_or(|end| now < end);
    let letter = PasswordChanged {
        to_name: person.name.clone(),
        community_name: community.name.clone(),
        tokens: tokens.iter().filter(works).count(),
        forgot_url: app.settings.url(community, FORGOT),
    };
    Ok(to(person, |texts| letter.write(texts)))
}

/// A link that works once.
pub(super) fn link(
    app: &App,
    tx: &mut Tx<'_>,
    community: &Community,
    (delivery, id): (&Delivery, LinkId),
    now: Timestamp,
) -> Result<Prepared, Error> {
    let Some(person) = find_recipient(tx, community.id, delivery)? else { return Ok(GONE) };
    let link = links::find(tx, community.id, id)?;
    let Some(link) = link.filter(|link| link.used_at.is_none() && now < link.expires_at) else {
        return Ok(Prepared::NotNeeded("the link does not work any more"));
    };
    let token = link_token(&app.settings.secret, Purpose::Once, id.0);
    let (to_name, community_name) = (person.name.clone(), community.name.clone());
    let (works_for, url) = (link.purpose.lasts(), |path: &str| app.settings.url(community, &format!("{path}/{token}")));
    // Links are made when they are asked for.
    let (asked_at, asked_with) = (delivery.created_at, link.client);
    let times = Times::new(Texts::of(person.preferences.language), person.preferences.zone(), now);
    Ok(to(person, |_| match link.purpose {
        LinkPurpose::SignIn => {
            let sign_in_url = url("/sign-in/link");
            SignInLink { to_name, community_name, sign_in_url, works_for, asked_at, asked_with }.write(&times)
        }
        LinkPurpose::ResetPassword => {
            let reset_url = url("/password/reset");
            ResetPassword { to_name, community_name, reset_url, works_for, asked_at, asked_with }.write(&times)
        }
    }))
}

/// Somebody signed up with an address: is it theirs?
pub(super) fn confirm_address(
    app: &App,
    tx: &mut Tx<'_>,
    community: &Community,
    id: SignUpId,
    now: Timestamp,
) -> Result<Prepared, Error> {
    let sign_up = sign_ups::find(tx, community.id, id)?;
    let Some(sign_up) = sign_up.filter(|sign_up| now - sign_up.created_at < SIGN_UP_LASTS) else {
        return Ok(Prepared::NotNeeded("the sign-up is gone"));
    };
    let token = link_token(&app.settings.secret, Purpose::Once, id.0);
    let written = ConfirmAddress {
        community_name: community.name.clone(),
        confirm_url: app.settings.url(community, &format!("/sign-up/confirm/{token}")),
        works_for: SIGN_UP_LASTS,
    }
    .write(Texts::of(sign_up.language));
    // The name is what a stranger typed: it does not go into a mail to somebody who may not be them.
    Ok(account_letter(written, sign_up.language, String::new()))
}

const FORGOT: &str = "/password/forgot";
const GONE: Prepared = Prepared::NotNeeded("the person is gone");

fn find_recipient(tx: &mut Tx<'_>, community: CommunityId, delivery: &Delivery) -> Result<Option<Person>, Error> {
    let Some(person) = delivery.person else { return Ok(None) };
    Ok(people::find(tx, community, person)?.filter(Person::may_sign_in))
}

fn to(person: Person, write: impl FnOnce(Texts) -> Written) -> Prepared {
    let language = person.preferences.language;
    account_letter(write(Texts::of(language)), language, person.name)
}

fn account_letter(written: Written, language: Language, to_name: String) -> Prepared {
    let content =
        Content { written, language, to_name, from_name: None, stop_url: None, auto_generated: true, message: None };
    Prepared::Letter(Box::new(move || content))
}
