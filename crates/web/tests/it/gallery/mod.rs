//! Every page with sample values, in every language: it renders, it is whole, and it is written to
//! `target/gallery` to be looked at.

mod account;
mod conversations;
mod people;
mod rest;
mod sample;

use scraper::{Html, Selector};
use snug_domain::people::Language;
use snug_texts::Texts;
use std::path::Path;

/// A page of the gallery: its name, and how it looks in a language.
struct Shown {
    name: &'static str,
    html: String,
}

fn shown(name: &'static str, page: &impl askama::Template) -> Shown {
    Shown { name, html: page.render().expect("a page that renders") }
}

fn pages(texts: Texts) -> Vec<Shown> {
    let mut pages = account::pages(texts);
    pages.extend(people::pages(texts));
    pages.extend(conversations::pages(texts));
    pages.extend(rest::pages(texts));
    pages
}

fn count(page: &Html, selector: &str) -> usize {
    page.select(&Selector::parse(selector).expect("a selector")).count()
}

#[test]
fn every_page_is_whole_in_every_language() {
    for language in Language::ALL {
        for Shown { name, html } in pages(Texts::of(language)) {
            let page = Html::parse_document(&html);
            let name = format!("{name} in {}", language.tag());
            assert_eq!(count(&page, "h1"), 1, "{name} has one heading");
            assert_eq!(count(&page, "main#main"), 1, "{name} has one main part");
            let root = format!("html[lang={}][dir={}]", language.tag(), language.direction());
            assert_eq!(count(&page, &root), 1, "{name} says its language and direction");
            for key in ["page-", "error-", "bell-", "live-", "line-"] {
                assert!(!html.contains(&format!(">{key}")), "{name} shows the key of a text");
            }
        }
    }
}

#[test]
fn no_page_needs_an_exception_from_the_content_security_policy() {
    for Shown { name, html } in pages(Texts::of(Language::English)) {
        let page = Html::parse_document(&html);
        for forbidden in ["style", "[style]", "script:not([src])", "[onclick]", "[onload]", "[onsubmit]"] {
            assert_eq!(count(&page, forbidden), 0, "{name} has {forbidden}");
        }
    }
}

#[test]
fn every_field_has_a_label_and_every_id_is_there_once() {
    for Shown { name, html } in pages(Texts::of(Language::English)) {
        let page = Html::parse_document(&html);
        let ids: Vec<_> =
            page.select(&Selector::parse("[id]").expect("a selector")).filter_map(|e| e.attr("id")).collect();
        let mut once = ids.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(ids.len(), once.len(), "{name} has an id twice");
        let fields = "input:not([type=hidden], [type=radio], [type=checkbox]), textarea";
        for field in page.select(&Selector::parse(fields).expect("a selector")) {
            let id = field.attr("id").unwrap_or_default();
            assert_eq!(count(&page, &format!("label[for='{id}']")), 1, "{name}: the field {id} has a label");
        }
    }
}

#[test]
fn every_form_of_a_page_says_whose_page_it_is() {
    let mut forms = 0;
    for Shown { name, html } in pages(Texts::of(Language::English)) {
        let page = Html::parse_document(&html);
        // What is sent again carries what was sent.
        if count(&page, "meta[name=snug-person]") == 0 || name.starts_with("error-") {
            continue;
        }
        // Who signs in, or comes from a mail, is nobody before.
        let open = ["/sign-", "/password/", "/m/", "/mute/", "/u/"];
        for form in page.select(&Selector::parse("form[method=post]").expect("a selector")) {
            let action = form.attr("action").unwrap_or_default();
            if open.iter().any(|path| action.starts_with(path) && action != "/sign-out") || html_of_demo(&form) {
                continue;
            }
            let field = Selector::parse("input[type=hidden][name=whose]").expect("a selector");
            assert_eq!(form.select(&field).count(), 1, "{name}: the form of {action}");
            forms += 1;
        }
    }
    assert!(forms > 30, "guard: there are forms");
}

/// Whether it switches the person of the demo, which is for whoever presses it.
fn html_of_demo(form: &scraper::ElementRef<'_>) -> bool {
    form.html().contains("/demo/become/")
}

#[test]
fn nothing_about_conversations_shows_where_they_are_off() {
    let texts = Texts::of(Language::English);
    for Shown { name, html } in people::pages_without_conversations(texts) {
        assert!(!html.contains("/conversations"), "{name} leads to conversations");
        assert!(!html.contains("/bell"), "{name} has a bell");
    }
}

#[test]
fn the_gallery_can_be_looked_at() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/gallery");
    for language in Language::ALL {
        let folder = folder.join(language.tag());
        std::fs::create_dir_all(&folder).expect("a folder");
        for Shown { name, html } in pages(Texts::of(language)) {
            std::fs::write(folder.join(format!("{name}.html")), html).expect("a file");
        }
    }
}
