use super::{arabic, english, read};
use snug_mail::letters::Invitation;

pub(crate) fn invitation() -> Invitation {
    Invitation {
        inviter_name: "Ana Ruiz".into(),
        compare_handle: None,
        group: None,
        is_reminder: false,
        community_name: "Riverside".into(),
        message_html: "<p>Would you show me how the <strong>cargo bike</strong> works?</p>".into(),
        message_text: "Would you show me how the **cargo bike** works? I would need it on Saturday to fetch \
            twelve chairs from the hall.\n\n> It is free for all\n\nAna"
            .into(),
        read_url: "https://riverside.example/m/TOKEN".into(),
        stop_url: "https://riverside.example/u/TOKEN".into(),
        to_name: "Ben Okafor".into(),
    }
}

#[test]
fn an_invitation_brings_the_message_as_it_was_written() {
    insta::assert_snapshot!(read(&invitation().write(english())), @r"
    Subject: Ana Ruiz would like to talk with you

    To answer Ana Ruiz, use the link below. An answer to this mail reaches
    nobody.

    Hello Ben,

    Ana Ruiz from Riverside would like to talk with you, and wrote this to
    begin:

      Would you show me how the **cargo bike** works? I would need it on
      Saturday to fetch twelve chairs from the hall.

      > It is free for all

      Ana

    Read and answer:
    https://riverside.example/m/TOKEN

    You get this mail because you are a member of Riverside. You need not talk
    with anybody: you can decline, and Ana Ruiz is not told.

    Decide on the site:
    https://riverside.example/m/TOKEN

    Stop mails from Riverside:
    https://riverside.example/u/TOKEN
    ");
}

#[test]
fn what_to_compare_is_said_before_the_words_of_the_writer_begin() {
    let letter = Invitation { compare_handle: Some("ana.ruiz-2".into()), ..invitation() }.write(english());
    for (kind, body) in [("text", &letter.text), ("HTML", &letter.html)] {
        let body = body.split_whitespace().collect::<Vec<_>>().join(" ");
        let said = body.find("username looks like that of Ana Ruiz. Compare the usernames: this is @ana.ruiz-2.");
        let begins = body.find("wrote this to begin:").expect("the quote is introduced");
        assert!(said.is_some_and(|said| said < begins), "{kind}: {body}");
    }
}

#[test]
fn an_invitation_reads_well_in_arabic() {
    insta::assert_snapshot!(read(&invitation().write(arabic())), @r"
    Subject: دعوة إلى محادثة من Ana Ruiz

    للرد على ⟨Ana Ruiz⟩ استخدم الرابط أدناه. الرد على هذه الرسالة البريدية لا
    يصل إلى أحد.

    مرحبًا ⟨Ben⟩،

    وصلتك دعوة إلى محادثة من ⟨Ana Ruiz⟩ في ⟨Riverside⟩، وهذه أول رسالة فيها:

      Would you show me how the **cargo bike** works? I would need it on
      Saturday to fetch twelve chairs from the hall.

      > It is free for all

      Ana

    القراءة والرد:
    https://riverside.example/m/TOKEN

    وصلتك هذه الرسالة لأن لك حسابًا في ⟨Riverside⟩. القرار لك: إن لم ترغب في
    الحديث فاعتذر عن الدعوة، ولن يصل خبر ذلك إلى ⟨Ana Ruiz⟩.

    اتخاذ القرار على الموقع:
    https://riverside.example/m/TOKEN

    إيقاف الرسائل البريدية من ⟨Riverside⟩:
    https://riverside.example/u/TOKEN
    ");
}

#[test]
fn an_invitation_looks_like_a_person_wrote_it() {
    let html = invitation().write(english()).html;
    assert_eq!(html.matches("class=\"button\"").count(), 1, "one button at most");
    assert!(!html.contains("<img") && !html.contains("background-image"), "no banner");
}

#[test]
fn a_name_in_a_text_of_the_other_direction_does_not_turn_it_around() {
    let (english, arabic) = (invitation().write(english()), invitation().write(arabic()));
    assert!(arabic.html.contains("<bdi>Ana Ruiz</bdi>") && arabic.text.contains("\u{2068}Ana Ruiz\u{2069}"));
    assert!(!english.text.contains('\u{2068}') && !english.html.contains("<bdi>"), "nothing can turn");
    let shown_as_boxes = [&arabic.subject, &arabic.html, &english.html];
    assert!(shown_as_boxes.iter().all(|part| !part.contains('\u{2068}')), "by some mail programs");
}

#[test]
fn a_reminder_says_that_it_is_one_and_the_only_one() {
    let letter = Invitation { is_reminder: true, ..invitation() };
    let written = letter.write(english());
    assert_eq!(written.subject, "Reminder: Ana Ruiz would like to talk with you");
    let said = "Ana Ruiz still hopes for an answer. This is the only reminder.";
    assert!(written.text.contains(said) && written.html.contains("This is the only reminder."), "{}", written.text);
    assert!(letter.write(arabic()).subject.starts_with("تذكير: "));
}
