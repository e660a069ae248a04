use super::report::Report;
use crate::configuration::{Configuration, read_or_make_secret};

/// The secret, and who else can read what is secret.
pub(super) fn check(configuration: &Configuration, report: &mut Report) {
    let path = &configuration.secret_file;
    // Where there is none, whether there should be is a question of the database.
    if path.exists() {
        match read_or_make_secret(path) {
            Ok(_) => report.fine("secret", format!("{} can be used", path.display())),
            Err(fault) => report.wrong("secret", &fault),
        }
    }
    let loose = configuration.loose_rights();
    if loose.is_empty() {
        report.fine("rights", "nobody else can read what is secret");
    }
    for loose in loose {
        report.doubtful("rights", loose);
    }
}
