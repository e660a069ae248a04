//! What Snug has to reach, and whether a run reached it. Every ratio is one of two medians of the same run.

use crate::figures::{Measured, Variant};
use crate::hostile;
use crate::report::number;

/// The statements of a message on SQLite, many to a commit, with nothing else around them; messages/s.
pub(crate) const BARE_WRITER: &str = "bare writer";
/// The statements and round trips of a message on PostgreSQL, with nothing else around them; messages/s.
pub(crate) const BARE_POSTGRES: &str = "bare postgres";

/// One figure, by its names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Name {
    workload: &'static str,
    variant: Variant,
    figure: &'static str,
}

impl Name {
    fn find(self, measured: &[Measured]) -> Option<&Measured> {
        measured
            .iter()
            .find(|one| one.workload == self.workload && one.variant == self.variant && one.figure == self.figure)
    }
}

/// What a figure needs.
#[derive(Debug, Clone, Copy)]
enum Needs {
    /// At least so many times another.
    AtLeast(f64, Name),
    /// At most so many times another.
    AtMost(f64, Name),
    /// At most so much, in its unit.
    Within(f64),
    /// None at all, in any run.
    Zero,
}

/// A goal: what is to be reached, and by which figure.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Goal {
    of: Name,
    needs: Needs,
}

/// What became of a goal in a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    Reached,
    NotReached,
    /// What it is held against is missing: this.
    NothingBeside(&'static str),
    /// Its own figure is missing.
    NotMeasured,
}

/// A goal beside what a run found, in words.
#[derive(Debug)]
pub(crate) struct Judged {
    pub(crate) goal: String,
    pub(crate) found: String,
    pub(crate) needed: String,
    pub(crate) verdict: Verdict,
}

/// Every goal, in the order in which they are told.
pub(crate) fn all() -> Vec<Goal> {
    use Variant::{Limit, Postgres, Prosody, Sqlite};
    let mut goals = Vec::new();
    let mut goal = |workload, variant, figure, needs| {
        goals.push(Goal { of: Name { workload, variant, figure }, needs });
    };
    let at = |workload, variant, figure| Name { workload, variant, figure };

    goal("send 16", Sqlite, "messages/s", Needs::AtLeast(3.0, at("send 16", Prosody, "messages/s")));
    goal("send 16", Sqlite, "messages/s", Needs::AtLeast(0.6, at("send 16", Limit, BARE_WRITER)));
    goal("send 16", Postgres, "messages/s", Needs::AtLeast(0.7, at("send 16", Limit, BARE_POSTGRES)));
    goal("send 16", Sqlite, "cpu per message", Needs::AtMost(1.0 / 3.0, at("send 16", Prosody, "cpu per message")));
    for figure in ["send-to-stream p50", "send-to-stream p99"] {
        goal("send 20/s", Sqlite, figure, Needs::AtMost(1.0, at("send 20/s", Prosody, figure)));
    }
    goal("send 16", Sqlite, "send-to-stream p99", Needs::Within(15.0));
    goal("send group 50", Sqlite, "messages/s", Needs::AtLeast(0.6, at("send group 50", Limit, BARE_WRITER)));
    goal("send group 50", Postgres, "messages/s", Needs::AtLeast(0.7, at("send group 50", Limit, BARE_POSTGRES)));
    // All at once is what no group does; even then nobody should take it for broken.
    for ours in [Sqlite, Postgres] {
        goal("send group 50", ours, "send-to-stream p99", Needs::Within(1_000.0));
    }
    for ours in [Sqlite, Postgres] {
        for figure in ["list p50", "conversation p50"] {
            goal("mailbox 100000", ours, figure, Needs::AtMost(1.5, at("mailbox 100", ours, figure)));
        }
    }
    for ours in [Sqlite, Postgres] {
        goal("idle 10000", ours, "per connection", Needs::Within(16.0));
        goal("idle 10000", ours, "per connection", Needs::Within(12.0));
        goal("idle 0", ours, "process", Needs::Within(30.0));
    }
    for ours in [Sqlite, Postgres] {
        goal("digest 1000000", ours, "run", Needs::Within(0.5));
        goal("digest 1000000", ours, "run", Needs::AtMost(1.5, at("digest 10000", ours, "run")));
        goal("digest all 100000", ours, "run", Needs::Within(60.0));
    }
    for ours in [Sqlite, Postgres] {
        goal("crash", ours, "lost", Needs::Zero);
        goal("crash", ours, "twice", Needs::Zero);
    }
    for ours in hostile::VARIANTS {
        for workload in hostile::workloads() {
            for (attacked, quiet) in hostile::BESIDE {
                goal(workload, ours, attacked, Needs::AtMost(3.0, at(workload, ours, quiet)));
            }
        }
    }
    goals
}

