//! What each mail says, as a person reads it.

mod account;
mod digest;
mod invitation;

pub(crate) use invitation::invitation;

use digest::digest;
use snug_domain::people::{Language, Zone};
use snug_domain::{Span, Timestamp};
use snug_mail::letters::Written;
use snug_texts::{Texts, Times};

fn english() -> Texts {
    Texts::of(Language::English)
}

fn arabic() -> Texts {
    Texts::of(Language::Arabic)
}

/// 14 January 2026, 14:00 UTC.
const AT: Timestamp = Timestamp(1_768_399_200_000);

/// The times of somebody in Paris, a day later.
fn times(texts: Texts) -> Times {
    Times::new(texts, Zone::parse("Europe/Paris").ok(), AT + Span::days(1))
}

/// A mail as text; the invisible characters around names made visible.
fn read(written: &Written) -> String {
    let whole = format!("Subject: {}\n\n{}", written.subject, written.text);
    whole.replace('\u{2068}', "⟨").replace('\u{2069}', "⟩")
}

#[test]
fn the_html_says_its_language_and_its_direction() {
    for (texts, opening, start) in [
        (english(), "<html lang=\"en\" dir=\"ltr\">", "border-left"),
        (arabic(), "<html lang=\"ar\" dir=\"rtl\">", "border-right"),
    ] {
        for html in [invitation().write(texts).html, digest().write(&times(texts)).html] {
            assert!(html.contains(opening) && html.contains(start), "{html}");
            assert!(html.contains("prefers-color-scheme: dark"), "{html}");
        }
    }
}

/// Every kind of mail, in this language.
fn all(texts: Texts) -> Vec<(&'static str, Written)> {
    vec![
        ("invitation", invitation().write(texts)),
        ("digest", digest().write(&times(texts))),
        ("digest of one", digest::of_one().write(&times(texts))),
        ("acceptance", digest::acceptance().write(&times(texts))),
        ("sign-in link", account::sign_in_link().write(&times(texts))),
        ("reset", account::reset_password().write(&times(texts))),
    ]
}

/// Mail programs that take `<style>` away: Gmail for mail of other accounts, and Outlook for Windows knows little of it.
#[test]
fn a_mail_without_its_style_keeps_its_colours_and_its_button() {
    for texts in [english(), arabic()] {
        for (kind, written) in all(texts) {
            let (before, rest) = written.html.split_once("<style>").expect("a style");
            let (style, after) = rest.split_once("</style>").expect("its end");
            let bare = format!("{before}{after}");
            let is_of_many = kind == "digest";
            let button = "bgcolor=\"#2f5d50\" style=\"border-radius:8px;background:#2f5d50;";
            assert_eq!(bare.contains(button), !is_of_many, "{kind}: {bare}");
            assert_eq!(bare.contains("color:#ffffff;"), !is_of_many, "{kind}");
            assert!(bare.contains("color:#24211d") && bare.contains("bgcolor=\"#ffffff\""), "{kind}");
            assert!(bare.contains("max-width:600px") && bare.contains("<table role=\"presentation\" width=\"600\">"));
            let fonts = bare.matches("font-family:").count();
            assert_eq!(bare.matches("Arial,sans-serif").count(), fonts, "{kind}: what Outlook knows is in each list");
            let tags = bare.split('<').filter(|tag| tag.starts_with("a ") || tag.starts_with("p class"));
            assert!(tags.clone().count() > 2 && tags.clone().all(|tag| tag.contains("color:#")), "{kind}: {bare}");
            let outside_of_media = style.split("@media").next().unwrap_or_default();
            assert_eq!(outside_of_media.trim(), ":root { color-scheme: light dark; }", "for dark and small alone");
        }
    }
}

#[test]
fn a_mail_is_small_and_loads_nothing() {
    for texts in [english(), arabic()] {
        for (kind, written) in all(texts) {
            let most = if kind == "digest" { 7_000 } else { 4_600 };
            assert!(written.html.len() < most, "{kind}: {} bytes", written.html.len());
            for loads in ["<img", "url(", "@import", "<link", "<script", "src="] {
                assert!(!written.html.contains(loads), "{kind} has {loads}");
            }
        }
    }
}

/// The line a mail program shows beside the subject.
fn preheader(html: &str) -> &str {
    let (_, after) = html.split_once("mso-hide:all\">").expect("a line for lists of mails");
    after.split("</div>").next().unwrap_or_default()
}

#[test]
fn a_list_of_mails_shows_the_beginning_of_what_was_written() {
    assert_eq!(preheader(&digest().write(&times(english())).html), "Are you coming on Thursday?");
    assert!(preheader(&invitation().write(english()).html).starts_with("Would you show me how the"));
    let accepted = digest::acceptance().write(&times(english()));
    assert_eq!(preheader(&accepted.html), "Ana Ruiz accepted your invitation. You can talk now.");
}
