//! What holds for any text: hostile ones by name, and those nobody thinks of.

use super::{MOST_BYTES, beginning, excerpt, render, to_text, without_links};
use proptest::prelude::{Just, Strategy, any, prop, prop_assert, prop_assert_eq, prop_oneof, proptest};
use scraper::{Html, Selector};
use snug_domain::visible::has_visible;
use std::time::{Duration, Instant};

fn html(source: &str) -> String {
    render(source).html
}

#[test]
fn markdown_becomes_html() {
    assert_eq!(
        html("Hello *Ben*,\nsee <https://example.org/a?b=c&d>"),
        "<p dir=\"auto\">Hello <em>Ben</em>,<br>\nsee <a href=\"https://example.org/a?b=c&amp;d\" rel=\"nofollow noopener noreferrer\">https://example.org/a?b=c&amp;d</a></p>\n"
    );
}

#[test]
fn arithmetic_and_names_with_underscores_are_no_marks() {
    for text in ["5 - 3 + 1 = 3, and a > b # 7", "2 * 3 * 4 = 24", "bought + given - sown", "snake_case_name", "a ~ b"]
    {
        assert_eq!(render(text).excerpt, text);
        assert_eq!(to_text(text), text);
        assert_eq!(visible(&html(text)), text);
    }
}

#[test]
fn the_first_words_are_what_is_read_and_not_what_was_typed() {
    let excerpt = |text: &str| render(text).excerpt;
    assert_eq!(excerpt("# Hello\n\n> **dear** Ben,\n\n- one\n- two"), "Hello dear Ben, one two");
    assert_eq!(excerpt("1986. A great year\n2. Another"), "1986. A great year 1987. Another");
    assert_eq!(excerpt("Tom &amp; Jerry &lt;3"), "Tom & Jerry <3");
    assert_eq!(excerpt("see [this](https://example.org) now"), "see this now");
    assert_eq!(excerpt("<b>bold</b> & *so*"), "<b>bold</b> & so");
    assert_eq!(excerpt("```\nlet a = b * c;\n```"), "let a = b * c;");
    assert_eq!(excerpt("|a|b|\n|-|-|\n|1|2|"), "a b 1 2");
    assert_eq!(excerpt("Title\n=====\ntext"), "Title text");
    let long = "word ".repeat(100);
    assert!(excerpt(&long).ends_with("word…") && excerpt(&long).chars().count() <= 201);
}

