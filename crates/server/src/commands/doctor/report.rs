use std::fmt::Display;

/// What was found, printed as it is found: one line each.
#[derive(Default)]
pub(super) struct Report {
    wrong: u32,
}

impl Report {
    /// This works.
    pub(super) fn fine(&self, about: &str, what: impl Display) {
        println!("ok     {about}: {what}");
    }

    /// This works, and should not stay so.
    pub(super) fn doubtful(&self, about: &str, what: impl Display) {
        println!("warn   {about}: {what}");
    }

    /// With this it does not work.
    pub(super) fn wrong(&mut self, about: &str, what: impl Display) {
        self.wrong += 1;
        println!("FAIL   {about}: {what}");
    }

    /// How many things keep it from working.
    pub(super) fn count_wrong(&self) -> u32 {
        self.wrong
    }
}
