//! What holds for texts: examples by name, hostile ones, and those nobody thinks of.

mod examples;
mod hostile;
mod properties;

use super::render;
use scraper::{Html, Selector};

fn html(source: &str) -> String {
    render(source).html
}

/// Whether HTML, in the midst of a page, leaves the page around it as it was.
fn is_inside(html: &str) -> bool {
    let page = Html::parse_document(&format!(
        "<ol><li id=\"one\"><article><div id=\"text\">{html}</div></article></li><li id=\"two\"><p>next</p></li></ol>"
    ));
    let count = |selector: &str| page.select(&Selector::parse(selector).expect("a selector")).count();
    count("body > ol > li#one > article > div#text") == 1
        && count("body > ol > li#two > p") == 1
        && count("body > *") == 1
        && count("body > ol > *") == 2
        && count("article > *") == 1
}

fn visible(html: &str) -> String {
    let text: String = Html::parse_fragment(html).root_element().text().collect();
    text.trim().to_owned()
}

fn letters(text: &str) -> Vec<char> {
    text.chars().filter(|character| character.is_alphanumeric()).collect()
}

/// Whether all of `few` is in `many`, in order.
fn is_in(few: &[char], many: &[char]) -> bool {
    let mut many = many.iter();
    few.iter().all(|wanted| many.any(|found| found == wanted))
}
