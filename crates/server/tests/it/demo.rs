//! The demo keeps to its own folder, and comes up with everything in it.

use crate::installation::Installation;
use crate::running::Running;
use std::fs;

fn demo(installation: &Installation, more: &[&str]) -> Running {
    let mut command = installation.program();
    Running::start(command.args(["demo", "--listen", "127.0.0.1:0", "--data", "demo"]).args(more))
}

fn count_mails(installation: &Installation) -> usize {
    fs::read_dir(installation.path("demo/mails")).unwrap().count()
}

#[tokio::test]
async fn the_demo_has_two_communities_their_people_and_mails() {
    let installation = Installation::on_sqlite();
    let running = demo(&installation, &[]);
    let client = running.client();
    let page = client.get(running.url("riverside.localhost", "/")).send().await.unwrap().text().await.unwrap();
    for name in ["Ana Ruiz", "Deniz Aydın", "سلمى حداد"] {
        assert!(page.contains(name), "{name}");
    }
    let list = installation.run(&["community", "list", "--data", "demo"]);
    let (hilltop, riverside) = list.output.split_once('\n').unwrap();
    assert!(hilltop.contains("conversations off") && riverside.contains("conversations on"), "{}", list.output);
    assert!(count_mails(&installation) > 12);
}

#[tokio::test]
async fn a_demo_goes_on_where_it_stopped_unless_it_begins_afresh() {
    let installation = Installation::on_sqlite();
    drop(demo(&installation, &[]));
    let secret = fs::read(installation.path("demo/secret")).unwrap();
    let mails = count_mails(&installation);
    drop(demo(&installation, &[]));
    assert_eq!(fs::read(installation.path("demo/secret")).unwrap(), secret);
    assert_eq!(count_mails(&installation), mails);
    drop(demo(&installation, &["--fresh"]));
    assert_ne!(fs::read(installation.path("demo/secret")).unwrap(), secret);
}

#[test]
fn a_folder_that_is_not_its_own_is_left_alone() {
    let installation = Installation::on_sqlite();
    fs::create_dir(installation.path("photos")).unwrap();
    fs::write(installation.path("photos/river.jpeg"), "").unwrap();
    for more in [&[][..], &["--fresh"]] {
        let arguments = [&["demo", "--listen", "127.0.0.1:0", "--data", "photos"], more].concat();
        let answer = installation.run(&arguments);
        assert_eq!(answer.code, Some(1));
        assert!(answer.errors.starts_with("snug: photos holds something else"), "{}", answer.errors);
    }
    assert!(installation.path("photos/river.jpeg").exists());
}
