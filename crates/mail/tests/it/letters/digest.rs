use super::{AT, arabic, english, read, times};
use snug_domain::conversations::{EntryKind, Line, Title};
use snug_domain::people::{Handle, NamedPerson, PersonKind};
use snug_domain::{PersonId, Span};
use snug_mail::letters::{Digest, DigestConversation, DigestMessage};
use snug_texts::Texts;
use uuid::Uuid;

/// A person of this name; each name is somebody else's.
fn person(name: &str) -> NamedPerson {
    let id = name.bytes().fold(0_u128, |id, byte| id.wrapping_mul(257) + u128::from(byte));
    NamedPerson {
        id: PersonId(Uuid::from_u128(id)),
        kind: PersonKind::Member,
        name: name.into(),
        handle: Handle::parse("somebody").expect("a short name"),
    }
}

/// The first of several is Ana.
fn writer(number: usize) -> NamedPerson {
    if number == 0 { person("Ana Ruiz") } else { person(&format!("Member {number}")) }
}

/// How long a title is.
fn length(title: &Title) -> usize {
    match title {
        Title::Named(name) => name.len(),
        Title::People { first, .. } => first.iter().map(|person| person.name.len()).sum(),
    }
}

/// A conversation with one person.
fn with(name: &str) -> Title {
    Title::People { first: vec![person(name)], more: 0 }
}

pub(super) fn digest() -> Digest {
    let message = |author: &str, text: &str, minute| DigestMessage {
        quote: None,
        author: author.into(),
        html: format!("<p>{text}</p>"),
        text: text.into(),
        is_cut: text.ends_with('…'),
        at: AT + Span::minutes(minute),
    };
    let conversation = |title, writer: &str, messages: Vec<DigestMessage>, more| DigestConversation {
        url: format!("https://riverside.example/conversations/{}", length(&title)),
        mute_url: format!("https://riverside.example/mute/{}", length(&title)),
        names_authors: matches!(title, Title::Named(_)),
        title,
        writers: vec![person(writer)],
        lookalikes: Vec::new(),
        lines: Vec::new(),
        unread: u32::try_from(messages.len()).expect("a few") + more,
        messages,
        more,
    };
    Digest {
        to: person("Ben Okafor").id,
        to_name: "Ben Okafor".into(),
        community_name: "Riverside".into(),
        conversations: vec![
            conversation(
                with("Ana Ruiz"),
                "Ana Ruiz",
                vec![
                    message("Ana Ruiz", "Are you coming on Thursday?", 5),
                    message("Ana Ruiz", "I bring\nthe drill…", 7),
                ],
                3,
            ),
            conversation(with("سلمى حداد"), "سلمى حداد", vec![message("سلمى حداد", "شكرًا لك <3", 9)], 0),
            conversation(
                Title::Named("Garden group".into()),
                "Lena Fox",
                vec![message("Lena Fox", "Rain at last.", 11)],
                0,
            ),
        ],
        preferences_url: "https://riverside.example/preferences".into(),
        stop_url: "https://riverside.example/u/TOKEN".into(),
    }
}

