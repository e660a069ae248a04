use super::{AddressForm, field, mail_sent};
use crate::fault::add_retry_after;
use crate::pages::{Answer, Form, frame, page};
use crate::views::{ForgotPasswordPage, Input, MailSent, Moment};
use crate::visit::Visit;
use axum::http::StatusCode;
use snug_app::Error;
use snug_domain::Field;

/// `GET /password/forgot`
pub(crate) async fn show(visit: Visit) -> Answer {
    let form = ForgotPasswordPage { frame: frame(&visit).await?, address: Input::default(), again: None };
    page(&visit, StatusCode::OK, &form)
}

/// `POST /password/forgot`: asks for a mail with a link.
pub(crate) async fn request(visit: Visit, Form(form): Form<AddressForm>) -> Answer {
    let asked = visit.app().request_password_reset(&visit.community, &visit.client, &form.address, visit.now).await;
    match asked {
        Ok(()) => mail_sent(&visit, &form.address, MailSent::Password).await,
        Err(Error::Invalid(faults)) => {
            let address = field(&visit, &form.address, Field::Address, &faults);
            let wrong = ForgotPasswordPage { frame: frame(&visit).await?, address, again: None };
            page(&visit, StatusCode::UNPROCESSABLE_ENTITY, &wrong)
        }
        Err(Error::TooMany { retry_at }) => {
            let (frame, address) = (frame(&visit).await?, Input::of(form.address));
            let later = ForgotPasswordPage { frame, address, again: Some(Moment::new(&visit.times(), retry_at)) };
            let mut response = page(&visit, StatusCode::TOO_MANY_REQUESTS, &later)?;
            add_retry_after(&mut response, &Error::TooMany { retry_at }, visit.now);
            Ok(response)
        }
        Err(error) => Err(error.into()),
    }
}