/// The least that a figure of ours has to stay within, in its unit; `None` where only ratios count.
pub(crate) fn limit_of(workload: &str, figure: &str) -> Option<f64> {
    let of_it = all().into_iter().filter(|goal| goal.of.workload == workload && goal.of.figure == figure);
    let limits = of_it.filter_map(|goal| if let Needs::Within(limit) = goal.needs { Some(limit) } else { None });
    limits.min_by(f64::total_cmp)
}

impl Goal {
    pub(crate) fn judge(&self, measured: &[Measured]) -> Judged {
        let Name { workload, variant, figure } = self.of;
        let (found, verdict) = match self.of.find(measured) {
            Some(own) => self.compare(own, measured),
            None => (String::new(), Verdict::NotMeasured),
        };
        Judged { goal: format!("{workload} · {figure}, {}", variant.name()), found, needed: self.needed(), verdict }
    }

    fn compare(&self, own: &Measured, measured: &[Measured]) -> (String, Verdict) {
        let absolute = format!("{} {}", number(own.median), own.unit);
        match self.needs {
            Needs::AtLeast(bound, name) | Needs::AtMost(bound, name) => {
                let Some(other) = name.find(measured) else {
                    return (absolute, Verdict::NothingBeside(self.beside(name)));
                };
                let share = own.median / other.median;
                let reached = if matches!(self.needs, Needs::AtLeast(..)) { share >= bound } else { share <= bound };
                (format!("{} {}", ratio(share, bound, number), self.whose(name, bound)), verdict(reached))
            }
            Needs::Within(bound) => (absolute, verdict(own.median <= bound)),
            // The median would hide the one run in which something was lost.
            Needs::Zero => (format!("{} in the worst run", number(own.max)), verdict(own.max == 0.0)),
        }
    }

    fn needed(&self) -> String {
        match self.needs {
            Needs::AtLeast(bound, _) => format!("at least {}", ratio(bound, bound, plain)),
            Needs::AtMost(1.0, _) => "not above".to_owned(),
            Needs::AtMost(bound, _) => format!("at most {}", ratio(bound, bound, plain)),
            Needs::Within(bound) => format!("at most {}", plain(bound)),
            Needs::Zero => "0".to_owned(),
        }
    }

    /// What it is held against, in a word.
    fn beside(&self, other: Name) -> &'static str {
        match other.variant {
            Variant::Limit => other.figure,
            variant if variant != self.of.variant => variant.name(),
            _ if other.workload != self.of.workload => other.workload,
            _ => other.figure,
        }
    }

    fn whose(&self, other: Name, bound: f64) -> String {
        let of = if bound < 1.0 { "of " } else { "" };
        match self.beside(other) {
            figure if figure == other.figure => format!("{of}the {figure}"),
            owner => format!("{of}{owner}'s"),
        }
    }
}

fn verdict(reached: bool) -> Verdict {
    if reached { Verdict::Reached } else { Verdict::NotReached }
}

/// A ratio as its goal is said: in percent where that is a part of the other, as a multiple otherwise.
fn ratio(value: f64, bound: f64, say: fn(f64) -> String) -> String {
    if bound < 1.0 { format!("{} %", say(value * 100.0)) } else { format!("{} times", say(value)) }
}

/// A bound as people write it: without zeros at its end.
fn plain(bound: f64) -> String {
    ((bound * 10.0).round() / 10.0).to_string()
}

#[cfg(test)]
mod tests {
    use super::{BARE_WRITER, Judged, Verdict, all, limit_of};
    use crate::figures::{Figure, Figures, Measured, Variant};

    /// One run in which these were measured.
    fn run(figures: &[(&str, Variant, &str, f64)]) -> Vec<Measured> {
        let mut found = Figures::default();
        for (workload, variant, figure, value) in figures {
            found.add(workload, *variant, vec![Figure::new(*figure, "unit", *value)]);
        }
        found.measured()
    }

    /// What became of the goals of this figure, with what they are held against.
    fn judge(goal: &str, measured: &[Measured]) -> Vec<(String, String, Verdict)> {
        let judged = all().into_iter().map(|one| one.judge(measured)).filter(|one| one.goal == goal);
        judged.map(|Judged { found, needed, verdict, .. }| (found, needed, verdict)).collect()
    }

