//! What one message says to a database, again and again: made of two recordings of it.
//!
//! What is the same in both stays. What differs is new each time: ids are made anew, numbers and times go on by the
//! same step, and texts and bytes are others of the same length. An id that stood in several places stands in them
//! again.

use anyhow::{Context, Result, bail, ensure};
use snug_store::testing::{Outcome, Parameter, Recorded, Statement};
use std::borrow::Cow;
use std::sync::atomic::{AtomicI64, Ordering};
use uuid::Uuid;

/// What a transaction may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Access {
    Read,
    Write,
}

/// What one message of one sender says.
#[derive(Debug)]
pub(super) struct Script {
    /// What the sender waits for, transaction by transaction: up to the last that writes.
    pub(super) asked: Vec<Step>,
    /// What whoever follows asks then, once they are told.
    pub(super) told: Vec<Step>,
    /// How many ids are made anew each time.
    ids: usize,
    /// How often it was said.
    said: AtomicI64,
}

/// A transaction.
#[derive(Debug)]
pub(super) struct Step {
    pub(super) access: Access,
    pub(super) lines: Vec<Line>,
}

/// A statement.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) sql: String,
    blanks: Vec<Blank>,
    pub(super) outcome: Outcome,
}

/// What a statement is given, time by time.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Blank {
    Same(Parameter),
    /// The one with this index.
    Id(usize),
    Integer {
        last: i64,
        step: i64,
    },
    /// Bytes of it.
    Text(usize),
    Bytes(usize),
}

/// One time.
#[derive(Debug)]
pub(super) struct Turn {
    number: i64,
    ids: Vec<Uuid>,
}

/// The ids that differed, each as it was in both recordings.
type Ids = Vec<(Uuid, Uuid)>;

impl Script {
    /// Of the last two recordings, one after the other.
    pub(super) fn of(first: &[Recorded], second: &[Recorded]) -> Result<Self> {
        ensure!(first.len() == second.len(), "{} transactions and then {}", first.len(), second.len());
        let mut ids = Ids::new();
        let steps: Vec<Step> =
            first.iter().zip(second).map(|(first, second)| step(first, second, &mut ids)).collect::<Result<_>>()?;
        let last = steps.iter().rposition(|step| step.access == Access::Write).context("a message that writes")?;
        let mut asked = steps;
        let told = asked.split_off(last + 1);
        Ok(Self { asked, told, ids: ids.len(), said: AtomicI64::new(0) })
    }

    /// The next time.
    pub(super) fn turn(&self) -> Turn {
        let number = self.said.fetch_add(1, Ordering::Relaxed) + 1;
        Turn { number, ids: (0..self.ids).map(|_| Uuid::now_v7()).collect() }
    }

    /// The same, with nobody who follows.
    pub(super) fn unheard(self) -> Self {
        Self { told: Vec::new(), ..self }
    }

    /// Every transaction, in order.
    pub(super) fn steps(&self) -> impl Iterator<Item = &Step> {
        self.asked.iter().chain(&self.told)
    }
}

impl Line {
    /// What it is given this time.
    pub(super) fn values(&self, turn: &Turn) -> Result<Vec<Cow<'_, Parameter>>> {
        self.blanks.iter().map(|blank| blank.fill(turn)).collect()
    }

    /// Whether so many rows were touched or answered as when it was recorded. Whoever follows may find more than one
    /// message at once.
    pub(super) fn check(&self, rows: u64) -> Result<()> {
        let (fits, wanted) = match self.outcome {
            Outcome::Touched(wanted) => (rows == wanted, wanted),
            Outcome::Answered(wanted) => (rows >= wanted, wanted),
            Outcome::Unasked => return Ok(()),
        };
        ensure!(fits, "{rows} rows instead of {wanted}: {}", self.sql);
        Ok(())
    }
}

impl Blank {
    fn of(first: &Parameter, second: &Parameter, ids: &mut Ids) -> Result<Self> {
        Ok(match (first, second) {
            (first, second) if first == second => Self::Same(second.clone()),
            (Parameter::Id(first), Parameter::Id(second)) => {
                let known = ids.iter().position(|pair| *pair == (*first, *second));
                Self::Id(known.unwrap_or_else(|| {
                    ids.push((*first, *second));
                    ids.len() - 1
                }))
            }
            (Parameter::Integer(first), Parameter::Integer(last)) => Self::Integer { last: *last, step: last - first },
            (Parameter::Text(_), Parameter::Text(text)) => Self::Text(text.len()),
            (Parameter::Bytes(_), Parameter::Bytes(bytes)) => Self::Bytes(bytes.len()),
            (first, second) => bail!("{first:?} and then {second:?}: what comes next?"),
        })
    }

    fn fill(&self, turn: &Turn) -> Result<Cow<'_, Parameter>> {
        Ok(Cow::Owned(match self {
            Self::Same(value) => return Ok(Cow::Borrowed(value)),
            Self::Id(index) => Parameter::Id(*turn.ids.get(*index).context("an id")?),
            Self::Integer { last, step } => Parameter::Integer(last + step * turn.number),
            Self::Text(length) => Parameter::Text(format!("{:0>length$}", turn.number)),
            Self::Bytes(length) => Parameter::Bytes(format!("{:0>length$}", turn.number).into_bytes()),
        }))
    }
}

