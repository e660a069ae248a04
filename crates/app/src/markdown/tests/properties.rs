use super::super::text::{Links, text};
use super::super::{beginning, clean, excerpt, render, shown, to_text, without_links};
use super::{html, is_in, is_inside, letters, visible};
use ammonia::Url;
use proptest::prelude::{Just, Strategy, any, prop, prop_assert, prop_assert_eq, prop_oneof, proptest};
use scraper::{Html, Selector};
use snug_domain::visible::has_visible;

/// Texts that are likely to mean something to a parser.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-zé 0-9]{1,12}".boxed(),
        4 => prop::sample::select(vec![
            "*", "**", "_", "`", "```\n", "~~", "# ", "> ", "- ", "1. ", "2024) ", "\n", "\n\n", "    ", "[a](", "![", "](", ")", "[", "]",
            "<b>", "</div>", "<li>", "</ul>", "<!--", "-->", "&amp;", "&lt;", "&#8203;", "|", "|-|-|\n", "---\n", "===\n", "- [ ] ", "\\", "\t",
            "https://example.org/a", "www.example.org", "a@example.org", "、", "。", "「", "「太字」", "سلام", "🦊", "\u{200d}", "\u{301}", "\t", "\u{fdd0}", "https://a.b、", "\u{a0}",
            "[1]: https://example.org\n", "[1]", "tel:1", "  \n",
        ]).prop_map(str::to_owned).boxed(),
        1 => any::<String>().boxed(),
        1 => Just("x".repeat(250)).boxed(),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// Addresses of links that browsers, mail programs and people read differently, and some that they do not.
fn addresses() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => prop::sample::select(vec![
            "http", "https", "HTTPS", "mailto", "javascript", "data", "ftp", ":", ":/", "://", "//", "/", "\\", ":\\\\", "@", "?", "#", "%", "&", ";",
            "&#9;", "&#10;", "&#x2f;", "&colon;", "\t", " ", "\u{1}", "\u{7f}", "\u{202e}", ".", "..", "www.", "example.org", "localhost", "[::1]",
            "bücher.example", "。", "sign-out", "ana@example.org", "ana:secret@", ":8080", ":99999", "\"", "'", "<", ">", "(", ")", "*", "_",
        ]).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

/// An address in every place where one can stand.
fn with_links() -> impl Strategy<Value = String> {
    (addresses(), 0..7).prop_map(|(address, place)| match place {
        0 => format!("[a link]({address})"),
        1 => format!("[a link](<{address}>)"),
        2 => format!("![a picture]({address})"),
        3 => format!("<{address}>"),
        4 => format!("[a link]\n\n[a link]: {address}"),
        5 => format!("[]({address})"),
        _ => address,
    })
}

/// Every place a message leads to is where it leads on any page, in any program.
fn lead_away(html: &str) -> Result<(), String> {
    let page = Html::parse_fragment(html);
    for link in page.select(&Selector::parse("[href], [src], [action]").expect("a selector")) {
        let href = link.attr("href").ok_or("no href")?;
        let alone = Url::parse(href).map_err(|fault| format!("{href}: {fault}"))?;
        for here in ["https://riverside.example/conversations/1", "http://localhost:3000/"] {
            let from_here =
                Url::parse(here).and_then(|here| here.join(href)).map_err(|fault| format!("{href}: {fault}"))?;
            if from_here != alone
                || alone.as_str() != href
                || from_here.origin() == Url::parse(here).expect("ours").origin()
            {
                return Err(format!("{href} leads from {here} to {from_here}"));
            }
        }
        let is_known = match alone.scheme() {
            "http" | "https" => alone.has_host() && alone.username().is_empty() && alone.password().is_none(),
            "mailto" => !alone.path().is_empty(),
            _ => false,
        };
        if !is_known {
            return Err(format!("{href} is no address of a link"));
        }
    }
    Ok(())
}