#[test]
fn plain_text_keeps_lines_lists_quotes_and_code() {
    let source = "Hello\nBen\n\n- one\n- two\n  1. a\n  2. b\n\n> quoted\n> text\n\n```\nlet x = 1;\n  y\n```\n\n|a|b|\n|-|-|\n|1||\n\n- [x] done\n- [ ] open";
    insta::assert_snapshot!(to_text(source), @r"
    Hello
    Ben

    - one
    - two
      1. a
      2. b

    > quoted
    > text

        let x = 1;
          y

    a | b
    1

    - ☑ done
    - ☐ open
    ");
    let text = beginning("[here](https://example.org/x) and https://example.org and ~~no~~", 1_000).text;
    assert_eq!(text, "here <https://example.org/x> and https://example.org and ~~no~~");
}

#[test]
fn a_beginning_ends_with_a_paragraph_and_says_that_it_is_one() {
    let source = format!("{}\n\n{}\n\nlast", "first ".repeat(20).trim_end(), "second ".repeat(20).trim_end());
    let begin = beginning(&source, 150);
    assert_eq!((begin.text.as_str(), begin.is_cut), ("first ".repeat(20).trim_end(), true));
    assert!(begin.html.contains("first") && !begin.html.contains("second"));
    let begin = beginning(&"word ".repeat(100), 22);
    assert_eq!((begin.text.as_str(), begin.is_cut), ("word word word word…", true));
    assert!(!beginning(&source, 1_000).is_cut);
    let list = beginning("- one\n- two\n- three is long", 7);
    assert_eq!((list.text.as_str(), list.is_cut), ("- one\n- two", true));
}

#[test]
fn html_is_shown_as_typed() {
    assert_eq!(html("<b onclick=\"x()\">hi</b>"), "<p dir=\"auto\">&lt;b onclick=\"x()\"&gt;hi&lt;/b&gt;</p>\n");
    assert_eq!(html("<div>\n*x*\n</div>"), "<p dir=\"auto\">&lt;div&gt;<br>\n*x*<br>\n&lt;/div&gt;</p>\n");
}

#[test]
fn a_picture_is_its_description_and_leads_to_it() {
    let picture = render("![the *swifts*](https://example.org/a.png)");
    assert!(picture.html.contains("href=\"https://example.org/a.png\"") && !picture.html.contains("<img"));
    assert_eq!(picture.excerpt, "the swifts");
    assert_eq!(render("![](https://example.org/a.png)").excerpt, "https://example.org/a.png");
    let both = "[![alt](https://example.org/a.png)](https://example.org)";
    assert_eq!(render(both).excerpt, both, "of two addresses one would be lost");
}

#[test]
fn a_link_that_leads_nowhere_looks_like_none() {
    for text in ["[call](tel:+4412345)", "[help](/help)", "[a](javascript:alert(1))", "[a](http://)", "[x](#top)"] {
        assert!(!html(text).contains("<a"), "{text}");
    }
    assert_eq!(render("[call](tel:+4412345)").excerpt, "call (tel:+4412345)");
}

#[test]
fn links_are_text_until_accepted() {
    assert_eq!(without_links(&html("[here](https://example.org)")), "<p dir=\"auto\">here</p>\n");
}

#[test]
fn what_shows_nothing_as_markdown_is_shown_as_typed() {
    for text in ["---", "#", "[a]: https://example.org", "&#8203;", "[]()", "- ", ">", "<!---->", "![]()", "| |\n|-|"] {
        let rendered = render(text.trim_end());
        assert!(has_visible(&visible(&rendered.html)), "{text}");
        assert!(has_visible(&rendered.excerpt), "{text}");
    }
}

#[test]
fn a_list_is_a_list_and_stays_inside_its_message() {
    assert_eq!(html("- a\n  - b"), "<ul dir=\"ltr\">\n<li>a\n<ul dir=\"ltr\">\n<li>b</li>\n</ul>\n</li>\n</ul>\n");
    assert!(html("2024. a").starts_with("<ol start=\"2024\" class=\"digits-4\" dir=\"ltr\">"));
    assert!(html("- سلام").starts_with("<ul dir=\"rtl\">"));
    assert_eq!(html("- [x] a\n- [ ] b"), "<ul dir=\"ltr\">\n<li>☑ a</li>\n<li>☐ b</li>\n</ul>\n");
}

#[test]
fn headings_leave_the_first_two_levels_to_the_page() {
    assert_eq!(html("# a\n\nb\n==="), "<h3 dir=\"auto\">a</h3>\n<h3 dir=\"auto\">b</h3>\n");
}

#[test]
fn each_paragraph_has_its_own_direction() {
    let html = html("Hello\n\nمرحبا");
    assert_eq!(html.matches("<p dir=\"auto\">").count(), 2);
}

#[test]
fn emphasis_works_beside_full_width_marks_and_a_link_ends_there() {
    assert!(html("**「重要」**です").contains("<strong>「重要」</strong>です"));
    assert!(html("これは**太字。**です").contains("<strong>太字。</strong>です"));
    let link = html("https://example.org/a、**太字**です。");
    assert!(link.contains(">https://example.org/a</a>、<strong>太字</strong>です。"), "{link}");
    assert!(
        html("**見る https://example.org、と**").contains("<strong>見る <a"),
        "{}",
        html("**見る https://example.org、と**")
    );
    assert_eq!(html("`https://example.org、`。"), "<p dir=\"auto\"><code>https://example.org、</code>。</p>\n");
}

#[test]
fn code_is_kept_to_the_byte() {
    let frame = format!("+{}+\n| a  b |\n+{}+\n\n\n>>>> - + *", "-".repeat(60), "=".repeat(60));
    assert!(html(&format!("```\n{frame}\n```")).contains(&frame.replace('>', "&gt;")));
    assert_eq!(html("```\n\n\na\n```"), "<pre><code>\n\n\na\n</code></pre>\n");
}

#[test]
fn a_line_of_many_marks_is_not_lost() {
    assert!(html(&format!("Title\n{}\ntext", "=".repeat(80))).contains("<h3"));
    assert!(html(&format!("a\n\n{}\n\nb", "-".repeat(80))).contains("<hr>"));
    assert!(visible(&html(&format!("{} x", ">".repeat(60)))).contains('x'));
    assert!(visible(&html(&format!("{}x", "+".repeat(60)))).contains(&"+".repeat(60)));
}

/// 20,000 characters of what is slow, deep or long.
fn hostile() -> Vec<String> {
    let most = |text: String| text.chars().take(20_000).collect::<String>();
    let repeated = |text: &str| most(text.repeat(20_000));
    let mut texts: Vec<String> = [
        ">",
        "> ",
        "- ",
        "1. ",
        "* a\n",
        "-\n",
        "#\n",
        "[",
        "![",
        "[a](",
        "](",
        "[a](b)",
        "*",
        "_",
        "*a ",
        "**a* ",
        "_a*",
        "~",
        "`",
        "`a``",
        "<",
        "<a",
        "<!--",
        "&",
        "&amp;",
        "\\",
        "|",
        "|a",
        "|a\n|-\n",
        "www.",
        "_www.",
        "*www.a.b",
        "http://",
        "://",
        "a@",
        "a@b.c ",
        "@",
        "a\n",
        "\n",
        "\n\n-",
        "\u{a0}",
        "🦊",
        "\u{301}",
        "\u{200d}",
        "\"",
        "'",
        "[a]: b\n",
        "[^a]",
        "<https://a.b>",
        "https://a.b、",
        "、",
        "$",
        ":",
        "\t",
        "  \n",
        "> - ",
        "- > ",
        "1) ",
        "- [ ] a\n",
        "```\n",
        "~~~",
        "===\n",
        "a\n=\n",
        "س",
        "👩\u{200d}",
    ]
    .into_iter()
    .map(repeated)
    .collect();
    let table = |columns: usize, cell: &str| {
        most(format!("{}\n{}\n{}", "|a".repeat(columns), "|-".repeat(columns), format!("{cell}\n").repeat(20_000)))
    };
    texts.extend([
        table(70, "a"),
        table(25, "🦊"),
        table(1_000, "a"),
        table(4_000, "|"),
        table(2, "|"),
        table(500, "|a|"),
    ]);
    texts.extend([
        most(format!("{}\n{}", "- ".repeat(5_000), "\n".repeat(10_000))),
        most(format!("{}a\n{}", "- ".repeat(5_000), "  \n".repeat(10_000))),
        most(format!("{}a\n{}", ">".repeat(10_000), "a\n".repeat(5_000))),
        most(format!("{}a{}", "*".repeat(9_000), "*".repeat(9_000))),
        most(format!("{}a{}", "**a ".repeat(2_500), " b**".repeat(2_500))),
        most(format!("{}{}", "[".repeat(10_000), "](b)".repeat(2_500))),
        most(format!("{}{}", "![".repeat(5_000), "](b)".repeat(2_500))),
        most((0..3_000).map(|n| format!("{}x\n", " ".repeat(n % 70))).collect()),
        most((1..200).map(|n| format!("{}a\n", "> ".repeat(n))).collect()),
        most((1..200).map(|n| format!("{}- a\n", "  ".repeat(n))).collect()),
        most((1..600).map(|n| "`".repeat(n) + "a").collect()),
        most((0..3_000).map(|n| format!("[a{n}]: /b\n")).collect::<String>() + &"[a]".repeat(1_000)),
    ]);
    texts
}

#[test]
#[expect(clippy::disallowed_methods, reason = "how long it takes is measured")]
fn hostile_texts_cost_little_and_become_little() {
    for (place, source) in hostile().into_iter().enumerate() {
        let begin = Instant::now();
        let rendered = render(&source);
        let took = begin.elapsed();
        let name: String = source.chars().take(12).collect();
        assert!(rendered.html.len() <= MOST_BYTES, "{} bytes of {name:?}", rendered.html.len());
        assert!(took < Duration::from_secs(2), "{took:?} for {name:?}");
        assert!(is_inside(&rendered.html), "{name:?}");
        if place % 4 == 0 {
            beginning(&source, 1_000);
        }
    }
}

#[test]
fn rows_of_a_table_have_no_cells_that_nobody_typed() {
    let table = html("|a|b|c|\n|-|-|-|\n|1|\n|2|3|");
    assert_eq!(table.matches("<td").count(), 3);
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

proptest! {
    #[test]
    fn what_the_cleaner_gives_stays_inside_its_message(source in texts()) {
        let html = html(&source);
        prop_assert!(is_inside(&html), "{html}");
        prop_assert!(is_inside(&without_links(&html)));
        prop_assert!(is_inside(&beginning(&source, 50).html));
        let parsed = |html: &str| Html::parse_fragment(html).html();
        prop_assert_eq!(parsed(&super::clean::clean(&html)), parsed(&html), "nothing is left for the cleaner to do");
    }

    #[test]
    fn nothing_in_it_runs_or_loads(source in texts()) {
        let page = Html::parse_fragment(&html(&source));
        let any = Selector::parse("script, img, iframe, style, object, form, input, a:not([href])").expect("a selector");
        prop_assert_eq!(page.select(&any).count(), 0);
    }

    #[test]
    fn every_letter_that_is_shown_is_in_the_first_words_until_they_are_cut(source in texts()) {
        let rendered = render(&source);
        let (shown, words) = (letters(&visible(&rendered.html)), letters(&rendered.excerpt));
        if rendered.excerpt.ends_with('…') && rendered.excerpt.chars().count() > 150 {
            let whole = excerpt::line(&super::shown(&source).0);
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
