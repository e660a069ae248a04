use super::sign_in::{SignInForm, try_later};
use super::{field, mail_sent, or_dead_link, replaced};
use crate::cookies::{Kept, keep_session};
use crate::pages::{Answer, Form, back, frame, page, redirect};
use crate::views::{MailSent, SignInByLinkPage, SignInPage};
use crate::visit::Visit;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use snug_app::Error;
use snug_domain::Field;
use snug_domain::account::LinkPurpose;

/// `POST /sign-in/link`: asks for a mail with a link. This browser keeps where its reader was going.
pub(crate) async fn request(visit: Visit, Form(form): Form<SignInForm>) -> Answer {
    let asked = visit.app().request_sign_in_link(&visit.community, &visit.client, &form.address, visit.now).await;
    match asked {
        Ok(()) => {
            let mut response = mail_sent(&visit, &form.address, MailSent::SignIn).await?;
            Kept::ReturnTo.keep(&visit.site, response.headers_mut(), back(form.return_to.as_deref()));
            Ok(response)
        }
        Err(Error::Invalid(faults)) => {
            let address = field(&visit, &form.address, Field::Address, &faults);
            let (frame, return_to) = (frame(&visit).await?, form.return_to);
            let wrong = SignInPage { frame, why: None, address, error: None, again: None, return_to };
            page(&visit, StatusCode::UNPROCESSABLE_ENTITY, &wrong)
        }
        Err(error) => try_later(&visit, form, error, "error-link-too-many").await,
    }
}

/// `GET /sign-in/link/{token}`: a button. Mail scanners open links; this changes nothing.
pub(crate) async fn show(visit: Visit, Path(token): Path<String>) -> Answer {
    match visit.app().find_link(&visit.community, &token, LinkPurpose::SignIn, visit.now).await {
        Ok(person) => {
            let (frame, replaced) = (frame(&visit).await?, replaced(&visit, Some(&person)));
            page(&visit, StatusCode::OK, &SignInByLinkPage { frame, name: person.name, replaced, token })
        }
        Err(error) => or_dead_link(&visit, error).await,
    }
}

/// `POST /sign-in/link/{token}`
pub(crate) async fn sign_in(visit: Visit, headers: HeaderMap, Path(link): Path<String>) -> Answer {
    match visit.app().sign_in_by_link(&visit.community, &visit.client, &link, visit.now).await {
        Ok((_, token)) => {
            let return_to = Kept::ReturnTo.read(&visit.site, &headers);
            let mut response = redirect(back(return_to.as_deref()));
            keep_session(&visit.site, response.headers_mut(), &token);
            Kept::ReturnTo.forget(&visit.site, response.headers_mut());
            Ok(response)
        }
        Err(error) => or_dead_link(&visit, error).await,
    }
}
