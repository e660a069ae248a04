//! An order of steps: what people do one after the other, drawn from a seed.

use super::model::{Expect, Model};
use snug_domain::{Span, Timestamp};
use snug_testkit::seconds;

/// How many people there are.
pub(super) const PEOPLE: usize = 5;

/// One of the people, by their place.
pub(super) type Who = usize;

/// What somebody who is added sees of what was said before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Past {
    All,
    Nothing,
    /// From one of the entries that whoever adds may see: which of them, counted from the first.
    From(usize),
}

/// Something that somebody does. A message is meant by how many of one's own stand before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Add(Who, Who, Past),
    /// Two at once, who see everything.
    AddBoth(Who, [Who; 2]),
    Accept(Who),
    Decline(Who),
    UndoDecline(Who),
    Leave(Who),
    UndoLeave(Who),
    Remove(Who, Who),
    Withdraw(Who),
    UndoWithdraw(Who),
    Say(Who),
    Edit(Who, usize),
    Delete(Who, usize),
    Restore(Who, usize),
    Read(Who),
    Mute(Who, bool),
    Rename(Who),
    MakeHost(Who, Who, bool),
    OnlyHostsAdd(Who, bool),
    /// Time passes, jobs run, mails leave.
    Wait(Span),
}

/// Who is asked at first, by the first of all, and what happens then; each step with a number that its text is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Order {
    pub asked: Vec<Who>,
    pub is_titled: bool,
    /// Whether each two have a direct conversation before.
    pub is_among_friends: bool,
    pub steps: Vec<(usize, Step)>,
}

impl Order {
    /// The order of a seed.
    pub(super) fn of(seed: u64, length: usize) -> Self {
        let mut dice = Dice(seed);
        let asked = (1..PEOPLE).filter(|_| dice.roll(2) > 0).collect::<Vec<_>>();
        let asked = if asked.is_empty() { vec![1, 2] } else { asked };
        let (is_titled, is_among_friends) = (dice.roll(2) == 0 || asked.len() == 1, dice.roll(3) > 0);
        let mut now = Timestamp(0);
        let mut model = Model::begun(&asked, "", "", now);
        let steps = (1..=length).map(|number| {
            let step = likely_step(&mut dice, &model, now);
            if is_likely(step, &model, now) {
                model.apply(step, model.meant(step, now), "", now);
            }
            let waited = if let Step::Wait(time) = step { time } else { Span(0) };
            now = now + waited + seconds(1);
            (number, step)
        });
        let steps = steps.collect();
        Self { asked, is_titled, is_among_friends, steps }
    }

    /// The same without one of its steps.
    pub(super) fn without(&self, place: usize) -> Self {
        let mut shorter = self.clone();
        shorter.steps.remove(place);
        shorter
    }
}

/// A step that the model expects to succeed, of a few: left to chance alone, most are refused. One of three is left to
/// chance, so that what is refused is tried too.
fn likely_step(dice: &mut Dice, model: &Model, now: Timestamp) -> Step {
    let first = step(dice);
    let tries = if dice.roll(4) == 0 { 0 } else { 20 };
    let others = (0..tries).map(|_| step(dice)).collect::<Vec<_>>();
    // Time can always pass, and would pass too often.
    let others = others.into_iter().filter(|step| !matches!(step, Step::Wait(_)));
    std::iter::once(first).chain(others).find(|step| is_likely(*step, model, now)).unwrap_or(first)
}

/// Whether the model expects a step to succeed; where limits can be in the way, it knows only what is in the way
/// for sure.
fn is_likely(step: Step, model: &Model, now: Timestamp) -> bool {
    match model.expects(step, now) {
        Expect::Done => true,
        Expect::Either => match step {
            Step::Add(..) | Step::AddBoth(..) => true,
            Step::UndoWithdraw(who) => !model.is_in(who),
            _ => false,
        },
        Expect::Refused => false,
    }
}

fn step(dice: &mut Dice) -> Step {
    let (one, other) = (dice.roll(PEOPLE), dice.roll(PEOPLE));
    // Who began is a host most of the time, and more is done by hosts.
    let host = if dice.roll(2) == 0 { 0 } else { one };
    let yes = dice.roll(2) == 0;
    match dice.roll(100) {
        0..=11 => Step::Add(host, other, past(dice)),
        12..=14 => Step::AddBoth(host, [other, (other + 1 + dice.roll(PEOPLE - 1)) % PEOPLE]),
        15..=31 => Step::Accept(one),
        32..=36 => Step::Decline(one),
        37..=38 => Step::UndoDecline(one),
        39..=43 => Step::Leave(one),
        44..=47 => Step::UndoLeave(one),
        48..=54 => Step::Remove(host, other),
        55 => Step::Withdraw(0),
        56..=57 => Step::UndoWithdraw(0),
        58..=70 => Step::Say(one),
        71..=74 => Step::Edit(one, dice.roll(4)),
        75..=79 => Step::Delete(one, dice.roll(4)),
        80..=84 => Step::Restore(one, dice.roll(4)),
        85 => Step::Read(one),
        86 => Step::Mute(one, yes),
        87..=89 => Step::Rename(host),
        90..=91 => Step::MakeHost(host, other, yes),
        92 => Step::OnlyHostsAdd(host, yes),
        93..=95 => Step::Wait(Span::minutes(6)),
        96..=97 => Step::Wait(Span::days(1)),
        98 => Step::Wait(Span::days(31)),
        _ => Step::Wait(Span::days(61)),
    }
}

fn past(dice: &mut Dice) -> Past {
    match dice.roll(3) {
        0 => Past::All,
        1 => Past::Nothing,
        _ => Past::From(dice.roll(9)),
    }
}

/// Numbers that look like chance and come again with the same seed (SplitMix64).
pub(super) struct Dice(pub(super) u64);

impl Dice {
    /// A number below this one.
    pub(super) fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let below = (mixed ^ (mixed >> 31)) % u64::try_from(sides).expect("a small number");
        usize::try_from(below).expect("a small number")
    }
}