#[test]
fn a_digest_brings_all_unread_conversations() {
    insta::assert_snapshot!(read(&digest().write(&times(english()))), @r"
    Subject: Ana Ruiz and 2 others wrote to you

    To answer, use the links below. An answer to this mail reaches nobody.

    Hello Ben,

    Ana, ⟨سلمى⟩ and Lena wrote to you.

    Ana Ruiz
    5 new messages

      yesterday, 15:05

      Are you coming on Thursday?

      yesterday, 15:07

      I bring
      the drill…

      Shortened: the rest is on the site.

      and 3 more

    Answer:
    https://riverside.example/conversations/8

    Stop mails of this conversation:
    https://riverside.example/mute/8

    سلمى حداد
    1 new message

      yesterday, 15:09

      شكرًا لك <3

    Answer:
    https://riverside.example/conversations/17

    Stop mails of this conversation:
    https://riverside.example/mute/17

    Garden group
    1 new message

      Lena Fox · yesterday, 15:11

      Rain at last.

    Answer:
    https://riverside.example/conversations/12

    Stop mails of this conversation:
    https://riverside.example/mute/12

    You get this mail because people wrote to you at Riverside while you were
    away.

    Change your preferences:
    https://riverside.example/preferences

    Stop mails from Riverside:
    https://riverside.example/u/TOKEN
    ");
}

#[test]
fn a_digest_reads_well_in_arabic() {
    insta::assert_snapshot!(read(&digest().write(&times(arabic()))), @r"
    Subject: رسائل جديدة إليك من Ana Ruiz وشخصين آخرين

    للرد استخدم الروابط أدناه. الرد على هذه الرسالة البريدية لا يصل إلى أحد.

    مرحبًا ⟨Ben⟩،

    وصلتك رسائل من ⟨Ana⟩ وسلمى و⟨Lena⟩.

    Ana Ruiz
    5 رسائل جديدة

      أمس، 15:05

      Are you coming on Thursday?

      أمس، 15:07

      I bring
      the drill…

      النص مختصر، وتتمّته على الموقع.

      و3 أخرى

    الرد:
    https://riverside.example/conversations/8

    إيقاف رسائل هذه المحادثة:
    https://riverside.example/mute/8

    سلمى حداد
    رسالة جديدة واحدة

      أمس، 15:09

      شكرًا لك <3

    الرد:
    https://riverside.example/conversations/17

    إيقاف رسائل هذه المحادثة:
    https://riverside.example/mute/17

    Garden group
    رسالة جديدة واحدة

      ⟨Lena Fox⟩ · أمس، 15:11

      Rain at last.

    الرد:
    https://riverside.example/conversations/12

    إيقاف رسائل هذه المحادثة:
    https://riverside.example/mute/12

    وصلتك هذه الرسالة لأن هناك من كتب إليك في ⟨Riverside⟩ أثناء غيابك.

    تغيير التفضيلات:
    https://riverside.example/preferences

    إيقاف الرسائل البريدية من ⟨Riverside⟩:
    https://riverside.example/u/TOKEN
    ");
}

#[test]
fn the_subject_of_a_digest_counts_the_people() {
    let subject = |others: usize, texts: Texts| {
        let mut digest = digest();
        let first = digest.conversations.remove(0);
        let by = |number| DigestConversation { writers: vec![writer(number)], ..first.clone() };
        digest.conversations = (0..=others).map(by).collect();
        digest.write(&times(texts)).subject
    };
    assert_eq!(subject(0, english()), "Ana Ruiz wrote to you");
    assert_eq!(subject(1, english()), "Ana Ruiz and 1 other wrote to you");
    assert_eq!(subject(2, english()), "Ana Ruiz and 2 others wrote to you");
    assert_eq!(subject(0, arabic()), "رسائل جديدة إليك من Ana Ruiz");
    assert_eq!(subject(2, arabic()), "رسائل جديدة إليك من Ana Ruiz وشخصين آخرين");
    assert_eq!(subject(5, arabic()), "رسائل جديدة إليك من Ana Ruiz و5 أشخاص آخرين");
    assert_eq!(subject(20, arabic()), "رسائل جديدة إليك من Ana Ruiz و20 شخصًا آخر");
}

#[test]
fn what_was_not_cleaned_is_never_html_in_a_digest() {
    let mut digest = digest();
    digest.conversations[0].messages[0].author = "<img src=x onerror=alert(1)>".into();
    digest.conversations[0].title = with("<b>Ana</b>");
    digest.conversations[0].names_authors = true;
    let html = digest.write(&times(english())).html;
    assert!(!html.contains("<img") && !html.contains("<b>"), "{html}");
}

#[test]
fn a_digest_says_whose_name_is_to_be_compared() {
    let mut digest = digest();
    digest.conversations[0].lookalikes = digest.conversations[0].writers.clone();
    let handle = digest.conversations[0].writers[0].handle.to_string();
    let letter = digest.write(&times(english()));
    for body in [letter.text, letter.html] {
        let body = body.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(body.matches("looks like that of Ana Ruiz.").count(), 1, "{body}");
        assert_eq!(body.matches(&format!("this is @{handle}.")).count(), 1, "{body}");
    }
}

/// Somebody accepted an invitation of Ben's, who gets the digest.
fn accepted_by(number: usize) -> Line {
    Line {
        kind: EntryKind::Joined,
        author: writer(number),
        subject: Some(person("Ben Okafor")),
        also: Vec::new(),
        detail: String::new(),
        is_direct: true,
    }
}

/// One conversation of two.
pub(super) fn of_one() -> Digest {
    let mut digest = digest();
    digest.conversations.truncate(1);
    digest
}

/// Ana accepted, and nobody wrote.
pub(super) fn acceptance() -> Digest {
    let mut digest = of_one();
    for conversation in &mut digest.conversations {
        *conversation = DigestConversation {
            writers: vec![],
            unread: 0,
            messages: vec![],
            more: 0,
            lines: vec![accepted_by(0)],
            ..conversation.clone()
        };
    }
    digest
}

#[test]
fn a_digest_of_one_conversation_says_nothing_twice() {
    insta::assert_snapshot!(read(&of_one().write(&times(english()))), @r"
    Subject: Ana Ruiz wrote to you

    To answer Ana Ruiz, use the link below. An answer to this mail reaches
    nobody.

    Hello Ben,

    Ana wrote to you.

      yesterday, 15:05

      Are you coming on Thursday?

      yesterday, 15:07

      I bring
      the drill…

      Shortened: the rest is on the site.

      and 3 more

    Answer:
    https://riverside.example/conversations/8

    Stop mails of this conversation:
    https://riverside.example/mute/8

    You get this mail because people wrote to you at Riverside while you were
    away.

    Change your preferences:
    https://riverside.example/preferences

    Stop mails from Riverside:
    https://riverside.example/u/TOKEN
    ");
    insta::assert_snapshot!(read(&of_one().write(&times(arabic()))), @r"
    Subject: رسائل جديدة إليك من Ana Ruiz

    للرد على ⟨Ana Ruiz⟩ استخدم الرابط أدناه. الرد على هذه الرسالة البريدية لا
    يصل إلى أحد.

    مرحبًا ⟨Ben⟩،

    وصلتك رسائل من ⟨Ana⟩.

      أمس، 15:05

      Are you coming on Thursday?

      أمس، 15:07

      I bring
      the drill…

      النص مختصر، وتتمّته على الموقع.

      و3 أخرى

    الرد:
    https://riverside.example/conversations/8

    إيقاف رسائل هذه المحادثة:
    https://riverside.example/mute/8

    وصلتك هذه الرسالة لأن هناك من كتب إليك في ⟨Riverside⟩ أثناء غيابك.

    تغيير التفضيلات:
    https://riverside.example/preferences

    إيقاف الرسائل البريدية من ⟨Riverside⟩:
    https://riverside.example/u/TOKEN
    ");
}

#[test]
fn an_acceptance_is_told_as_one() {
    insta::assert_snapshot!(read(&acceptance().write(&times(english()))), @r"
    Subject: Ana Ruiz accepted your invitation

    To write to Ana Ruiz, use the link below. An answer to this mail reaches
    nobody.

    Hello Ben,

    Ana Ruiz accepted your invitation. You can talk now.

    Open the conversation:
    https://riverside.example/conversations/8

    Stop mails of this conversation:
    https://riverside.example/mute/8

    You get this mail because an invitation of yours was accepted at Riverside
    while you were away.

    Change your preferences:
    https://riverside.example/preferences

    Stop mails from Riverside:
    https://riverside.example/u/TOKEN
    ");
    insta::assert_snapshot!(read(&acceptance().write(&times(arabic()))), @r"
    Subject: موافقة من Ana Ruiz على دعوتك

    للكتابة إلى ⟨Ana Ruiz⟩ استخدم الرابط أدناه. الرد على هذه الرسالة البريدية لا
    يصل إلى أحد.

    مرحبًا ⟨Ben⟩،

    وصلتك موافقة ⟨Ana Ruiz⟩ على دعوتك. يمكنكما الحديث الآن.

    فتح المحادثة:
    https://riverside.example/conversations/8

    إيقاف رسائل هذه المحادثة:
    https://riverside.example/mute/8

    وصلتك هذه الرسالة لأن دعوة منك قُبلت في ⟨Riverside⟩ أثناء غيابك.

    تغيير التفضيلات:
    https://riverside.example/preferences

    إيقاف الرسائل البريدية من ⟨Riverside⟩:
    https://riverside.example/u/TOKEN
    ");
}

#[test]
fn a_digest_of_one_writer_bears_their_name_and_no_other_does() {
    assert_eq!(digest().only_writer(), None);
    assert_eq!(of_one().only_writer().as_deref(), Some("Ana Ruiz"));
    assert_eq!(acceptance().only_writer().as_deref(), Some("Ana Ruiz"));
    let mut group = of_one();
    group.conversations[0].names_authors = true;
    assert_eq!(group.only_writer(), None, "of those not shown somebody else may have written one");
    group.conversations[0].more = 0;
    assert_eq!(group.only_writer().as_deref(), Some("Ana Ruiz"));
    group.conversations[0].lines = vec![Line { author: person("Salma"), is_direct: false, ..accepted_by(0) }];
    assert_eq!(group.only_writer(), None, "somebody else joined");
}

#[test]
fn a_digest_of_acceptances_says_that_nobody_wrote() {
    let accepted = |others: usize, texts: Texts| {
        let mut digest = digest();
        let first = DigestConversation { unread: 0, messages: vec![], more: 0, ..digest.conversations.remove(0) };
        let by = |number| DigestConversation {
            title: Title::People { first: vec![writer(number)], more: 0 },
            lines: vec![accepted_by(number)],
            ..first.clone()
        };
        digest.conversations = (0..=others).map(by).collect();
        digest.write(&times(texts))
    };
    assert_eq!(accepted(0, english()).subject, "Ana Ruiz accepted your invitation");
    insta::assert_snapshot!(read(&accepted(1, english())), @r"
    Subject: Ana Ruiz and 1 other accepted your invitations

    To answer, use the links below. An answer to this mail reaches nobody.

    Hello Ben,

    Ana and Member accepted your invitations. You can talk now.

    Ana Ruiz

    Open the conversation:
    https://riverside.example/conversations/8

    Stop mails of this conversation:
    https://riverside.example/mute/8

    Member 1

    Open the conversation:
    https://riverside.example/conversations/8

    Stop mails of this conversation:
    https://riverside.example/mute/8

    You get this mail because an invitation of yours was accepted at Riverside
    while you were away.

    Change your preferences:
    https://riverside.example/preferences

    Stop mails from Riverside:
    https://riverside.example/u/TOKEN
    ");
    let arabic_mail = read(&accepted(0, arabic()));
    assert!(arabic_mail.contains("وصلتك موافقة ⟨Ana Ruiz⟩ على دعوتك. يمكنكما الحديث الآن."), "{arabic_mail}");
    assert_eq!(accepted(5, english()).subject, "Ana Ruiz and 5 others accepted your invitations");
    assert_eq!(accepted(2, arabic()).subject, "موافقة من Ana Ruiz وشخصين آخرين على دعواتك");
}
