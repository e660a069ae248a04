//! What each mail says, as a person reads it.

mod account;
mod digest;
mod invitation;

pub(crate) use invitation::invitation;

use digest::digest;
use snug_domain::people::Language;
use snug_mail::letters::Written;
use snug_texts::Texts;

fn english() -> Texts {
    Texts::of(Language::English)
}

fn arabic() -> Texts {
    Texts::of(Language::Arabic)
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
        for html in [invitation().write(texts).html, digest().write(texts).html] {
            assert!(html.contains(opening) && html.contains(start), "{html}");
            assert!(html.contains("prefers-color-scheme: dark"), "{html}");
        }
    }
}
