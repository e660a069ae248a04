use crate::installation::Installation;
use std::fs::write;

const RIVERSIDE: [&str; 8] =
    ["community", "create", "--slug", "riverside", "--name", "Riverside", "--host", "riverside.localhost"];
const LOGO: &[u8] = include_bytes!("../../../src/demo/sample/riverside.png");

/// Runs `snug community set riverside` with these options.
fn refused(installation: &Installation, options: &[&str]) -> String {
    let answer = installation.run(&[&["community", "set", "--config", "snug.toml", "riverside"], options].concat());
    assert_eq!((answer.code, answer.output.as_str()), (Some(1), ""), "{options:?}");
    answer.errors
}

#[test]
fn a_face_is_set_shown_and_taken_back() {
    let installation = Installation::on_sqlite();
    installation.done(&RIVERSIDE);
    let show = || installation.done(&["community", "show", "riverside"]);
    let before = show();
    assert!(before.contains("logo\tnone (its initial)\naccent\tnone (Snug's green)\nsentence\tnone"), "{before}");

    let logo = installation.path("logo.png");
    write(&logo, LOGO).unwrap();
    let logo = logo.to_str().unwrap();
    let options = ["--logo", logo, "--accent", "#54407A", "--sentence", "By the weir.", "--name", "The Riverside"];
    installation.done(&[&["community", "set", "riverside"], &options[..]].concat());
    let after = show();
    for line in ["name\tThe Riverside", "logo\tyes", "accent\t#54407a (links in the dark #", "sentence\tBy the weir."] {
        assert!(after.contains(line), "{line}: {after}");
    }
    let back = ["--no-logo", "--no-accent", "--no-sentence", "--name", "Riverside"];
    installation.done(&[&["community", "set", "riverside"], &back[..]].concat());
    assert_eq!(show(), before);
}

#[test]
fn what_cannot_be_taken_is_refused_with_what_would_do() {
    let installation = Installation::on_sqlite();
    installation.done(&RIVERSIDE);
    let faint = refused(&installation, &["--accent", "#e0a030"]);
    assert!(faint.contains("--accent is too faint") && faint.contains("the nearest that does both is #"), "{faint}");
    let (_, nearest) = faint.trim().rsplit_once(' ').unwrap();
    installation.done(&["community", "set", "riverside", "--accent", nearest]);

    let file = |name: &str, content: &[u8]| {
        let path = installation.path(name);
        write(&path, content).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let svg = refused(&installation, &["--logo", &file("logo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>")]);
    assert!(svg.contains("--logo is an SVG, which can hold scripts"), "{svg}");
    let broken = refused(&installation, &["--logo", &file("logo.png", &LOGO[..900])]);
    assert!(broken.contains("--logo is no picture"), "{broken}");
    let large = refused(&installation, &["--logo", &file("large.png", &vec![0; 3 * 1_024 * 1_024])]);
    assert_eq!(large, "snug: --logo has more than 2048 KB\n");
    let both = refused(&installation, &["--accent", "green", "--sentence", &"a".repeat(201)]);
    assert!(both.contains("--accent has something in it") && both.contains("--sentence has more than 200"), "{both}");
    assert!(refused(&installation, &["--logo", "nowhere.png"]).contains("nowhere.png could not be read"));
    let shown = installation.done(&["community", "show", "riverside"]);
    assert!(shown.contains(nearest) && shown.contains("sentence\tnone"), "what was refused changed nothing: {shown}");
}

#[test]
fn there_is_something_to_set_and_not_both_ways() {
    let installation = Installation::on_sqlite();
    installation.done(&RIVERSIDE);
    for options in [&[][..], &["--accent", "#54407a", "--no-accent"]] {
        let answer = installation.run(&[&["community", "set", "--config", "snug.toml", "riverside"], options].concat());
        assert_eq!(answer.code, Some(2), "{options:?}");
    }
}