fn step(first: &Recorded, second: &Recorded, ids: &mut Ids) -> Result<Step> {
    let (access, first, second) = match (first, second) {
        (Recorded::Read(first), Recorded::Read(second)) => (Access::Read, first, second),
        (Recorded::Write(first), Recorded::Write(second)) => (Access::Write, first, second),
        _ => bail!("once it reads and once it writes"),
    };
    ensure!(first.len() == second.len(), "{} statements and then {}", first.len(), second.len());
    let lines = first.iter().zip(second).map(|(first, second)| line(first, second, ids)).collect::<Result<_>>()?;
    Ok(Step { access, lines })
}

fn line(first: &Statement, second: &Statement, ids: &mut Ids) -> Result<Line> {
    ensure!(first.sql == second.sql, "{} and then {}", first.sql, second.sql);
    ensure!(first.outcome == second.outcome, "{:?} and then {:?}: {}", first.outcome, second.outcome, first.sql);
    let pairs = first.values.iter().zip(&second.values);
    let blanks = pairs.map(|(first, second)| Blank::of(first, second, ids)).collect::<Result<_>>()?;
    Ok(Line { sql: second.sql.clone(), blanks, outcome: second.outcome })
}

#[cfg(test)]
mod tests {
    use super::{Access, Line, Script, Step};
    use anyhow::{Context, Result};
    use snug_store::testing::{Outcome, Parameter, Recorded, Statement};
    use std::borrow::Cow;
    use uuid::Uuid;

    fn said(values: Vec<Parameter>) -> Vec<Statement> {
        vec![Statement { sql: String::from("SELECT $1"), values, outcome: Outcome::Answered(1) }]
    }

    fn script(first: Vec<Parameter>, second: Vec<Parameter>) -> Result<Script> {
        Script::of(&[Recorded::Write(said(first))], &[Recorded::Write(said(second))])
    }

    fn line(script: &Script) -> Result<&Line> {
        script.asked.first().and_then(|step| step.lines.first()).context("a line")
    }

    /// What the statement is given the next time.
    fn next(script: &Script) -> Result<Vec<Parameter>> {
        let turn = script.turn();
        Ok(line(script)?.values(&turn)?.into_iter().map(Cow::into_owned).collect())
    }

    #[test]
    fn what_was_the_same_twice_stays() -> Result<()> {
        let values = || vec![Parameter::Null, Parameter::Integer(7), Parameter::Text(String::from("joined"))];
        let script = script(values(), values())?;
        assert_eq!(next(&script)?, values());
        assert_eq!(next(&script)?, values());
        Ok(())
    }

    #[test]
    fn a_number_goes_on_by_the_same_step() -> Result<()> {
        let values = |sequence, time| vec![Parameter::Integer(sequence), Parameter::Integer(time)];
        let script = script(values(4, 1_000), values(5, 1_010))?;
        assert_eq!(next(&script)?, values(6, 1_020));
        assert_eq!(next(&script)?, values(7, 1_030));
        Ok(())
    }

    #[test]
    fn an_id_is_new_each_time_and_the_same_wherever_it_stood() -> Result<()> {
        let values = |ids: [u128; 3]| ids.map(|id| Parameter::Id(Uuid::from_u128(id))).to_vec();
        let script = script(values([1, 2, 1]), values([3, 4, 3]))?;
        let (before, after) = (next(&script)?, next(&script)?);
        assert!(matches!(after.as_slice(), [one, other, again] if one == again && one != other), "{after:?}");
        assert!(before.iter().all(|id| !after.contains(id)), "{before:?} and then {after:?}");
        Ok(())
    }

    #[test]
    fn a_text_is_another_each_time_and_as_long_as_it_was() -> Result<()> {
        let values = |text: &str| vec![Parameter::Text(text.to_owned()), Parameter::Bytes(text.as_bytes().to_vec())];
        let script = script(values("run-1"), values("run-2"))?;
        assert_eq!(next(&script)?, values("00001"));
        assert_eq!(next(&script)?, values("00002"));
        Ok(())
    }

    #[test]
    fn the_sender_waits_until_all_is_written_and_the_rest_is_for_whoever_follows() -> Result<()> {
        let read = || Recorded::Read(said(Vec::new()));
        let recorded = [read(), Recorded::Write(said(Vec::new())), read(), read()];
        let script = Script::of(&recorded, &recorded)?;
        let accesses = |steps: &[Step]| steps.iter().map(|step| step.access).collect::<Vec<_>>();
        assert_eq!(accesses(&script.asked), [Access::Read, Access::Write]);
        assert_eq!(accesses(&script.told), [Access::Read, Access::Read]);
        Ok(())
    }

    #[test]
    fn recordings_of_two_different_things_make_no_script() {
        let write = |values| [Recorded::Write(said(values))];
        assert!(Script::of(&write(vec![Parameter::Null]), &write(vec![Parameter::Integer(1)])).is_err());
        assert!(Script::of(&write(Vec::new()), &[Recorded::Read(said(Vec::new()))]).is_err());
        assert!(Script::of(&write(Vec::new()), &[]).is_err());
    }

    #[test]
    fn other_rows_than_recorded_are_found_out() -> Result<()> {
        let script = script(Vec::new(), Vec::new())?;
        let answered = line(&script)?;
        assert!(answered.check(0).is_err());
        assert!(answered.check(1).is_ok());
        assert!(answered.check(2).is_ok(), "whoever follows may find two at once");
        let touched = Line { sql: String::new(), blanks: Vec::new(), outcome: Outcome::Touched(1) };
        assert!(touched.check(1).is_ok());
        assert!(touched.check(2).is_err());
        let unasked = Line { sql: String::new(), blanks: Vec::new(), outcome: Outcome::Unasked };
        assert!(unasked.check(0).is_ok(), "nobody knows how many they were");
        Ok(())
    }
}