    fn said(found: &str, needed: &str, verdict: Verdict) -> (String, String, Verdict) {
        (found.to_owned(), needed.to_owned(), verdict)
    }

    #[test]
    fn a_goal_that_is_a_ratio_is_told_as_one() {
        let measured = run(&[
            ("send 16", Variant::Sqlite, "messages/s", 900.0),
            ("send 16", Variant::Prosody, "messages/s", 250.0),
            ("send 16", Variant::Limit, BARE_WRITER, 1_600.0),
        ]);
        let expected = [
            said("3.60 times prosody's", "at least 3 times", Verdict::Reached),
            said("56.2 % of the bare writer", "at least 60 %", Verdict::NotReached),
        ];
        assert_eq!(judge("send 16 · messages/s, sqlite", &measured), expected);
    }

    #[test]
    fn as_much_as_the_other_is_not_above_it() {
        let both = |ours| {
            let figure = "send-to-stream p50";
            run(&[("send 20/s", Variant::Sqlite, figure, ours), ("send 20/s", Variant::Prosody, figure, 2.0)])
        };
        let goal = "send 20/s · send-to-stream p50, sqlite";
        assert_eq!(judge(goal, &both(2.0)), [said("1 times prosody's", "not above", Verdict::Reached)]);
        assert_eq!(judge(goal, &both(2.1)), [said("1.05 times prosody's", "not above", Verdict::NotReached)]);
    }

    #[test]
    fn a_large_one_is_held_against_a_small_one_on_the_same_database() {
        let measured = run(&[
            ("mailbox 100000", Variant::Postgres, "list p50", 6.0),
            ("mailbox 100", Variant::Postgres, "list p50", 3.0),
            ("mailbox 100", Variant::Sqlite, "list p50", 100.0),
        ]);
        let expected = [said("2 times mailbox 100's", "at most 1.5 times", Verdict::NotReached)];
        assert_eq!(judge("mailbox 100000 · list p50, postgres", &measured), expected);
    }

    #[test]
    fn what_others_wait_beside_an_attack_is_held_against_what_they_waited_before_it() {
        let measured = run(&[
            ("hostile searches", Variant::Sqlite, "page p95", 12.0),
            ("hostile searches", Variant::Sqlite, "quiet page p95", 3.0),
        ]);
        let expected = [said("4 times the quiet page p95", "at most 3 times", Verdict::NotReached)];
        assert_eq!(judge("hostile searches · page p95, sqlite", &measured), expected);
    }

    #[test]
    fn without_the_other_nothing_is_said_about_a_ratio() {
        let measured = run(&[("send 16", Variant::Sqlite, "cpu per message", 0.25)]);
        let expected = [said("0.250 unit", "at most 33.3 %", Verdict::NothingBeside("prosody"))];
        assert_eq!(judge("send 16 · cpu per message, sqlite", &measured), expected);
        let expected = [said("", "at most 15", Verdict::NotMeasured)];
        assert_eq!(judge("send 16 · send-to-stream p99, sqlite", &measured), expected);
    }

    #[test]
    fn a_ratio_to_nothing_is_not_reached() {
        let measured =
            run(&[("digest 1000000", Variant::Sqlite, "run", 0.0), ("digest 10000", Variant::Sqlite, "run", 0.0)]);
        let verdicts = judge("digest 1000000 · run, sqlite", &measured).into_iter().map(|(_, _, verdict)| verdict);
        assert_eq!(verdicts.collect::<Vec<_>>(), [Verdict::Reached, Verdict::NotReached]);
    }

    #[test]
    fn a_message_lost_in_one_run_of_many_is_lost() {
        let lost = |value| ("crash", Variant::Sqlite, "lost", value);
        let measured = run(&[lost(0.0), lost(0.0), lost(1.0)]);
        let expected = [said("1 in the worst run", "0", Verdict::NotReached)];
        assert_eq!(judge("crash · lost, sqlite", &measured), expected);
        let expected = [said("0 in the worst run", "0", Verdict::Reached)];
        assert_eq!(judge("crash · lost, sqlite", &run(&[lost(0.0)])), expected);
    }

    #[test]
    fn the_least_limit_of_a_figure_counts() {
        assert_eq!(limit_of("idle 10000", "per connection"), Some(12.0));
        assert_eq!(limit_of("send 20/s", "send-to-stream p50"), None);
    }
}
