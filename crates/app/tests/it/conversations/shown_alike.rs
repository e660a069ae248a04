//! A message, its row, its bell entry and its mails say the same.

use scraper::{Html, Selector};
use snug_app::conversations::Filter;
use snug_testkit::{TestApp, hours, minutes};

const TEXTS: [&str; 34] = [
    "5 - 3 + 1 = 3, and a > b # 7",
    "2 * 3 * 4 = 24",
    "bought + given - sown",
    "- one\n- two\n  - three\n    1. four",
    "1. Beans: 14 bags\n2. Tomatoes: 6 bags\n\nWhat is not written down did not happen.",
    "1986. A great year",
    "snake_case_name and __init__",
    "> quoted\n> lines\n\nand mine",
    "Title\n=====\n\nSub\n---\ntext",
    "# One\n###### Six",
    "```\nlet x = a * b - c; // # > -\n```",
    "    indented code\n    - stays",
    "`a * b` and ``c ` d``",
    "|Name|Bags|\n|:-|-:|\n|Beans|14|\n|Peas|",
    "[here](https://example.org \"a title\") and <https://example.org/b>",
    "https://example.org/a_b_c?d=e&f=g#h, and www.example.org.",
    "mail ana@example.org",
    "[call](tel:+4412345) or [help](/help)",
    "<b>bold</b> <script>alert(1)</script>",
    "<div>\n<p>html</p>\n</div>",
    "<!-- hidden --> seen",
    "Tom &amp; Jerry &lt;3 &copy; &#65;",
    "🦊 👩\u{200d}👩\u{200d}👧 🇵🇹",
    "سلام **مهم** https://example.org، ثم",
    "Hello\n\nمرحبا",
    "**「重要」**です。https://example.org/、と",
    "![the swifts](https://example.org/a.png)",
    "![](https://example.org/a.png)",
    "hard  \nbreak\\\nhere\nand there",
    "- [ ] open\n- [x] done",
    "~~no~~ yes **b*c*d** ***e***",
    "---",
    "\\*not\\* \\_marks\\_ a\\|b",
    "[1]: https://example.org",
];

fn letters(text: &str) -> String {
    text.chars().filter(|character| character.is_alphanumeric()).collect()
}

fn of_html(html: &str, selector: &str) -> String {
    let page = Html::parse_document(html);
    let found = page.select(&Selector::parse(selector).expect("a selector")).next().expect("the message");
    letters(&found.text().collect::<String>())
}

/// Whether all of `few` is in `many`, in order: lists have numbers there, and links addresses.
fn is_in(few: &str, many: &str) -> bool {
    let mut many = many.chars();
    few.chars().all(|wanted| many.any(|found| found == wanted))
}

#[tokio::test]
async fn a_message_says_the_same_in_its_bubble_its_row_the_bell_and_the_digest() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    for text in TEXTS {
        ben.reads(conversation).await;
        let message = ana.say(conversation, text).await;
        let bubble = of_html(&message.html, "html");
        let row = ben.lists(Filter::All).await.remove(0).last.expect("words").excerpt;
        assert!(is_in(&bubble, &letters(&row)), "{row:?} for {text:?}");
        assert_eq!(ben.bell().await.first.remove(0).last.expect("words").excerpt, row);
        app.advance(minutes(10)).await;
        let mail = app.last_mail("ben").await;
        assert_eq!(of_html(&mail.html, ".message"), bubble, "the mail for {text:?}");
        assert!(is_in(&bubble, &letters(&mail.text)), "{} for {text:?}", mail.text);
    }
    assert!(app.mailbox("ben").await.len() >= TEXTS.len(), "guard: a mail for each");
}

#[tokio::test]
async fn an_invitation_says_the_same_on_the_page_and_in_the_mail() {
    let app = TestApp::new().await;
    let ben = app.member("ben").await;
    for (number, text) in TEXTS.into_iter().enumerate() {
        let ana = app.member(&format!("starter{number}")).await;
        let conversation = ana.start_conversation("ben", text).await;
        let bubble = of_html(&ben.entries(conversation).await[0].html, "html");
        let mail = app.last_mail("ben").await;
        assert_eq!(of_html(&mail.html, ".message"), bubble, "the mail for {text:?}");
        assert!(is_in(&bubble, &letters(&mail.text)), "{} for {text:?}", mail.text);
        app.wait(hours(1));
    }
}

#[tokio::test]
async fn a_long_message_is_mailed_up_to_a_paragraph_and_says_so() {
    let app = TestApp::new().await;
    let (ana, _, conversation) = app.talking("ana", "ben").await;
    let paragraph = |word: &str| [word; 120].join(" ");
    ana.say(conversation, &["first", "second", "third"].map(paragraph).join("\n\n")).await;
    app.advance(minutes(10)).await;
    let mail = app.last_mail("ben").await;
    for part in [&mail.text, &mail.html] {
        assert!(!part.contains("second"));
        assert!(part.contains("Shortened: the rest is on the site."));
    }
    assert_eq!(mail.text.matches("first").count(), 120);
    assert_eq!(of_html(&mail.html, ".message").matches("first").count(), 120);
}

#[tokio::test]
async fn an_edit_changes_the_row_and_a_deletion_empties_it() {
    let app = TestApp::new().await;
    let (ana, ben, conversation) = app.talking("ana", "ben").await;
    let message = ana.say(conversation, "Old *words*").await;
    ana.edit(conversation, message.id, "New *words*").await;
    assert_eq!(ben.lists(Filter::All).await[0].last.clone().expect("words").excerpt, "New words");
    ana.delete(conversation, message.id).await;
    assert_eq!(ben.lists(Filter::All).await[0].last.clone().expect("words").excerpt, "");
    ana.restore(conversation, message.id).await;
    assert_eq!(ben.lists(Filter::All).await[0].last.clone().expect("words").excerpt, "New words");
}