/// Pieces of Markdown, each with the letters and digits of it that a reader must see. No piece is so short that some of
/// them become a mark that may go.
fn pieces() -> impl Strategy<Value = Vec<(String, String)>> {
    let words = "[a-w2-9é]{2,12}( [a-w2-9é]{2,12}){0,2}".prop_map(|words| (words.clone(), words));
    let all_seen = prop::sample::select(vec![
        "*",
        "**",
        "_",
        "`aa`",
        "~~bb~~ ",
        "# ",
        "> ",
        "- ",
        "2024) ",
        "7. ",
        "3. ",
        "\n",
        "\n\n",
        "    ",
        "[aa](",
        "![",
        "](",
        ")",
        "[",
        "]",
        "<b>",
        "</div>",
        "<li>",
        "<!--",
        "-->",
        "|",
        "|-|-|\n",
        "\n|aa|bb|\n|-|-|\n",
        "---\n",
        "===\n",
        "\\",
        "\t",
        "https://example.org/aa",
        "www.example.org",
        "aa@example.org",
        "、",
        "「太字」",
        "سلام",
        "٣",
        "🦊",
        "\u{301}",
        "\u{fdd0}",
        "tel:22",
        "  \n",
        "[aa]: https://example.org/bb\n",
        "[aa]: bb \"cc\"\n",
        "[22]: https://example.org\n",
        "[22]",
        "[^aa]: bb\n",
        "[aa](https://example.org \"title\")",
        "[aa](bb)",
        "``` two words\n",
        "~~~ two words\n",
        "```\n",
        "<https://example.org/cc>",
        "<aa bb=\"cc\">",
    ])
    .prop_map(|piece| (piece.to_owned(), piece.to_owned()));
    let may_go = prop::sample::select(vec![
        "\n1. ",
        "\n- 1) ",
        "\n- [x] ",
        "&amp;",
        "&lt;",
        "&eacute;",
        "\n```rust\n",
        "\n~~~c++\n",
    ])
    .prop_map(|piece| (piece.to_owned(), String::new()));
    let any = any::<String>()
        .prop_filter("a mark that may go", |text| !text.contains(['&', ';', '`', '~', '.', ')', 'x', 'X', '0', '1']));
    prop::collection::vec(
        prop_oneof![6 => words, 8 => all_seen, 1 => may_go, 1 => any.prop_map(|text| (text.clone(), text))],
        0..40,
    )
}

proptest! {
    #[test]
    fn every_link_leads_where_it_says_and_never_into_the_site(source in with_links()) {
        prop_assert_eq!(lead_away(&html(&source)), Ok(()));
        prop_assert_eq!(lead_away(&beginning(&source, 1_000).html), Ok(()));
        prop_assert!(!without_links(&html(&source)).contains("href"));
    }

    #[test]
    fn every_letter_and_digit_that_was_typed_is_shown_in_order(pieces in pieces()) {
        let (typed, seen): (String, String) = pieces.into_iter().unzip();
        let shown = text(&shown(&typed).0, Links::Addresses);
        prop_assert!(is_in(&letters(&seen), &letters(&shown)), "{typed:?} is shown as {shown:?}");
    }

    #[test]
    fn what_the_cleaner_gives_stays_inside_its_message(source in texts()) {
        let html = html(&source);
        prop_assert!(is_inside(&html), "{html}");
        prop_assert!(is_inside(&without_links(&html)));
        prop_assert!(is_inside(&beginning(&source, 50).html));
        let parsed = |html: &str| Html::parse_fragment(html).html();
        prop_assert_eq!(parsed(&clean::clean(&html)), parsed(&html), "nothing is left for the cleaner to do");
    }

    #[test]
    fn nothing_in_it_runs_or_loads(source in texts()) {
        let page = Html::parse_fragment(&html(&source));
        let any = Selector::parse("script, img, iframe, style, object, form, input, a:not([href])").expect("a selector");
        prop_assert_eq!(page.select(&any).count(), 0);
        prop_assert_eq!(lead_away(&html(&source)), Ok(()));
    }

    #[test]
    fn every_letter_that_is_shown_is_in_the_first_words_until_they_are_cut(source in texts()) {
        let rendered = render(&source);
        let (shown, words) = (letters(&visible(&rendered.html)), letters(&rendered.excerpt));
        if rendered.excerpt.ends_with('…') && rendered.excerpt.chars().count() > 150 {
            let whole = excerpt::line(&super::super::shown(&source).0);
            prop_assert!(whole.starts_with(rendered.excerpt.trim_end_matches('…')) || !has_visible(&whole));
            prop_assert!(rendered.excerpt.chars().count() <= 201);
        } else {
            prop_assert!(is_in(&shown, &words), "{:?} of {:?}", rendered.excerpt, rendered.html);
        }
        prop_assert!(!rendered.excerpt.contains('\n'));
    }

    #[test]
    fn plain_text_has_every_letter_that_is_shown(source in texts()) {
        let shown = letters(&visible(&html(&source)));
        prop_assert!(is_in(&shown, &letters(&to_text(&source))));
        let begin = beginning(&source, 100_000);
        prop_assert!(!begin.is_cut);
        prop_assert!(is_in(&shown, &letters(&begin.text)));
        prop_assert_eq!(shown, letters(&visible(&begin.html)));
    }

    #[test]
    fn a_beginning_is_one(source in texts(), characters in 1_usize..200) {
        let (begin, whole) = (beginning(&source, characters), html(&source));
        let (begun, whole) = (letters(&visible(&begin.html)), letters(&visible(&whole)));
        prop_assert!(whole.starts_with(&begun), "{} of {}", begin.html, source);
        prop_assert!(begun.len() <= characters + 1);
        if !begin.is_cut {
            prop_assert_eq!(begun, whole);
        }
    }

    #[test]
    fn whatever_shows_something_is_never_an_empty_bubble(source in texts()) {
        if has_visible(&source) {
            let rendered = render(&source);
            prop_assert!(has_visible(&visible(&rendered.html)));
            prop_assert!(has_visible(&rendered.excerpt));
        }
    }
}
