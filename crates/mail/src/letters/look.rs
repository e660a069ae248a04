//! How a mail looks. Everything that matters stands on the elements themselves: some mail programs take `<style>` away,
//! and Outlook for Windows knows little of CSS. Colours are none that turn unreadable where a program inverts them.

use snug_texts::Texts;

/// The letters. Outlook takes Times for what it does not know, unless something it knows is in the list.
pub(super) const FONT: &str = "font-family:Segoe UI,Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5";
/// Our own words.
pub(super) const TEXT: &str = "color:#24211d";
/// What is said aside.
pub(super) const QUIET: &str = "color:#6b645a;font-size:14px";
/// A link.
pub(super) const LINK: &str = "color:#2f5d50";

/// The side where a line begins: mail programs do not know `border-inline-start`.
pub(super) fn start(texts: &Texts) -> &'static str {
    if texts.language().direction() == "rtl" { "right" } else { "left" }
}

/// Clean HTML of a message, with its looks on its elements. Outside of tags it has no `<`.
pub(super) fn styled(texts: &Texts, html: &str) -> String {
    let start = start(texts);
    let quote = format!("margin:0 0 8px;padding-{start}:10px;border-{start}:2px solid #d9d2c7");
    let looks = [
        ("p", "margin:0 0 8px"),
        ("ul", "margin:0 0 8px"),
        ("ol", "margin:0 0 8px"),
        ("blockquote", quote.as_str()),
        ("pre", "margin:0 0 8px;white-space:pre-wrap;text-align:left"),
        ("table", "margin:0 0 8px;border-collapse:collapse"),
        ("td", "padding:2px 8px;border:1px solid #d9d2c7"),
        ("th", "padding:2px 8px;border:1px solid #d9d2c7"),
        ("h3", "margin:0 0 8px;font-size:16px"),
        ("h4", "margin:0 0 8px;font-size:16px"),
        ("h5", "margin:0 0 8px;font-size:16px"),
        ("h6", "margin:0 0 8px;font-size:16px"),
        ("a", LINK),
    ];
    let mut styled = String::with_capacity(html.len() * 2);
    for (place, part) in html.split('<').enumerate() {
        if place > 0 {
            styled.push('<');
        }
        let name = part.split([' ', '>']).next().unwrap_or_default();
        match looks.iter().find(|(tag, _)| place > 0 && *tag == name) {
            Some((tag, look)) => {
                styled.extend([tag, " style=\"", look, "\""]);
                styled.push_str(part.strip_prefix(tag).unwrap_or_default());
            }
            None => styled.push_str(part),
        }
    }
    styled
}

/// The beginning of a text in one line, for the list of a mail program.
pub(super) fn beginning(text: &str) -> String {
    const SHOWN: usize = 140;
    let words: Vec<&str> = text.split_whitespace().collect();
    let line = words.join(" ");
    match line.char_indices().nth(SHOWN) {
        None => line,
        Some((cut, _)) => {
            let cut = line.get(..cut).unwrap_or_default();
            format!("{}…", cut.rsplit_once(' ').map_or(cut, |(whole, _)| whole))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{beginning, styled};
    use snug_domain::people::Language;
    use snug_texts::Texts;

    #[test]
    fn the_looks_of_a_message_stand_on_its_elements() {
        let html = "<p dir=\"auto\">a &lt;p> b</p>\n<pre><code>c</code></pre><a href=\"x\">d</a>";
        assert_eq!(
            styled(&Texts::of(Language::English), html),
            "<p style=\"margin:0 0 8px\" dir=\"auto\">a &lt;p> b</p>\n<pre style=\"margin:0 0 \
             8px;white-space:pre-wrap;text-align:left\"><code>c</code></pre><a style=\"color:#2f5d50\" href=\"x\">d</a>"
        );
        let quote = styled(&Texts::of(Language::Arabic), "<blockquote></blockquote>");
        assert!(quote.contains("border-right:2px"), "{quote}");
    }

    #[test]
    fn a_beginning_is_one_line_and_ends_with_a_word() {
        assert_eq!(beginning("One\n\ntwo  three"), "One two three");
        let long = beginning(&"word ".repeat(60));
        assert!(long.ends_with("word…") && long.chars().count() <= 141, "{long}");
        assert_eq!(beginning(&"ب".repeat(200)).chars().count(), 141);
    }
}
