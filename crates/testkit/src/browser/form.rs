use super::answer::{Answer, parse};
use scraper::ElementRef;

/// The fields of the form on a page whose button sends to `action`, as they stand.
#[track_caller]
pub(super) fn find_form(page: &Answer, action: &str) -> Vec<(String, String)> {
    let html = page.html();
    let button = parse(&format!("button[formaction='{action}'], form[action='{action}'] button:not([formaction])"));
    let found = html.select(&button).next().and_then(|button| {
        button.ancestors().filter_map(ElementRef::wrap).find(|element| element.value().name() == "form")
    });
    let form = found.unwrap_or_else(|| panic!("no button that sends to {action}, {}: {}", page.status(), page.main()));
    assert!(form.attr("method").is_some_and(|method| method == "post"), "the form to {action} is sent by POST");
    form.select(&parse("input[name], textarea[name]")).filter_map(field).collect()
}

fn field(field: ElementRef<'_>) -> Option<(String, String)> {
    let value = match field.attr("type") {
        Some("checkbox" | "radio") => field.attr("checked").and(field.attr("value")).map(str::to_owned)?,
        _ if field.value().name() == "textarea" => field.text().collect(),
        _ => field.attr("value").unwrap_or_default().to_owned(),
    };
    Some((field.attr("name")?.to_owned(), value))
}
