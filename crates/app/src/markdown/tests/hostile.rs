use super::super::{MOST_BYTES, beginning, render};
use super::is_inside;
use std::time::{Duration, Instant};

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
