use super::super::{beginning, render, to_text, without_links};
use super::{html, visible};
use snug_domain::visible::has_visible;

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
    assert_eq!(excerpt("1986. A great year\n2. Another"), "1986. A great year 2. Another");
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
    for text in [
        "[call](tel:+4412345)",
        "[help](/help)",
        "[a](javascript:alert(1))",
        "[a](http://)",
        "[x](#top)",
        "[x](https:sign-out)",
    ] {
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

#[test]
fn rows_of_a_table_have_no_cells_that_nobody_typed() {
    let table = html("|a|b|c|\n|-|-|-|\n|1|\n|2|3|");
    assert_eq!(table.matches("<td").count(), 3);
}
