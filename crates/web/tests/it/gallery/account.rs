//! Pages for those not signed in.

use super::sample::{inside, minutes_ago, outside};
use super::{Shown, shown};
use snug_domain::conversations::DIGEST_WINDOW;
use snug_texts::Texts;
use snug_web::views::{
    ChoosePasswordPage, ConfirmSignUpPage, DeadLinkPage, ExplainedPage, ForgotPasswordPage, HomePage, Input, MailSent,
    MailSentPage, Section, SignInByLinkPage, SignInPage, SignUpPage, about, help, privacy,
};

pub(super) fn pages(texts: Texts) -> Vec<Shown> {
    let token = || String::from("token");
    let wrong = |value: &str, key: &str| Input::of(value).wrong(texts.get(key));
    vec![
        shown("home", &HomePage { frame: outside(texts, "/") }),
        explained(texts, "help", help(texts, "Riverside", DIGEST_WINDOW, true)),
        explained(texts, "about", about(texts, "Riverside", DIGEST_WINDOW)),
        explained(texts, "privacy", privacy(texts, "Riverside", DIGEST_WINDOW)),
        shown(
            "sign-in",
            &SignInPage {
                frame: outside(texts, "/sign-in"),
                why: None,
                address: Input::default(),
                error: None,
                again: None,
                return_to: Some(String::from("/conversations")),
            },
        ),
        shown(
            "sign-in-failed",
            &SignInPage {
                frame: outside(texts, "/sign-in"),
                why: None,
                address: Input::of("ana@example.org"),
                error: Some(texts.get("error-wrong-credentials").into_owned()),
                again: None,
                return_to: None,
            },
        ),
        shown(
            "sign-in-later",
            &SignInPage {
                frame: outside(texts, "/sign-in"),
                why: None,
                address: Input::of("ana@example.org"),
                error: Some(texts.get("error-sign-in-too-many").into_owned()),
                again: Some(minutes_ago(-2)),
                return_to: None,
            },
        ),
        shown(
            "sign-in-by-link",
            &SignInByLinkPage {
                frame: outside(texts, "/sign-in/link/token"),
                name: String::from("Ana Ruiz"),
                replaced: None,
                token: token(),
            },
        ),
        shown(
            "sign-in-by-link-replacing",
            &SignInByLinkPage {
                frame: inside(texts, "/sign-in/link/token"),
                name: String::from("Ben Okafor"),
                replaced: Some(String::from("Ana Ruiz")),
                token: token(),
            },
        ),
        shown(
            "sign-up",
            &SignUpPage {
                frame: outside(texts, "/sign-up"),
                name: wrong("", "error-problem-empty"),
                address: wrong("ana@", "error-problem-address"),
                password: wrong("", "error-problem-too-common"),
            },
        ),
        shown("confirm", &confirm(texts, None)),
        shown("confirm-anew", &confirm(texts, Some(wrong("", "error-problem-empty")))),
        shown(
            "forgot",
            &ForgotPasswordPage { frame: outside(texts, "/password/forgot"), address: Input::default(), again: None },
        ),
        shown(
            "choose-password",
            &ChoosePasswordPage {
                frame: outside(texts, "/password/reset/token"),
                name: String::from("Ana Ruiz"),
                replaced: None,
                token: token(),
                password: Input::default(),
            },
        ),
        shown("dead-link", &DeadLinkPage { frame: outside(texts, "/sign-in/link/token") }),
        mail_sent(texts, "mail-sent-sign-up", MailSent::SignUp),
        mail_sent(texts, "mail-sent-sign-in", MailSent::SignIn),
        mail_sent(texts, "mail-sent-password", MailSent::Password),
    ]
}

fn explained(texts: Texts, name: &'static str, sections: Vec<Section>) -> Shown {
    let (title, lead) = (texts.get("page-help").into_owned(), String::from("Neighbours by the river."));
    shown(name, &ExplainedPage { frame: outside(texts, "/help"), title, lead, sections })
}

fn confirm(texts: Texts, name: Option<Input>) -> ConfirmSignUpPage {
    ConfirmSignUpPage {
        frame: outside(texts, "/sign-up/confirm/token"),
        address: String::from("ana@example.org"),
        replaced: None,
        token: String::from("token"),
        name,
        password: Input::default(),
    }
}

fn mail_sent(texts: Texts, name: &'static str, mail: MailSent) -> Shown {
    shown(name, &MailSentPage { frame: outside(texts, "/"), address: String::from("ana@example.org"), mail })
}
